package io.servicesemantics.impl.description;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Lists;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.HostAddresses;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.description.TrafficCell;
import io.servicesemantics.description.TrafficDestination;
import io.servicesemantics.description.TrafficGroup;
import io.servicesemantics.description.TrafficRow;
import io.servicesemantics.description.TrafficSender;
import io.servicesemantics.description.TrafficTable;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.net.Cidr;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.object.KubernetesObject;
import io.servicesemantics.routing.Flow;
import io.servicesemantics.routing.FlowOrigin;
import io.servicesemantics.routing.RoutingTable;
import io.servicesemantics.service.Service;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Makes the table of one Service's traffic: asks a node of each sort about each destination. */
final class TrafficTables {

  /** Nodes that are alike, and the table of the first of them. */
  private record Vantage(ImmutableList<Node> nodes, RoutingTable table) {
    Node first() {
      return nodes.get(0);
    }

    ImmutableList<String> names() {
      ImmutableList.Builder<String> names = ImmutableList.builder();
      nodes.forEach(node -> names.add(node.metadata().name()));
      return names.build();
    }
  }

  private final Service service;
  private final Scene scene;
  private final ImmutableList<Vantage> vantages;

  private TrafficTables(Service service, Scene scene, ImmutableList<Vantage> vantages) {
    this.service = service;
    this.scene = scene;
    this.vantages = vantages;
  }

  static TrafficTable of(Service service, ImmutableList<ImmutableList<Node>> alike, Scene scene) {
    ClusterSnapshot world = worldOf(service, scene);
    ImmutableList.Builder<Vantage> vantages = ImmutableList.builder();
    for (ImmutableList<Node> nodes : alike) {
      vantages.add(new Vantage(nodes, scene.router().tableFor(nodes.get(0), world)));
    }
    return new TrafficTables(service, scene, vantages.build()).table();
  }

  // All of the world that the traffic of a Service rests on.
  static ClusterSnapshot worldOf(Service service, Scene scene) {
    ImmutableList<Service> services = scene.rivals().of(service);
    ImmutableList.Builder<EndpointSlice> slices = ImmutableList.builder();
    for (KubernetesObject each : services) {
      slices.addAll(scene.state().slicesOf(each.namespacedName()));
    }
    return ClusterSnapshot.builder()
        .services(services)
        .endpointSlices(slices.build())
        .serviceCidrs(scene.world().serviceCidrs())
        .build();
  }

  private TrafficTable table() {
    ImmutableList.Builder<TrafficRow> rows = ImmutableList.builder();
    for (TrafficDestination destination :
        Destinations.of(
            service, vantages.get(0).table(), Lists.transform(vantages, Vantage::first))) {
      ImmutableList.Builder<TrafficGroup> groups = ImmutableList.builder();
      for (Vantage vantage : vantages) {
        ImmutableMap<TrafficSender, TrafficCell> cells = cells(destination, vantage);
        if (!cells.isEmpty()) {
          groups.add(new TrafficGroup(vantage.names(), cells));
        }
      }
      rows.add(new TrafficRow(destination, groups.build()));
    }
    return new TrafficTable(rows.build());
  }

  private ImmutableMap<TrafficSender, TrafficCell> cells(
      TrafficDestination destination, Vantage vantage) {
    Optional<IpAddress> address = addressAt(destination, vantage.first());
    ImmutableMap.Builder<TrafficSender, TrafficCell> cells = ImmutableMap.builder();
    if (address.isPresent()) {
      senders(destination, vantage.first())
          .forEach(
              (sender, source) ->
                  cells.put(
                      sender,
                      TrafficCell.of(
                          vantage.table(),
                          new Flow(
                              destination.protocol(),
                              sender == TrafficSender.NODE ? FlowOrigin.HOST : FlowOrigin.NETWORK,
                              source,
                              address.get(),
                              destination.port()))));
    }
    return cells.buildOrThrow();
  }

  private static Optional<IpAddress> addressAt(TrafficDestination destination, Node node) {
    if (destination.place() == 0) {
      return destination.address();
    }
    ImmutableList<IpAddress> own = HostAddresses.of(node, destination.family());
    return destination.place() <= own.size()
        ? Optional.of(own.get(destination.place() - 1))
        : Optional.empty();
  }

  private Map<TrafficSender, IpAddress> senders(TrafficDestination destination, Node node) {
    Map<TrafficSender, IpAddress> senders = new EnumMap<>(TrafficSender.class);
    if (destination.isLoopback()) {
      senders.put(TrafficSender.NODE, destination.address().orElseThrow());
      return senders;
    }
    IpFamily family = destination.family();
    ImmutableList<Cidr> ranges = Ranges.of(service, family);
    scene.senders().pod(node, family).ifPresent(pod -> senders.put(TrafficSender.POD, pod));
    senders.put(TrafficSender.NODE, scene.senders().node(node, family));
    if (!ranges.isEmpty()) {
      scene
          .senders()
          .within(family, ranges)
          .ifPresent(inside -> senders.put(TrafficSender.OUTSIDE_IN_RANGES, inside));
    }
    scene
        .senders()
        .outside(family, ranges)
        .ifPresent(outside -> senders.put(TrafficSender.OUTSIDE, outside));
    return senders;
  }
}
