package io.servicesemantics.impl.admission;

import io.servicesemantics.admission.AdmissionReason;
import io.servicesemantics.admission.Allocation;
import io.servicesemantics.admission.FieldChange;
import io.servicesemantics.admission.Refusal;
import io.servicesemantics.service.ServiceSpec;

/**
 * Takes the port at which a load balancer asks nodes for their health, and says when it is given
 * back.
 *
 * <p>Source: {@code pkg/registry/core/service/storage/alloc.go}, allocHealthCheckNodePort,
 * updateHealthCheckNodePort (api 6.6).
 */
final class HealthCheckPort {

  private HealthCheckPort() {}

  static boolean onCreate(Draft draft) {
    return !isNeeded(draft) || take(draft);
  }

  static boolean onUpdate(Draft draft, ServiceSpec old) {
    if (!Needs.healthCheck(old)) {
      return onCreate(draft);
    }
    if (!isNeeded(draft)) {
      draft.releases.addHealthCheckPort(old);
    }
    return true;
  }

  private static boolean isNeeded(Draft draft) {
    return Needs.healthCheck(draft.type, draft.externalTrafficPolicy);
  }

  private static boolean take(Draft draft) {
    int wanted = draft.healthCheckNodePort;
    Allocation<Integer> allocation =
        wanted == 0
            ? draft.allocations.pickPort(draft.holder(), draft.picker, draft.nextDraw())
            : draft.allocations.takePort(wanted, draft.holder());
    if (allocation instanceof Allocation.Refused<Integer> refused) {
      String attempt = wanted == 0 ? "a HealthCheck" : "requested HealthCheck";
      return draft.refuse(
          Refusals.internal(
              draft,
              Refusal.HEALTH_CHECK_NODE_PORT,
              "failed to allocate " + attempt + " NodePort " + wanted + ": " + refused.message()));
    }
    Allocation.Taken<Integer> taken = (Allocation.Taken<Integer>) allocation;
    draft.allocations = taken.next();
    if (wanted == 0) {
      draft.healthCheckNodePort = taken.number();
      draft.allocated.add(Paths.HEALTH_CHECK_NODE_PORT);
      draft.note(
          FieldChange.Kind.PICKED,
          Paths.HEALTH_CHECK_NODE_PORT,
          "",
          Integer.toString(taken.number()),
          AdmissionReason.HEALTH_CHECK_NODE_PORT_PICKED);
    }
    return true;
  }
}
