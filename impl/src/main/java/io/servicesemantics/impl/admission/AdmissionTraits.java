package io.servicesemantics.impl.admission;

import io.servicesemantics.impl.validation.Wording;
import io.servicesemantics.profile.FeatureGate;
import io.servicesemantics.profile.FeatureGates;
import io.servicesemantics.profile.Quirk;
import io.servicesemantics.profile.Quirks;

/**
 * In what releases and their gates differ on the way of a request, settled once for a cluster.
 *
 * @param knowsDistribution whether {@code trafficDistribution} is kept (versions A14)
 * @param knowsIpMode whether the mode of a load balancer's address is kept (versions A17)
 * @param untakeableName what becomes of a name that no IPAddress can bear (versions A8)
 * @param fullRangeNamesService whether the error that no address is free names the Service
 *     (versions A5)
 * @param keepsOmittedNodePorts whether node ports left out are kept where none are wanted (versions
 *     A16)
 * @param wording how faults are worded
 */
record AdmissionTraits(
    boolean knowsDistribution,
    boolean knowsIpMode,
    UntakeableName untakeableName,
    boolean fullRangeNamesService,
    boolean keepsOmittedNodePorts,
    Wording wording) {

  /** What becomes of a Service whose name no IPAddress object can bear. */
  enum UntakeableName {
    /** Addresses are taken without such objects, and the name is judged later. */
    JUDGED_LATER,
    /** The server fails with the fault of the object. */
    SERVER_FAILS,
    /** The server tries every address, and fails at the end. */
    RANGE_EXHAUSTED,
    /** The fault of the object is one of the addresses. */
    REFUSED
  }

  static AdmissionTraits of(FeatureGates gates, Quirks quirks, Wording wording) {
    return new AdmissionTraits(
        gates.has(FeatureGate.SERVICE_TRAFFIC_DISTRIBUTION),
        gates.has(FeatureGate.LOAD_BALANCER_IP_MODE),
        untakeableName(gates, quirks),
        !quirks.has(Quirk.FULL_RANGE_NAMES_NO_SERVICE),
        quirks.has(Quirk.OMITTED_NODE_PORTS_ALWAYS_KEPT),
        wording);
  }

  private static UntakeableName untakeableName(FeatureGates gates, Quirks quirks) {
    if (!gates.has(FeatureGate.MULTI_CIDR_SERVICE_ALLOCATOR)) {
      return UntakeableName.JUDGED_LATER;
    }
    if (!gates.has(FeatureGate.DISABLE_ALLOCATOR_DUAL_WRITE)) {
      return UntakeableName.SERVER_FAILS;
    }
    return quirks.has(Quirk.UNTAKEABLE_NAME_EXHAUSTS_RANGE)
        ? UntakeableName.RANGE_EXHAUSTED
        : UntakeableName.REFUSED;
  }
}
