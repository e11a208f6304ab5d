package io.servicesemantics.impl.routing;

import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.routing.PortPolicy;
import io.servicesemantics.service.ExternalTrafficPolicy;
import io.servicesemantics.service.InternalTrafficPolicy;
import io.servicesemantics.service.LoadBalancerIngress;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServicePort;
import io.servicesemantics.service.ServiceSpec;
import io.servicesemantics.service.ServiceType;

/** What the policies of a Service come to for one port in one family (routing 2.2). */
final class PortPolicies {

  private PortPolicies() {}

  static PortPolicy of(Service service, ServicePort port, IpFamily family) {
    ServiceSpec spec = service.spec();
    return new PortPolicy(
        spec.internalTrafficPolicy().is(InternalTrafficPolicy.LOCAL),
        isExternalLocal(spec),
        port.nodePort() != 0 || hasVip(service, family) || hasExternalIp(spec, family));
  }

  /** Whether traffic from outside must stay on its node. */
  static boolean isExternalLocal(ServiceSpec spec) {
    return isMadeForOutside(spec) && spec.externalTrafficPolicy().is(ExternalTrafficPolicy.LOCAL);
  }

  /** Whether the external policy is looked at: a matter of type, not of family (routing 2.2.2). */
  private static boolean isMadeForOutside(ServiceSpec spec) {
    boolean isClusterIp = !spec.type().isSaid() || spec.type().is(ServiceType.CLUSTER_IP);
    return spec.type().is(ServiceType.NODE_PORT)
        || spec.type().is(ServiceType.LOAD_BALANCER)
        || (isClusterIp && !spec.externalIPs().isEmpty());
  }

  /** Whether nodes answer to a load-balancer address of the family (routing 2.2.7). */
  private static boolean hasVip(Service service, IpFamily family) {
    for (LoadBalancerIngress ingress : service.status().loadBalancer().ingress()) {
      if (ingress.isVip() && isOf(ingress.ip(), family)) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasExternalIp(ServiceSpec spec, IpFamily family) {
    for (String address : spec.externalIPs()) {
      if (isOf(address, family)) {
        return true;
      }
    }
    return false;
  }

  // Text that is no address has no family and is passed over.
  private static boolean isOf(String address, IpFamily family) {
    return IpAddress.tryParseLenient(address).filter(a -> a.family() == family).isPresent();
  }
}
