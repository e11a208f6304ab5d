package io.servicesemantics.impl.description;

import io.servicesemantics.cluster.HostAddresses;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.net.Cidr;
import io.servicesemantics.net.IpFamily;
import java.util.Optional;

/** The networks of Pods that nodes say. */
final class PodRanges {

  private PodRanges() {}

  /** The first one of a family. */
  static Optional<Cidr> of(Node node, IpFamily family) {
    return HostAddresses.podNetworks(node).stream()
        .filter(network -> network.family() == family)
        .findFirst();
  }
}
