package io.servicesemantics.impl.description;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.cluster.NodeAddress;
import io.servicesemantics.cluster.NodeAddressType;
import io.servicesemantics.net.Cidr;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.IpFamily;
import java.util.List;
import java.util.Optional;

/** The addresses and Pod networks of a node, by family. */
final class OwnAddresses {

  private OwnAddresses() {}

  // Internal ones first, as kube-proxy finds its own.
  static ImmutableList<IpAddress> of(Node node, IpFamily family) {
    ImmutableSet.Builder<IpAddress> found = ImmutableSet.builder();
    collect(node, NodeAddressType.INTERNAL_IP, family, found);
    collect(node, NodeAddressType.EXTERNAL_IP, family, found);
    return found.build().asList();
  }

  private static void collect(
      Node node, NodeAddressType type, IpFamily family, ImmutableSet.Builder<IpAddress> found) {
    for (NodeAddress address : node.status().addresses()) {
      if (address.type().is(type)) {
        IpAddress.tryParseLenient(address.address())
            .filter(parsed -> parsed.family() == family && !parsed.isLoopback())
            .ifPresent(found::add);
      }
    }
  }

  static Optional<Cidr> podNetwork(Node node, IpFamily family) {
    List<String> said = node.spec().podCIDRs();
    for (String text : said.isEmpty() ? List.of(node.spec().podCIDR()) : said) {
      Optional<Cidr> network = Cidr.tryParseLenient(text);
      if (network.isPresent() && network.get().family() == family) {
        return network;
      }
    }
    return Optional.empty();
  }
}
