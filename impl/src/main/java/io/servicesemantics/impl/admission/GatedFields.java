package io.servicesemantics.impl.admission;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.admission.AdmissionReason;
import io.servicesemantics.admission.FieldChange;
import io.servicesemantics.fault.FieldPath;
import io.servicesemantics.object.Choice;
import io.servicesemantics.service.LoadBalancerIngress;
import io.servicesemantics.service.LoadBalancerStatus;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServiceSpec;

/**
 * Takes away fields whose feature gate is off, unless the stored Service uses them.
 *
 * <p>Source: {@code pkg/registry/core/service/strategy.go}, dropServiceDisabledFields,
 * dropServiceStatusDisabledFields (versions A14, A17).
 */
final class GatedFields {

  private GatedFields() {}

  static boolean dropNew(Draft draft) {
    dropDistribution(draft);
    return true;
  }

  static boolean drop(Draft draft, ServiceSpec old) {
    if (!old.trafficDistribution().isSaid()) {
      dropDistribution(draft);
    }
    return true;
  }

  private static void dropDistribution(Draft draft) {
    ServiceSpec spec = draft.defaulted.spec();
    if (!draft.traits.knowsDistribution() && spec.trafficDistribution().isSaid()) {
      ignored(draft, Paths.TRAFFIC_DISTRIBUTION, spec.trafficDistribution().text());
      draft.defaulted = draft.defaulted.withSpec(spec.withTrafficDistribution(Choice.unsaid()));
    }
  }

  static boolean dropOfStatus(Draft draft, Service old) {
    ImmutableList<LoadBalancerIngress> ingress = draft.status.loadBalancer().ingress();
    if (!draft.traits.knowsIpMode()
        && hasMode(ingress)
        && !hasMode(old.status().loadBalancer().ingress())) {
      ignored(draft, Paths.LOAD_BALANCER_STATUS, "ipMode");
      LoadBalancerStatus status =
          draft
              .status
              .loadBalancer()
              .withIngress(
                  ingress.stream()
                      .map(entry -> entry.withIpMode(Choice.unsaid()))
                      .collect(ImmutableList.toImmutableList()));
      draft.status = draft.status.withLoadBalancer(status);
    }
    return true;
  }

  private static boolean hasMode(ImmutableList<LoadBalancerIngress> ingress) {
    return ingress.stream().anyMatch(entry -> entry.ipMode().isSaid());
  }

  private static void ignored(Draft draft, FieldPath field, String was) {
    draft.note(FieldChange.Kind.IGNORED, field, was, "", AdmissionReason.FIELD_GATED);
  }
}
