package io.servicesemantics.impl.app;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.HostAddresses;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.net.Cidr;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.IpFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The networks that hold all Pods of a cluster: what kube-proxy would be given as {@code
 * --cluster-cidr}, which no object tells.
 */
final class PodNetworks {

  private PodNetworks() {}

  /** The smallest network of each family that holds the Pod ranges of all nodes, and all Pods. */
  static ImmutableList<Cidr> of(ClusterSnapshot world) {
    List<Cidr> known = new ArrayList<>();
    for (Node node : world.nodes()) {
      known.addAll(HostAddresses.podNetworks(node));
    }
    for (Pod pod : world.pods()) {
      if (!pod.spec().hostNetwork()) {
        for (String text : pod.status().podIPs()) {
          IpAddress.tryParseLenient(text)
              .ifPresent(address -> known.add(Cidr.of(address, address.family().bits())));
        }
      }
    }
    ImmutableList.Builder<Cidr> networks = ImmutableList.builder();
    for (IpFamily family : IpFamily.values()) {
      cover(known, family).ifPresent(networks::add);
    }
    return networks.build();
  }

  private static Optional<Cidr> cover(List<Cidr> networks, IpFamily family) {
    Cidr cover = null;
    for (Cidr network : networks) {
      if (network.family() == family) {
        cover = cover == null ? network.masked() : widened(cover, network);
      }
    }
    return Optional.ofNullable(cover);
  }

  private static Cidr widened(Cidr cover, Cidr network) {
    Cidr widened = cover;
    while (!widened.contains(network)) {
      widened = Cidr.of(widened.address(), widened.prefixLength() - 1).masked();
    }
    return widened;
  }
}
