package io.servicesemantics.impl.traffic;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.HostAddresses;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.net.Cidr;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.profile.ProxySettings;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An example of an address for every kind of client; none is an endpoint's. */
final class ClientAddresses {

  // Addresses kept for documentation (RFC 5737, RFC 3849), where nobody lives.
  private static final IpAddress OUTSIDE_IPV4 = IpAddress.parse("203.0.113.7");
  private static final IpAddress OUTSIDE_IPV6 = IpAddress.parse("2001:db8:ffff::7");
  private static final IpAddress BALANCER_IPV4 = IpAddress.parse("198.51.100.1");
  private static final IpAddress BALANCER_IPV6 = IpAddress.parse("2001:db8:fffe::1");
  private static final IpAddress UNKNOWN_POD_IPV4 = IpAddress.parse("192.0.2.7");
  private static final IpAddress UNKNOWN_POD_IPV6 = IpAddress.parse("2001:db8:fffd::7");

  private final ProxySettings proxy;
  private final IpFamily family;
  private final Set<IpAddress> endpoints;
  private final ImmutableList<String> ranges;

  ClientAddresses(ProxySettings proxy, LoadedPort port) {
    this.proxy = proxy;
    this.family = port.name().family();
    this.endpoints = port.endpointAddresses();
    this.ranges = port.service().spec().loadBalancerSourceRanges();
  }

  /** A client outside: one that the Service's source ranges let in, unless said. */
  IpAddress outside(Optional<IpAddress> said) {
    if (said.isPresent()) {
      return ofFamily(said.get());
    }
    for (String text : ranges) {
      Cidr range = Cidr.tryParseLenient(text.strip()).orElse(null);
      if (range != null && range.family() == family && range.prefixLength() > 0) {
        return range.last();
      }
    }
    return family == IpFamily.IPV4 ? OUTSIDE_IPV4 : OUTSIDE_IPV6;
  }

  /** A load balancer that hides its clients. */
  IpAddress balancer(Optional<IpAddress> said) {
    return said.map(this::ofFamily).orElse(family == IpFamily.IPV4 ? BALANCER_IPV4 : BALANCER_IPV6);
  }

  private IpAddress ofFamily(IpAddress said) {
    checkArgument(
        said.family() == family,
        "Address of a client: \"%s\"; expected one of family %s",
        said,
        family.wireName());
    return said;
  }

  /** A process of a node: kube-proxy takes loopback for the address of a node without any. */
  IpAddress process(Node node) {
    List<IpAddress> own = own(node);
    if (!own.isEmpty()) {
      return own.get(0);
    }
    return family.loopback();
  }

  /** The node's addresses of the family, as its status says them. */
  List<IpAddress> own(Node node) {
    return HostAddresses.of(node, family);
  }

  /**
   * A Pod on a node: out of the node's network of Pods, or else out of the cluster's; where nobody
   * says either, nobody can tell Pods from others.
   */
  IpAddress pod(Node node) {
    List<IpAddress> taken = own(node);
    for (Cidr network : HostAddresses.podNetworks(node)) {
      IpAddress free = lastFree(network, taken);
      if (free != null) {
        return free;
      }
    }
    for (Cidr network : proxy.clusterCIDRs()) {
      IpAddress free = lastFree(network, taken);
      if (free != null) {
        return free;
      }
    }
    return family == IpFamily.IPV4 ? UNKNOWN_POD_IPV4 : UNKNOWN_POD_IPV6;
  }

  private @Nullable IpAddress lastFree(Cidr network, List<IpAddress> taken) {
    if (network.family() != family) {
      return null;
    }
    IpAddress address = network.last();
    while (taken.contains(address) || endpoints.contains(address)) {
      if (address.equals(network.first())) {
        return null;
      }
      address = address.plus(-1);
    }
    return address;
  }
}
