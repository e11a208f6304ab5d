package io.servicesemantics.impl.upgrade;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.HostAddresses;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.net.Cidr;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.routing.Flow;
import io.servicesemantics.routing.FlowDifference;
import io.servicesemantics.routing.Verdict;
import io.servicesemantics.service.LoadBalancerIngress;
import io.servicesemantics.service.Service;
import io.servicesemantics.upgrade.UpgradeCause;
import io.servicesemantics.upgrade.UpgradeChangeKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What nodes of the other release do otherwise with the traffic of one Service. Lives while the
 * Service is asked about.
 */
final class TrafficChanges {

  /** What is the same of a flow on several nodes. */
  private record Change(
      String destination,
      String sender,
      String before,
      String after,
      ImmutableList<UpgradeCause> causes) {}

  /** What is the same of flows to several destinations. */
  private record Told(
      String sender,
      ImmutableList<String> nodes,
      String before,
      String after,
      ImmutableList<UpgradeCause> causes) {}

  private final Releases releases;
  private final PlacedService service;
  private final Map<Change, List<String>> nodesOf = new LinkedHashMap<>();

  private TrafficChanges(Releases releases, PlacedService service) {
    this.releases = releases;
    this.service = service;
  }

  static void find(
      Releases releases, PlacedService service, NodeSorts sorts, String when, FoundChanges found) {
    TrafficChanges changes = new TrafficChanges(releases, service);
    for (ImmutableList<Node> nodes :
        sorts.alike(
            service.slices(releases.from()),
            service.slices(releases.to()),
            networks(service.stored()))) {
      changes.ask(nodes);
    }
    changes.tell(sorts.count(), when, found);
  }

  // Of nodes that treat the Service alike the first answers for all.
  private void ask(ImmutableList<Node> nodes) {
    Node node = nodes.get(0);
    for (FlowDifference difference :
        service.table(releases.from(), node).differences(service.table(releases.to(), node))) {
      List<String> names =
          nodesOf.computeIfAbsent(change(node, difference), k -> new ArrayList<>());
      nodes.forEach(one -> names.add(one.metadata().name()));
    }
  }

  private Change change(Node node, FlowDifference difference) {
    Flow flow = difference.flow();
    Verdict old = difference.before().value();
    Verdict next = difference.after().value();
    String before = VerdictWords.few(old, flow);
    String after = VerdictWords.few(next, flow);
    boolean isTold = !before.equals(after);
    return new Change(
        destination(flow, node),
        difference.sender(),
        isTold ? before : VerdictWords.all(old, flow),
        isTold ? after : VerdictWords.all(next, flow),
        releases.causes(
            cluster -> service.table(cluster, node).route(flow).isSameTrafficFor(old, flow)));
  }

  private void tell(int nodes, String when, FoundChanges found) {
    Map<Told, Set<String>> destinations = new LinkedHashMap<>();
    nodesOf.forEach(
        (change, names) ->
            destinations
                .computeIfAbsent(
                    new Told(
                        change.sender(),
                        ImmutableList.copyOf(names),
                        change.before(),
                        change.after(),
                        change.causes()),
                    unused -> new LinkedHashSet<>())
                .add(change.destination()));
    destinations.forEach(
        (told, places) ->
            found.add(
                UpgradeChangeKind.ROUTED_OTHERWISE,
                FoundChanges.few(places, ", ")
                    + " from "
                    + told.sender()
                    + (told.nodes().size() == nodes ? "" : on(told.nodes()))
                    + when,
                told.before(),
                told.after(),
                told.causes()));
  }

  private static String destination(Flow flow, Node node) {
    IpAddress address = flow.destination();
    String at = address.family() == IpFamily.IPV6 ? "[" + address + "]" : address.toString();
    String own = HostAddresses.of(node).contains(address) ? "the node" : at;
    return flow.protocol().wireName() + " " + own + ":" + flow.port();
  }

  private static String on(ImmutableList<String> nodes) {
    return " on "
        + nodes.get(0)
        + (nodes.size() == 1 ? "" : " and " + (nodes.size() - 1) + " more");
  }

  // Networks and addresses that the Service says, and a node may be in.
  private static ImmutableList<Cidr> networks(Service service) {
    List<String> texts = new ArrayList<>(service.spec().externalIPs());
    for (LoadBalancerIngress ingress : service.status().loadBalancer().ingress()) {
      texts.add(ingress.ip());
    }
    ImmutableList.Builder<Cidr> networks = ImmutableList.builder();
    for (String text : texts) {
      IpAddress.tryParseLenient(text)
          .ifPresent(address -> networks.add(Cidr.of(address, address.family().bits())));
    }
    for (String text : service.spec().loadBalancerSourceRanges()) {
      Cidr.tryParseLenient(text.strip()).ifPresent(networks::add);
    }
    return networks.build();
  }
}
