package io.servicesemantics.impl.description;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.HostAddresses;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.net.Cidr;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.IpFamily;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An address for each sort of sender, that nobody else has. */
final class ExampleSenders {

  // Networks kept for documentation (RFC 5737, RFC 3849), where nobody lives.
  private static final ImmutableList<Cidr> OUTSIDE =
      ImmutableList.of(
          Cidr.parse("203.0.113.0/24"),
          Cidr.parse("198.51.100.0/24"),
          Cidr.parse("192.0.2.0/24"),
          Cidr.parse("2001:db8:ffff::/120"),
          Cidr.parse("2001:db8:eeee::/120"));

  // As many addresses are looked at before an example is given up.
  private static final int MOST_TRIES = 256;

  private final Set<IpAddress> taken = new HashSet<>();
  private final Map<IpFamily, Map<String, IpAddress>> podsByNode = new EnumMap<>(IpFamily.class);
  private final Map<IpFamily, IpAddress> nodeless = new EnumMap<>(IpFamily.class);

  private ExampleSenders() {}

  static ExampleSenders of(ClusterSnapshot world) {
    ExampleSenders senders = new ExampleSenders();
    for (IpFamily family : IpFamily.values()) {
      senders.podsByNode.put(family, new HashMap<>());
      senders.nodeless.put(
          family, IpAddress.parse(family == IpFamily.IPV4 ? "192.0.2.1" : "2001:db8::1"));
      for (Node node : world.nodes()) {
        senders.taken.addAll(HostAddresses.of(node, family));
      }
    }
    for (Pod pod : world.pods()) {
      senders.add(pod);
    }
    return senders;
  }

  private void add(Pod pod) {
    for (String text : pod.status().podIPs()) {
      IpAddress.tryParseLenient(text)
          .ifPresent(
              address -> {
                taken.add(address);
                if (!pod.spec().hostNetwork()) {
                  podsByNode
                      .getOrDefault(address.family(), new HashMap<>())
                      .putIfAbsent(pod.spec().nodeName(), address);
                }
              });
    }
  }

  // A Pod of the node that is no endpoint of anything; else any Pod there.
  Optional<IpAddress> pod(Node node, IpFamily family) {
    return PodRanges.of(node, family)
        .flatMap(network -> lastFree(network, ImmutableList.of()))
        .or(
            () ->
                Optional.ofNullable(
                    podsByNode.getOrDefault(family, Map.of()).get(node.metadata().name())));
  }

  // The node's first address; of a node that says none, one that stands for it.
  IpAddress node(Node node, IpFamily family) {
    ImmutableList<IpAddress> own = HostAddresses.of(node, family);
    return own.isEmpty() ? standIn(family) : own.get(0);
  }

  private IpAddress standIn(IpFamily family) {
    return nodeless.getOrDefault(family, IpAddress.parse("::"));
  }

  // Somebody beyond the cluster, in none of the ranges.
  Optional<IpAddress> outside(IpFamily family, ImmutableList<Cidr> ranges) {
    for (Cidr network : OUTSIDE) {
      if (network.family() == family) {
        Optional<IpAddress> free = lastFree(network, ranges);
        if (free.isPresent()) {
          return free;
        }
      }
    }
    for (Cidr range : ranges) {
      IpAddress last = range.last();
      if (last.family() == family && !last.equals(Cidr.of(last, 0).last())) {
        IpAddress behind = last.next();
        if (!isIn(behind, ranges) && !taken.contains(behind)) {
          return Optional.of(behind);
        }
      }
    }
    return Optional.empty();
  }

  // Somebody in the first range of the family that has room.
  Optional<IpAddress> within(IpFamily family, ImmutableList<Cidr> ranges) {
    for (Cidr range : ranges) {
      if (range.family() == family) {
        Optional<IpAddress> free = lastFree(range, ImmutableList.of());
        if (free.isPresent()) {
          return free;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<IpAddress> lastFree(Cidr network, ImmutableList<Cidr> without) {
    IpAddress first = network.first();
    IpAddress address = network.last();
    // the last address of an IPv4 network is its broadcast address
    if (network.family() == IpFamily.IPV4 && network.prefixLength() < 31) {
      address = address.plus(-1);
    }
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      if (!taken.contains(address) && !isIn(address, without)) {
        return Optional.of(address);
      }
      if (address.equals(first)) {
        return Optional.empty();
      }
      address = address.plus(-1);
    }
    return Optional.empty();
  }

  private static boolean isIn(IpAddress address, ImmutableList<Cidr> ranges) {
    for (Cidr range : ranges) {
      if (range.contains(address)) {
        return true;
      }
    }
    return false;
  }
}
