package io.servicesemantics.impl.validation;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.fault.FieldPath;
import io.servicesemantics.service.ServiceSpec;
import io.servicesemantics.service.ServiceType;

/** Rules about traffic policies and the port of the health check (api 3.2 S18–S20, 4.5 U5). */
final class TrafficRules {

  private static final ImmutableList<String> POLICIES = ImmutableList.of("Cluster", "Local");
  private static final FieldPath SPEC = FieldPath.of("spec");
  private static final FieldPath EXTERNAL = SPEC.child("externalTrafficPolicy");
  private static final FieldPath INTERNAL = SPEC.child("internalTrafficPolicy");
  private static final FieldPath HEALTH_CHECK = SPEC.child("healthCheckNodePort");

  private TrafficRules() {}

  static void checkExternalPolicy(ServiceSpec spec, Faults faults) {
    boolean isSaid = !spec.externalTrafficPolicy().text().isEmpty();
    if (!Exposure.isExternallyAccessible(spec)) {
      if (isSaid) {
        faults.invalid(
            EXTERNAL,
            spec.externalTrafficPolicy(),
            "may only be set for externally-accessible services");
      }
    } else if (!isSaid) {
      faults.required(EXTERNAL, "");
    } else if (!spec.externalTrafficPolicy().isKnown()) {
      faults.notSupported(EXTERNAL, spec.externalTrafficPolicy(), POLICIES);
    }
  }

  static void checkHealthCheckPort(ServiceSpec spec, Faults faults) {
    int port = spec.healthCheckNodePort();
    if (!Exposure.needsHealthCheck(spec)) {
      if (port != 0) {
        faults.invalid(
            HEALTH_CHECK,
            port,
            "may only be set when `type` is 'LoadBalancer' and `externalTrafficPolicy` is"
                + " 'Local'");
      }
    } else if (port == 0) {
      faults.required(HEALTH_CHECK, "");
    } else if (!PortRules.isPort(port)) {
      faults.invalid(HEALTH_CHECK, port, PortRules.NOT_A_PORT);
    }
  }

  static void checkHealthCheckPortKept(ServiceSpec spec, ServiceSpec old, Faults faults) {
    if (Exposure.needsHealthCheck(old)
        && Exposure.needsHealthCheck(spec)
        && old.healthCheckNodePort() != spec.healthCheckNodePort()) {
      faults.forbidden(HEALTH_CHECK, "field is immutable");
    }
  }

  static void checkInternalPolicy(ServiceSpec spec, Faults faults) {
    if (!spec.internalTrafficPolicy().isSaid()) {
      if (spec.type().isKnown() && !spec.type().is(ServiceType.EXTERNAL_NAME)) {
        faults.required(INTERNAL, "");
      }
    } else if (!spec.internalTrafficPolicy().isKnown()) {
      faults.notSupported(INTERNAL, spec.internalTrafficPolicy(), POLICIES);
    }
  }
}
