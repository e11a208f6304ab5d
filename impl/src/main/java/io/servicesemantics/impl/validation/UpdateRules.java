package io.servicesemantics.impl.validation;

import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServiceSpec;

/**
 * Every rule a Service must meet that is to take the place of another one, in the order the API
 * server reports their faults.
 *
 * <p>Source: {@code pkg/apis/core/validation/validation.go}, ValidateServiceUpdate (api 4.5).
 */
final class UpdateRules {

  private UpdateRules() {}

  static void check(Proposal proposal, Service old, Faults faults) {
    Service service = proposal.service();
    ServiceSpec spec = service.spec();
    MetadataUpdateRules.check(service.metadata(), old.metadata(), faults); // U1
    MetadataRules.checkFinalizerNames(service.metadata().finalizers(), faults);
    ClusterIpUpdateRules.checkAddresses(spec, old.spec(), faults); // U2
    ClusterIpUpdateRules.checkFamilies(spec, old.spec(), faults); // U3
    LoadBalancerRules.checkClassKept(spec, old.spec(), faults); // U4
    LoadBalancerRules.checkClass(spec, faults); // told here, and once more among all others
    TrafficRules.checkHealthCheckPortKept(spec, old.spec(), faults); // U5
    if (proposal.rules().asNewOnUpdate()) {
      CreateRules.check(proposal, faults);
    } else {
      SpecRules.check(proposal, faults); // U6
    }
  }
}
