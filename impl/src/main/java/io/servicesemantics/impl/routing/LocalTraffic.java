package io.servicesemantics.impl.routing;

import io.servicesemantics.cluster.HostAddresses;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.net.Cidr;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.profile.ProxySettings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells which senders count as local Pods: by the first network of each family (routing 2.13).
 *
 * @param ipv4 the IPv4 network; null where no sender of that family counts as one
 * @param ipv6 the IPv6 network
 */
record LocalTraffic(@Nullable Cidr ipv4, @Nullable Cidr ipv6) {

  static LocalTraffic of(Node node, ProxySettings settings) {
    return switch (settings.localDetection()) {
      case CLUSTER_CIDR -> of(settings.clusterCIDRs());
      case NODE_CIDR -> of(HostAddresses.podNetworks(node));
      case NONE -> new LocalTraffic(null, null);
    };
  }

  private static LocalTraffic of(List<Cidr> networks) {
    return new LocalTraffic(first(networks, IpFamily.IPV4), first(networks, IpFamily.IPV6));
  }

  private static @Nullable Cidr first(List<Cidr> networks, IpFamily family) {
    for (Cidr network : networks) {
      if (network.family() == family) {
        return network;
      }
    }
    return null;
  }

  /** What of a family counts as local Pods; null where nothing can tell. */
  @Nullable Cidr network(IpFamily family) {
    return family == IpFamily.IPV4 ? ipv4 : ipv6;
  }

  boolean isTold(IpFamily family) {
    return network(family) != null;
  }

  boolean isLocalPod(IpAddress sender) {
    Cidr network = network(sender.family());
    return network != null && network.contains(sender);
  }
}
