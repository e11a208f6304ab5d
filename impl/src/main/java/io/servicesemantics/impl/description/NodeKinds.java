package io.servicesemantics.impl.description;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.ClusterSnapshot;
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

  private final ImmutableList<Node> nodes;
  private final ImmutableList<String> kinds;
  private final ExampleSenders senders;

  private NodeKinds(
      ImmutableList<Node> nodes, ImmutableList<String> kinds, ExampleSenders senders) {
    this.nodes = nodes;
    this.kinds = kinds;
    this.senders = senders;
  }

  static NodeKinds of(ClusterSnapshot world, ProxySettings settings, ExampleSenders senders) {
    ImmutableList<Node> nodes =
        world.nodes().isEmpty() ? ImmutableList.of(NOWHERE) : world.nodesByName().values().asList();
    ImmutableList<Cidr> networks =
        ImmutableList.<Cidr>builder()
            .addAll(settings.nodePortAddresses())
            .addAll(settings.clusterCIDRs())
            .build();
    ImmutableList.Builder<String> kinds = ImmutableList.builder();
    for (Node node : nodes) {
      kinds.add(places(node, networks, senders));
    }
    return new NodeKinds(nodes, kinds.build(), senders);
  }

  // Where in the networks the addresses of a node and of its Pods lie.
  private static String places(Node node, ImmutableList<Cidr> networks, ExampleSenders senders) {
    StringBuilder text = new StringBuilder();
    for (IpFamily family : IpFamily.values()) {
      for (IpAddress address : OwnAddresses.of(node, family)) {
        place(address, networks, text.append(address.isLinkLocalUnicast() ? 'l' : 'a'));
      }
      text.append(OwnAddresses.podNetwork(node, family).isPresent() ? '|' : '/');
      senders.pod(node, family).ifPresent(pod -> place(pod, networks, text.append('p')));
      text.append(';');
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
        kind = kind + ' ' + places(node, networks, senders);
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
