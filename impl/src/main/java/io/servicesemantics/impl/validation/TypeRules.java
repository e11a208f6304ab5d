package io.servicesemantics.impl.validation;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.fault.FieldPath;
import io.servicesemantics.service.ServiceSpec;
import io.servicesemantics.service.ServiceType;

/**
 * Rules about the type of a Service, and what each type needs or cannot have (api 3.2 S2, S3, S5,
 * S10).
 */
final class TypeRules {

  private static final ImmutableList<String> TYPES =
      ImmutableList.of("ClusterIP", "ExternalName", "LoadBalancer", "NodePort");
  private static final FieldPath SPEC = FieldPath.of("spec");
  private static final FieldPath SELECTOR = SPEC.child("selector");
  private static final String NOT_WITH_EXTERNAL_NAME = "may not be set for ExternalName services";

  private TypeRules() {}

  static void checkPortsGiven(ServiceSpec spec, Faults faults) {
    if (spec.ports().isEmpty()
        && !Exposure.isHeadless(spec)
        && !spec.type().is(ServiceType.EXTERNAL_NAME)) {
      faults.required(SPEC.child("ports"), "");
    }
  }

  static void checkFieldsOfType(ServiceSpec spec, Faults faults) {
    if (spec.type().is(ServiceType.EXTERNAL_NAME)) {
      checkExternalName(spec, faults);
    } else if (Exposure.isHeadless(spec)
        && (spec.type().is(ServiceType.LOAD_BALANCER) || spec.type().is(ServiceType.NODE_PORT))) {
      faults.invalid(
          SPEC.child("clusterIPs").index(0),
          ServiceSpec.CLUSTER_IP_NONE,
          "may not be set to 'None' for " + spec.type().text() + " services");
    }
  }

  private static void checkExternalName(ServiceSpec spec, Faults faults) {
    if (!spec.clusterIPs().isEmpty()) {
      faults.forbidden(SPEC.child("clusterIPs"), NOT_WITH_EXTERNAL_NAME);
    }
    if (!spec.ipFamilies().isEmpty()) {
      faults.forbidden(SPEC.child("ipFamilies"), NOT_WITH_EXTERNAL_NAME);
    }
    if (spec.ipFamilyPolicy().isSaid()) {
      faults.forbidden(SPEC.child("ipFamilyPolicy"), NOT_WITH_EXTERNAL_NAME);
    }
    String name = withoutFinalDot(spec.externalName());
    if (name.isEmpty()) {
      faults.required(SPEC.child("externalName"), "");
      return;
    }
    for (String detail : Names.subdomain(name)) {
      faults.invalid(SPEC.child("externalName"), name, detail);
    }
  }

  private static String withoutFinalDot(String name) {
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }

  static void checkSelector(ServiceSpec spec, Faults faults) {
    LabelRules.checkLabels(spec.selector(), SELECTOR, faults);
  }

  static void checkType(ServiceSpec spec, Faults faults) {
    if (spec.type().text().isEmpty()) {
      faults.required(SPEC.child("type"), "");
    } else if (!spec.type().isKnown()) {
      faults.notSupported(SPEC.child("type"), spec.type(), TYPES);
    }
  }
}
