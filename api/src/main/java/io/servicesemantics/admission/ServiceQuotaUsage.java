package io.servicesemantics.admission;

import com.google.common.collect.ImmutableMap;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServicePort;
import io.servicesemantics.service.ServiceSpec;
import io.servicesemantics.service.ServiceType;
import java.io.Serializable;

/**
 * What Services count for against a ResourceQuota.
 *
 * <p>It is told by what a Service asks for, before ports are picked. Ports are counted, not their
 * numbers: TCP and UDP on one node port are two. The port of a health check is not counted.
 *
 * <p>Source: {@code pkg/quota/v1/evaluator/core/services.go}, Usage (api 6.9).
 *
 * @param services how many Services: {@code services} and {@code count/services}
 * @param nodePorts how many ports on nodes: {@code services.nodeports}
 * @param loadBalancers how many load balancers: {@code services.loadbalancers}
 */
public record ServiceQuotaUsage(int services, int nodePorts, int loadBalancers)
    implements Serializable {

  /** Nothing used. */
  public static final ServiceQuotaUsage NONE = new ServiceQuotaUsage(0, 0, 0);

  /**
   * Returns what a Service counts for.
   *
   * @param service the Service with its defaults ({@link ServiceDefaulter})
   * @return its usage
   */
  public static ServiceQuotaUsage of(Service service) {
    ServiceSpec spec = service.spec();
    boolean isLoadBalancer = spec.type().is(ServiceType.LOAD_BALANCER);
    return new ServiceQuotaUsage(1, nodePorts(spec, isLoadBalancer), isLoadBalancer ? 1 : 0);
  }

  private static int nodePorts(ServiceSpec spec, boolean isLoadBalancer) {
    if (!isLoadBalancer) {
      return spec.type().is(ServiceType.NODE_PORT) ? spec.ports().size() : 0;
    }
    if (spec.allocateLoadBalancerNodePorts().orElse(true)) {
      return spec.ports().size();
    }
    int said = 0;
    for (ServicePort port : spec.ports()) {
      said += port.nodePort() == 0 ? 0 : 1;
    }
    return said;
  }

  /**
   * Returns this usage and another one together.
   *
   * @param other the other one
   * @return the sum
   */
  public ServiceQuotaUsage plus(ServiceQuotaUsage other) {
    return new ServiceQuotaUsage(
        services + other.services,
        nodePorts + other.nodePorts,
        loadBalancers + other.loadBalancers);
  }

  /** {@return the usage under the names a ResourceQuota has for it, zeros included} */
  public ImmutableMap<String, Integer> byResourceName() {
    return ImmutableMap.of(
        "services",
        services,
        "count/services",
        services,
        "services.nodeports",
        nodePorts,
        "services.loadbalancers",
        loadBalancers);
  }
}
