package io.servicesemantics.impl.upgrade;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMultiset;
import io.servicesemantics.cluster.HostAddresses;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.endpoint.Endpoint;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.net.Cidr;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.object.KnownLabels;
import io.servicesemantics.object.ObjectMeta;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The nodes of a cluster, sorted by all that makes one treat a Service's traffic otherwise than
 * another: zone, families of addresses and of Pods, networks they lie in, and endpoints there.
 */
final class NodeSorts {

  // Stands for any node of a cluster that tells none.
  private static final Node NOWHERE = Node.builder().metadata(ObjectMeta.of("")).build();

  private final ImmutableList<Node> nodes;
  private final ImmutableList<String> places;

  private NodeSorts(ImmutableList<Node> nodes, ImmutableList<String> places) {
    this.nodes = nodes;
    this.places = places;
  }

  static NodeSorts of(Iterable<Node> all, ImmutableList<Cidr> networks) {
    ImmutableList<Node> found = ImmutableList.copyOf(all);
    ImmutableList<Node> nodes = found.isEmpty() ? ImmutableList.of(NOWHERE) : found;
    ImmutableList.Builder<String> places = ImmutableList.builder();
    for (Node node : nodes) {
      StringBuilder place = new StringBuilder();
      place.append(node.metadata().labels().getOrDefault(KnownLabels.ZONE, "")).append('/');
      place.append(node.metadata().labels().containsKey(KnownLabels.ZONE)).append('/');
      for (IpAddress address : HostAddresses.of(node)) {
        place.append(address.isLinkLocalUnicast() ? 'l' : 'a').append(address.family().bits());
      }
      for (Cidr pods : HostAddresses.podNetworks(node)) {
        place.append('p').append(pods.family().bits()).append(within(pods.first(), networks));
      }
      HostAddresses.of(node).forEach(address -> place.append(within(address, networks)));
      places.add(place.toString());
    }
    return new NodeSorts(nodes, places.build());
  }

  private static String within(IpAddress address, ImmutableList<Cidr> networks) {
    StringBuilder text = new StringBuilder("|");
    for (int i = 0; i < networks.size(); i++) {
      if (networks.get(i).contains(address)) {
        text.append(i).append(',');
      }
    }
    return text.toString();
  }

  int count() {
    return nodes.size();
  }

  /**
   * The nodes that treat a Service alike.
   *
   * @param before its slices in one release
   * @param after its slices in the other
   * @param networks those that the Service itself names
   */
  ImmutableList<ImmutableList<Node>> alike(
      ImmutableList<EndpointSlice> before,
      ImmutableList<EndpointSlice> after,
      ImmutableList<Cidr> networks) {
    ImmutableListMultimap<String, String> endpoints =
        before.equals(after)
            ? byNode(before)
            : ImmutableListMultimap.<String, String>builder()
                .putAll(byNode(before))
                .putAll(byNode(after))
                .build();
    Map<String, List<Node>> sorts = new LinkedHashMap<>();
    for (int i = 0; i < nodes.size(); i++) {
      Node node = nodes.get(i);
      StringBuilder sort = new StringBuilder(places.get(i)).append(' ');
      endpoints.get(node.metadata().name()).stream().sorted().forEach(sort::append);
      if (!networks.isEmpty()) {
        HostAddresses.of(node).forEach(address -> sort.append(within(address, networks)));
        HostAddresses.podNetworks(node)
            .forEach(pods -> sort.append(within(pods.first(), networks)));
      }
      sorts.computeIfAbsent(sort.toString(), unused -> new ArrayList<>()).add(node);
    }
    return sorts.values().stream()
        .map(ImmutableList::copyOf)
        .collect(ImmutableList.toImmutableList());
  }

  // What is on each node, and hinted for it; which of several entries of an address matters too.
  private static ImmutableListMultimap<String, String> byNode(ImmutableList<EndpointSlice> slices) {
    ImmutableMultiset.Builder<String> written = ImmutableMultiset.builder();
    slices.forEach(
        slice -> slice.endpoints().forEach(endpoint -> written.addAll(endpoint.addresses())));
    ImmutableMultiset<String> addresses = written.build();
    ImmutableListMultimap.Builder<String, String> byNode = ImmutableListMultimap.builder();
    for (EndpointSlice slice : slices) {
      for (Endpoint endpoint : slice.endpoints()) {
        StringBuilder sort = new StringBuilder();
        sort.append(slice.addressType().text()).append(slice.ports().hashCode());
        sort.append(endpoint.conditions());
        endpoint.hints().ifPresent(hints -> sort.append(hints.forZones()));
        for (String address : endpoint.addresses()) {
          sort.append(addresses.count(address) > 1 ? address : "").append(' ');
        }
        endpoint.nodeName().ifPresent(node -> byNode.put(node, sort.toString()));
        endpoint
            .hints()
            .ifPresent(hints -> hints.forNodes().forEach(node -> byNode.put(node, "hinted")));
      }
    }
    return byNode.build();
  }
}
