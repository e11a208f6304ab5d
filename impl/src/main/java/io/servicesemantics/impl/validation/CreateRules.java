package io.servicesemantics.impl.validation;

import io.servicesemantics.object.ObjectMeta;

/**
 * Every rule a new Service must meet, in the order the API server reports their faults.
 *
 * <p>Source: {@code pkg/apis/core/validation/validation.go}, ValidateServiceCreate (api 3).
 */
final class CreateRules {

  private CreateRules() {}

  static void check(Proposal proposal, Faults faults) {
    ObjectMeta metadata = proposal.service().metadata();
    MetadataRules.check(metadata, true, proposal.rules().serviceName(), faults);
    MetadataRules.checkFinalizerNames(metadata.finalizers(), faults);
    SpecRules.check(proposal, faults);
  }
}
