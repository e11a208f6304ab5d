package io.servicesemantics.impl.routing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.service.LoadBalancerIngress;
import io.servicesemantics.service.LoadBalancerIpMode;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServiceSpec;
import java.util.List;

/**
 * The addresses at which a Service is reached from outside, in one family (routing 2.2.5, 2.2.7).
 */
final class ServiceAddresses {

  private ServiceAddresses() {}

  /** The external IPs. */
  static ImmutableList<IpAddress> externalIps(ServiceSpec spec, IpFamily family) {
    if (spec.externalIPs().isEmpty()) {
      return ImmutableList.of();
    }
    return ofFamily(spec.externalIPs(), family);
  }

  /** The addresses of load balancers that nodes take for themselves. */
  static ImmutableList<IpAddress> vips(Service service, IpFamily family) {
    List<LoadBalancerIngress> ingress = service.status().loadBalancer().ingress();
    if (ingress.isEmpty()) {
      return ImmutableList.of();
    }
    ImmutableList.Builder<String> texts = ImmutableList.builder();
    for (LoadBalancerIngress point : ingress) {
      if (isVip(point)) {
        texts.add(point.ip());
      }
    }
    return ofFamily(texts.build(), family);
  }

  static boolean isVip(LoadBalancerIngress point) {
    return !point.ipMode().isSaid() || point.ipMode().is(LoadBalancerIpMode.VIP);
  }

  /** Of texts those that are addresses of a family, each once. */
  private static ImmutableList<IpAddress> ofFamily(List<String> texts, IpFamily family) {
    ImmutableSet.Builder<IpAddress> addresses = ImmutableSet.builder();
    for (String text : texts) {
      IpAddress address = IpAddress.tryParseLenient(text).orElse(null);
      if (address != null && address.family() == family) {
        addresses.add(address);
      }
    }
    return addresses.build().asList();
  }
}
