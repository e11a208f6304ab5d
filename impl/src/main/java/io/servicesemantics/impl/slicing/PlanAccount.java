package io.servicesemantics.impl.slicing;

import io.servicesemantics.explain.Because;
import io.servicesemantics.slicing.SlicePlan;
import io.servicesemantics.slicing.SlicingReason;

/** Reads the account of a plan out of what its sync left behind. */
final class PlanAccount {

  private PlanAccount() {}

  static Because of(ServiceSync sync, SlicePlan plan) {
    ServiceTraits service = sync.service();
    if (service.unmanaged != null) {
      return Because.of(service.unmanaged).withFact("service", service.service.namespacedName());
    }
    Because because =
        Because.of(
                service.beingDeleted
                    ? SlicingReason.SERVICE_BEING_DELETED
                    : SlicingReason.SLICES_PLANNED)
            .withFact("service", service.service.namespacedName())
            .withFact("created", plan.create().size())
            .withFact("updated", plan.update().size())
            .withFact("deleted", plan.delete().size())
            .withFact("kept", plan.keep().size());
    for (ServiceSync.FamilyOutcome outcome : sync.outcomes()) {
      Because family =
          Because.of(
                  outcome.endpoints() == 0
                      ? SlicingReason.PLACEHOLDER
                      : SlicingReason.SLICES_PLANNED)
              .withFact("family", outcome.family().wireName())
              .withFact("endpoints", outcome.endpoints())
              .withFact("slices", outcome.slices());
      because =
          because.withCause(family.withCause(HintsAccount.of(service, outcome, sync.nodes())));
    }
    return because;
  }
}
