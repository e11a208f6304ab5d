package io.servicesemantics.impl.validation;

/**
 * Every rule about a Service beside those of its metadata, in the order the API server reports
 * their faults: read this first.
 *
 * <p>Source: {@code pkg/apis/core/validation/validation.go}, validateService (api 3.2).
 */
final class SpecRules {

  private SpecRules() {}

  static void check(Proposal proposal, Faults faults) {
    TopologyRules.checkAnnotations(proposal.service(), faults); // S1
    TypeRules.checkPortsGiven(proposal.spec(), faults); // S2
    TypeRules.checkFieldsOfType(proposal.spec(), faults); // S3
    PortRules.check(proposal.spec().ports(), faults); // S4
    TypeRules.checkSelector(proposal.spec(), faults); // S5
    AffinityRules.check(proposal.spec(), faults); // S6, S7
    ClusterIpRules.check(proposal, faults); // S8
    ExternalIpRules.check(proposal, faults); // S9
    TypeRules.checkType(proposal.spec(), faults); // S10
    PortRules.checkNodePortsUsed(proposal.spec(), faults); // S11
    PortRules.checkDuplicates(proposal.spec().ports(), faults); // S12, S13
    SourceRangeRules.check(proposal, faults); // S14
    LoadBalancerRules.checkNodePortFlag(proposal.spec(), faults); // S15, S16
    LoadBalancerRules.checkClass(proposal.spec(), faults); // S17
    TrafficRules.checkExternalPolicy(proposal.spec(), faults); // S18
    TrafficRules.checkHealthCheckPort(proposal.spec(), faults); // S19
    TrafficRules.checkInternalPolicy(proposal.spec(), faults); // S20
    TopologyRules.checkDistribution(proposal, faults); // S21
  }
}
