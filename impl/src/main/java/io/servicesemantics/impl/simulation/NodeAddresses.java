package io.servicesemantics.impl.simulation;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.HostAddresses;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.cluster.NodeAddress;
import io.servicesemantics.cluster.NodeAddressType;
import io.servicesemantics.net.Cidr;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.IpFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The Pod ranges of one node, and which addresses are next. */
final class NodeAddresses {

  // The network's own address and the node's end of the Pods' link are never a Pod's.
  private static final long FIRST_OFFSET = 2;

  /** One range and the place of its next address. */
  private static final class Range {
    private final Cidr cidr;
    private final long end;
    private long next = FIRST_OFFSET;

    Range(Cidr cidr) {
      this.cidr = cidr.masked();
      long size = cidr.saturatedSize();
      // The last address of an IPv4 network is its broadcast address.
      this.end = cidr.family() == IpFamily.IPV4 ? size - 1 : size;
    }
  }

  private final Node node;
  private final Set<String> taken;
  private final List<Range> ranges = new ArrayList<>();

  NodeAddresses(Node node, int number, Set<String> taken) {
    this.node = node;
    this.taken = taken;
    HostAddresses.podNetworks(node).forEach(cidr -> ranges.add(new Range(cidr)));
    if (ranges.isEmpty()) {
      AssumedNodes.podRange(number).ifPresent(cidr -> ranges.add(new Range(cidr)));
    }
  }

  Node node() {
    return node;
  }

  boolean hasRoom() {
    for (Range range : ranges) {
      if (range.next >= range.end) {
        return false;
      }
    }
    return !ranges.isEmpty();
  }

  // The next address of each range; empty when one of them has none left.
  ImmutableList<String> take() {
    ImmutableList.Builder<String> addresses = ImmutableList.builder();
    for (Range range : ranges) {
      String address = "";
      while (address.isEmpty() && range.next < range.end) {
        IpAddress candidate = range.cidr.address(range.next++);
        if (taken.add(candidate.toString())) {
          address = candidate.toString();
        }
      }
      if (address.isEmpty()) {
        return ImmutableList.of();
      }
      addresses.add(address);
    }
    return addresses.build();
  }

  // The addresses of the node itself, which are those of a Pod on its network.
  ImmutableList<String> own() {
    ImmutableList.Builder<String> addresses = ImmutableList.builder();
    for (NodeAddress address : node.status().addresses()) {
      if (address.type().is(NodeAddressType.INTERNAL_IP)) {
        addresses.add(address.address());
      }
    }
    return addresses.build();
  }
}
