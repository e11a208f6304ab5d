package io.servicesemantics.impl.description;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.net.Cidr;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.service.LoadBalancerIngress;
import io.servicesemantics.service.Service;

/** The networks of Services by which it matters where an address of a node or Pod lies. */
final class Networks {

  private Networks() {}

  static ImmutableList<Cidr> of(Iterable<Service> services) {
    ImmutableList.Builder<Cidr> networks = ImmutableList.builder();
    services.forEach(service -> add(service, networks));
    return networks.build();
  }

  private static void add(Service service, ImmutableList.Builder<Cidr> networks) {
    for (IpFamily family : IpFamily.values()) {
      networks.addAll(Ranges.of(service, family));
    }
    for (String text : service.spec().externalIPs()) {
      add(text, networks);
    }
    for (LoadBalancerIngress point : service.status().loadBalancer().ingress()) {
      add(point.ip(), networks);
    }
  }

  private static void add(String text, ImmutableList.Builder<Cidr> networks) {
    IpAddress.tryParseLenient(text)
        .ifPresent(address -> networks.add(Cidr.of(address, address.family().bits())));
  }
}
