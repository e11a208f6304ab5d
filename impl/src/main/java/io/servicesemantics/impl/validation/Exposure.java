package io.servicesemantics.impl.validation;

import io.servicesemantics.service.ExternalTrafficPolicy;
import io.servicesemantics.service.ServiceSpec;
import io.servicesemantics.service.ServiceType;

/** The questions the API server asks of a spec before it knows which rules apply (api 0.1). */
final class Exposure {

  private Exposure() {}

  /** ExternallyAccessible of {@code pkg/api/service/util.go}. */
  static boolean isExternallyAccessible(ServiceSpec spec) {
    return isExternallyAccessible(spec, spec.type().is(ServiceType.CLUSTER_IP));
  }

  /** The same, where a Service that says no type has yet to become one of type ClusterIP. */
  static boolean isExternallyAccessible(ServiceSpec spec, boolean isClusterIpType) {
    return spec.type().is(ServiceType.LOAD_BALANCER)
        || spec.type().is(ServiceType.NODE_PORT)
        || (isClusterIpType && !spec.externalIPs().isEmpty());
  }

  /** NeedsHealthCheck of {@code pkg/api/service/util.go}. */
  static boolean needsHealthCheck(ServiceSpec spec) {
    return spec.type().is(ServiceType.LOAD_BALANCER)
        && spec.externalTrafficPolicy().is(ExternalTrafficPolicy.LOCAL);
  }

  /** Validation's meaning of headless, which does not look at the type. */
  static boolean isHeadless(ServiceSpec spec) {
    return spec.clusterIPs().size() == 1
        && spec.clusterIPs().get(0).equals(ServiceSpec.CLUSTER_IP_NONE);
  }
}
