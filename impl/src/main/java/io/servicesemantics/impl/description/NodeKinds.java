package io.servicesemantics.impl.description;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.HostAddresses;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.net.Cidr;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.object.ObjectMeta;
import io.servicesemantics.profile.ProxySettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The nodes of a cluster, and by what of theirs any of them may treat the traffic of a Service
 * otherwise than another: families, addresses and Pods, as they lie in networks that count.
 */
final class NodeKinds {

  private static final Node NOWHERE = Node.builder().metadata(ObjectMeta.of("")).build();

  // All that is asked again for every Service that says networks.
  private record Addresses(ImmutableList<IpAddress> own, ImmutableList<IpAddress> pods) {
    static Addresses of(Node node, ExampleSenders senders) {
      ImmutableList.Builder<IpAddress> own = ImmutableList.builder();
      ImmutableList.Builder<IpAddress> pods = ImmutableList.builder();
      for (IpFamily family : IpFamily.values()) {
        own.addAll(HostAddresses.of(node, family));
        senders.pod(node, family).ifPresent(pods::add);
      }
      return new Addresses(own.build(), pods.build());
    }
  }

  private final ImmutableList<Node> nodes;
  private final ImmutableList<Addresses> addresses;
  private final ImmutableList<String> kinds;

  private NodeKinds(
      ImmutableList<Node> nodes, ImmutableList<Addresses> addresses, ImmutableList<String> kinds) {
    this.nodes = nodes;
    this.addresses = addresses;
    this.kinds = kinds;
  }

  static NodeKinds of(ClusterSnapshot world, ProxySettings settings, ExampleSenders senders) {
    ImmutableList<Node> nodes =
        world.nodes().isEmpty() ? ImmutableList.of(NOWHERE) : world.nodesByName().values().asList();
    ImmutableList<Cidr> networks =
        ImmutableList.<Cidr>builder()
            .addAll(settings.nodePortAddresses())
            .addAll(settings.clusterCIDRs())
            .build();
    ImmutableList.Builder<Addresses> addresses = ImmutableList.builder();
    ImmutableList.Builder<String> kinds = ImmutableList.builder();
    for (Node node : nodes) {
      Addresses found = Addresses.of(node, senders);
      addresses.add(found);
      kinds.add(families(node) + places(found, networks));
    }
    return new NodeKinds(nodes, addresses.build(), kinds.build());
  }

  // How many addresses of each family there are, and whether Pods have a network.
  private static String families(Node node) {
    StringBuilder text = new StringBuilder();
    for (IpFamily family : IpFamily.values()) {
      for (IpAddress address : HostAddresses.of(node, family)) {
        text.append(address.isLinkLocalUnicast() ? 'l' : 'a');
      }
      text.append(PodRanges.of(node, family).isPresent() ? '|' : '/');
    }
    return text.toString();
  }

  // Where in the networks the addresses of a node and of its Pods lie.
  private static String places(Addresses addresses, ImmutableList<Cidr> networks) {
    StringBuilder text = new StringBuilder();
    addresses.own().forEach(address -> place(address, networks, text.append('a')));
    for (IpAddress pod : addresses.pods()) {
      place(pod, networks, text.append(pod.family() == IpFamily.IPV4 ? 'p' : 'q'));
    }
    return text.toString();
  }

  private static void place(IpAddress address, ImmutableList<Cidr> networks, StringBuilder text) {
    for (int i = 0; i < networks.size(); i++) {
      if (networks.get(i).contains(address)) {
        text.append(i).append(',');
      }
    }
  }

  /** {@return every node, each name once} */
  ImmutableList<Node> nodes() {
    return nodes;
  }

  // The nodes that treat a Service alike, in the order of the first of each.
  ImmutableList<ImmutableList<Node>> alike(ImmutableList<Cidr> networks, LocalPatterns patterns) {
    Map<String, List<Node>> byKind = new LinkedHashMap<>();
    for (int i = 0; i < nodes.size(); i++) {
      Node node = nodes.get(i);
      String kind = kinds.get(i);
      if (!networks.isEmpty()) {
        kind = kind + ' ' + places(addresses.get(i), networks);
      }
      if (!patterns.isNone()) {
        kind = kind + ' ' + patterns.of(node);
      }
      byKind.computeIfAbsent(kind, unused -> new ArrayList<>()).add(node);
    }
    ImmutableList.Builder<ImmutableList<Node>> alike = ImmutableList.builder();
    byKind.values().forEach(group -> alike.add(ImmutableList.copyOf(group)));
    return alike.build();
  }
}
