package io.servicesemantics.impl.traffic;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.HostAddresses;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.endpoint.Endpoint;
import io.servicesemantics.endpoint.EndpointHints;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.net.Protocol;
import io.servicesemantics.object.Choice;
import io.servicesemantics.object.ObjectMeta;
import io.servicesemantics.routing.FrontEnd;
import io.servicesemantics.routing.RoutingTable;
import io.servicesemantics.routing.TrafficRouter;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServicePort;
import io.servicesemantics.service.ServiceSpec;
import io.servicesemantics.service.ServiceType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Nodes that differ in nothing but their names, so that one answers for all whose name no slice
 * says.
 *
 * <p>Zone and the families in which node ports are served or can be asked at all make a shape.
 */
final class NodeShapes {

  /**
   * What routing sees of a node besides its name, as far as the fate of connections rests on it.
   */
  private record Shape(String zone, ImmutableSet<IpFamily> served, ImmutableSet<IpFamily> own) {}

  private static final Service PROBE =
      Service.builder()
          .metadata(ObjectMeta.of("probe", "probe"))
          .spec(
              ServiceSpec.builder()
                  .type(ServiceType.NODE_PORT)
                  .clusterIP("10.96.0.1")
                  .clusterIPs(ImmutableList.of("10.96.0.1", "fd00:96::1"))
                  .addIpFamilies(Choice.of(IpFamily.IPV4), Choice.of(IpFamily.IPV6))
                  .addPorts(
                      ServicePort.builder().port(80).nodePort(30080).protocol(Protocol.TCP).build())
                  .build())
          .build();

  private final Map<String, Shape> shapes = new LinkedHashMap<>();

  NodeShapes(Iterable<Node> nodes, TrafficRouter router) {
    ClusterSnapshot probe = ClusterSnapshot.builder().addServices(PROBE).build();
    for (RoutingTable table : router.tablesFor(nodes, probe).values()) {
      Node node = table.node();
      ImmutableSet.Builder<IpFamily> served = ImmutableSet.builder();
      for (FrontEnd frontEnd : table.frontEnds()) {
        if (!frontEnd.kind().isInternal() && !frontEnd.address().isLoopback()) {
          served.add(frontEnd.address().family());
        }
      }
      ImmutableSet.Builder<IpFamily> own = ImmutableSet.builder();
      for (IpFamily family : IpFamily.values()) {
        if (!HostAddresses.of(node, family).isEmpty()) {
          own.add(family);
        }
      }
      shapes.put(node.metadata().name(), new Shape(node.zone(), served.build(), own.build()));
    }
  }

  /** The nodes in groups that a Service's slices cannot tell apart. */
  List<List<String>> alike(Iterable<EndpointSlice> slices) {
    Set<String> named = named(slices);
    Map<Object, List<String>> groups = new LinkedHashMap<>();
    shapes.forEach(
        (name, shape) ->
            groups
                .computeIfAbsent(named.contains(name) ? name : shape, key -> new ArrayList<>())
                .add(name));
    return new ArrayList<>(groups.values());
  }

  private static Set<String> named(Iterable<EndpointSlice> slices) {
    ImmutableSet.Builder<String> named = ImmutableSet.builder();
    for (EndpointSlice slice : slices) {
      for (Endpoint endpoint : slice.endpoints()) {
        endpoint.nodeName().ifPresent(named::add);
        endpoint.hints().map(EndpointHints::forNodes).ifPresent(named::addAll);
      }
    }
    return named.build();
  }
}
