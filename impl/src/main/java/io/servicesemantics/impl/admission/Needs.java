package io.servicesemantics.impl.admission;

import io.servicesemantics.object.Choice;
import io.servicesemantics.service.ExternalTrafficPolicy;
import io.servicesemantics.service.ServiceSpec;
import io.servicesemantics.service.ServiceType;
import java.util.Optional;

/**
 * What a Service of a type needs, as the registry asks it: two of its questions about node ports
 * differ, on purpose (api 0.1).
 */
final class Needs {

  private Needs() {}

  /** Also a type nobody knows needs an address. */
  static boolean clusterIP(Choice<ServiceType> type) {
    return !type.is(ServiceType.EXTERNAL_NAME);
  }

  /** Whether the type has node ports at all: what wiping and allocation ask. */
  static boolean nodePorts(Choice<ServiceType> type) {
    return type.is(ServiceType.NODE_PORT) || type.is(ServiceType.LOAD_BALANCER);
  }

  /** Whether node ports come by themselves: what allocation and carrying over ask. */
  static boolean pickedNodePorts(Choice<ServiceType> type, Optional<Boolean> allocate) {
    return type.is(ServiceType.NODE_PORT)
        || (type.is(ServiceType.LOAD_BALANCER) && allocate.orElse(true));
  }

  /** Whether a load balancer asks every node for its health. */
  static boolean healthCheck(Choice<ServiceType> type, Choice<ExternalTrafficPolicy> policy) {
    return type.is(ServiceType.LOAD_BALANCER) && policy.is(ExternalTrafficPolicy.LOCAL);
  }

  static boolean healthCheck(ServiceSpec spec) {
    return healthCheck(spec.type(), spec.externalTrafficPolicy());
  }

  /** Whether anything from outside the cluster can reach it. */
  static boolean accessFromOutside(ServiceSpec spec) {
    return nodePorts(spec.type())
        || (spec.type().is(ServiceType.CLUSTER_IP) && !spec.externalIPs().isEmpty());
  }
}
