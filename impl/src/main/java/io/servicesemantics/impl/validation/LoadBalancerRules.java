package io.servicesemantics.impl.validation;

import io.servicesemantics.fault.FieldPath;
import io.servicesemantics.service.ServiceSpec;
import io.servicesemantics.service.ServiceType;

/** Rules about fields that only a load balancer has (api 3.2 S15–S17, 4.5 U4). */
final class LoadBalancerRules {

  private static final FieldPath CLASS = FieldPath.of("spec").child("loadBalancerClass");
  private static final String ONLY_LOAD_BALANCERS =
      "may only be used when `type` is 'LoadBalancer'";

  private LoadBalancerRules() {}

  static void checkNodePortFlag(ServiceSpec spec, Faults faults) {
    boolean isLoadBalancer = spec.type().is(ServiceType.LOAD_BALANCER);
    boolean isSaid = spec.allocateLoadBalancerNodePorts().isPresent();
    if (isSaid && !isLoadBalancer) {
      faults.forbidden(
          FieldPath.of("spec").child("allocateLoadBalancerNodePorts"), ONLY_LOAD_BALANCERS);
    }
    if (!isSaid && isLoadBalancer) {
      // the server leaves "spec" out of this path
      faults.required(FieldPath.of("allocateLoadBalancerNodePorts"), "");
    }
  }

  static void checkClass(ServiceSpec spec, Faults faults) {
    if (spec.loadBalancerClass().isEmpty()) {
      return;
    }
    if (!spec.type().is(ServiceType.LOAD_BALANCER)) {
      faults.forbidden(CLASS, ONLY_LOAD_BALANCERS);
      return;
    }
    String name = spec.loadBalancerClass().get();
    for (String detail : Names.qualified(name, faults.wording())) {
      faults.invalid(CLASS, name, detail);
    }
  }

  static void checkClassKept(ServiceSpec spec, ServiceSpec old, Faults faults) {
    if (old.type().is(ServiceType.LOAD_BALANCER)
        && spec.type().is(ServiceType.LOAD_BALANCER)
        && !old.loadBalancerClass().equals(spec.loadBalancerClass())) {
      faults.invalid(CLASS, spec.loadBalancerClass(), "may not change once set");
    }
  }
}
