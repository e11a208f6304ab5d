package io.servicesemantics.impl.slicing;

import io.servicesemantics.profile.FeatureGate;
import io.servicesemantics.profile.FeatureGates;
import io.servicesemantics.profile.Quirk;
import io.servicesemantics.profile.Quirks;

/**
 * In what the slice controllers of releases differ, settled once for a cluster.
 *
 * @param preferClose whether PreferClose asks for hints (versions E5)
 * @param preferSame whether PreferSameZone and PreferSameNode do (versions E1)
 * @param namelessZone whether endpoints without a zone are hinted for the one without a name
 *     (versions E4)
 * @param addressesAsWritten whether addresses of Pods are copied as they are written (versions E2)
 * @param sidecarPorts whether names of ports are looked for in sidecars too (versions E3)
 */
record SlicingRules(
    boolean preferClose,
    boolean preferSame,
    boolean namelessZone,
    boolean addressesAsWritten,
    boolean sidecarPorts) {

  static SlicingRules of(FeatureGates gates, Quirks quirks) {
    return new SlicingRules(
        gates.has(FeatureGate.SERVICE_TRAFFIC_DISTRIBUTION),
        gates.has(FeatureGate.PREFER_SAME_TRAFFIC_DISTRIBUTION),
        quirks.has(Quirk.HINTS_FOR_NAMELESS_ZONE),
        quirks.has(Quirk.POD_ADDRESSES_KEPT_AS_WRITTEN),
        !quirks.has(Quirk.SIDECAR_PORTS_NOT_FOUND));
  }
}
