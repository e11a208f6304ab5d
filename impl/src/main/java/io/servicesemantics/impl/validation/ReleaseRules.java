package io.servicesemantics.impl.validation;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.profile.FeatureGate;
import io.servicesemantics.profile.FeatureGates;
import io.servicesemantics.profile.Quirk;
import io.servicesemantics.profile.Quirks;

/**
 * The rules in which releases and their gates differ, settled once for a cluster.
 *
 * @param serviceName what names of Services may look like (versions A1)
 * @param strictAddresses whether new addresses must be written unambiguously (versions A2)
 * @param distributions the names that {@code trafficDistribution} may have, in the server's order
 *     (versions A9)
 * @param knowsIpMode whether the mode of a load balancer's address is judged (versions A17)
 * @param asNewOnUpdate whether an update is judged by the rules of new metadata too (versions A11c)
 * @param rangesTogether whether source ranges are judged as one list (versions A18)
 * @param wording how faults are worded
 * @param warnings what the server warns of
 */
record ReleaseRules(
    NameRule serviceName,
    boolean strictAddresses,
    ImmutableList<String> distributions,
    boolean knowsIpMode,
    boolean asNewOnUpdate,
    boolean rangesTogether,
    Wording wording,
    WarningRules warnings) {

  // The server tells these in this order, not by the alphabet.
  private static final ImmutableList<String> ALL_DISTRIBUTIONS =
      ImmutableList.of("PreferClose", "PreferSameZone", "PreferSameNode");

  static ReleaseRules of(FeatureGates gates, Quirks quirks) {
    return new ReleaseRules(
        gates.has(FeatureGate.RELAXED_SERVICE_NAME_VALIDATION)
            ? NameRule.LABEL
            : NameRule.LABEL_1035,
        gates.has(FeatureGate.STRICT_IP_CIDR_VALIDATION),
        gates.has(FeatureGate.PREFER_SAME_TRAFFIC_DISTRIBUTION)
            ? ALL_DISTRIBUTIONS
            : ALL_DISTRIBUTIONS.subList(0, 1),
        gates.has(FeatureGate.LOAD_BALANCER_IP_MODE),
        quirks.has(Quirk.METADATA_CHECKED_AS_NEW_ON_UPDATE),
        quirks.has(Quirk.SOURCE_RANGES_JUDGED_TOGETHER),
        Wording.of(quirks),
        WarningRules.of(quirks));
  }

  Faults faults() {
    return new Faults(wording);
  }
}
