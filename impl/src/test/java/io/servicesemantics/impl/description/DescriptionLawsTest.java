package io.servicesemantics.impl.description;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import io.servicesemantics.ServiceSemantics;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.HostAddresses;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.description.ServiceDescription;
import io.servicesemantics.description.SnapshotDescription;
import io.servicesemantics.description.TrafficCell;
import io.servicesemantics.description.TrafficGroup;
import io.servicesemantics.description.TrafficRow;
import io.servicesemantics.description.TrafficSender;
import io.servicesemantics.impl.StandardSemantics;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.object.ObjectMeta;
import io.servicesemantics.profile.ClusterProfile;
import io.servicesemantics.profile.KubernetesVersion;
import io.servicesemantics.profile.ProxySettings;
import io.servicesemantics.routing.Flow;
import io.servicesemantics.routing.Forward;
import io.servicesemantics.routing.RoutingTable;
import io.servicesemantics.routing.Verdict;
import io.servicesemantics.testkit.arbitrary.RoutingArbitraries;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DescriptionLawsTest {

  @Provide
  Arbitrary<ProxySettings> settings() {
    return RoutingArbitraries.settings();
  }

  // Any nodes, called node-a, node-b and so on.
  @Provide
  Arbitrary<ClusterSnapshot> worlds() {
    return RoutingArbitraries.worlds()
        .flatMap(
            world ->
                RoutingArbitraries.nodes()
                    .list()
                    .ofMaxSize(4)
                    .map(nodes -> found(world).withNodes(named(nodes))));
  }

  // Services that have been stored are not sent to the API server again, and none is refused.
  private static ClusterSnapshot found(ClusterSnapshot world) {
    return world.withServices(
        Lists.transform(
            world.services(),
            service ->
                service.withMetadata(
                    service.metadata().withUid("uid-" + service.metadata().name()))));
  }

  private static List<Node> named(List<Node> nodes) {
    ImmutableList.Builder<Node> named = ImmutableList.builder();
    for (int i = 0; i < nodes.size(); i++) {
      ObjectMeta metadata = nodes.get(i).metadata().withName("node-" + (char) ('a' + i));
      named.add(nodes.get(i).withMetadata(metadata));
    }
    return named.build();
  }

  @Property(tries = 300)
  void everyCell_isWhatTheTableOfTheWholeClusterAnswers(
      @ForAll("worlds") ClusterSnapshot world, @ForAll("settings") ProxySettings settings) {
    ServiceSemantics semantics = semantics(settings);
    SnapshotDescription described = semantics.describer().describe(world);
    assertThat(described.toString()).isNotEmpty();
    Map<String, RoutingTable> tables = new HashMap<>();
    Node nowhere = Node.builder().metadata(ObjectMeta.of("")).build();
    tables.put("", semantics.router().tableFor(nowhere, described.world()));
    for (Node node : described.world().nodes()) {
      tables.put(node.metadata().name(), semantics.router().tableFor(node, described.world()));
    }
    for (ServiceDescription service : described.services()) {
      for (TrafficRow row : service.traffic().rows()) {
        for (TrafficGroup group : row.groups()) {
          group.cells().forEach((sender, cell) -> check(row, group, sender, cell, tables));
        }
      }
    }
  }

  private static void check(
      TrafficRow row,
      TrafficGroup group,
      TrafficSender sender,
      TrafficCell cell,
      Map<String, RoutingTable> tables) {
    RoutingTable first = requireNonNull(tables.get(group.nodes().get(0)));
    assertThat(cell.verdict().isSameFor(first.route(cell.flow()), cell.flow()))
        .as("%s on %s", cell, group.nodes().get(0))
        .isTrue();
    for (String name : group.nodes()) {
      RoutingTable table = requireNonNull(tables.get(name));
      if (sender != TrafficSender.POD && (row.destination().place() < 2)) {
        Flow flow = as(cell.flow(), row, sender, table.node(), first.node());
        assertAlike(cell.verdict(), table.route(flow), cell + " on " + name);
      }
    }
  }

  // The same from and to another node, where its own addresses are meant.
  private static Flow as(Flow flow, TrafficRow row, TrafficSender sender, Node node, Node instead) {
    IpAddress source =
        sender == TrafficSender.NODE ? own(flow.source(), node, instead) : flow.source();
    IpAddress destination =
        row.destination().place() == 1
            ? own(flow.destination(), node, instead)
            : flow.destination();
    return new Flow(flow.protocol(), flow.origin(), source, destination, flow.port());
  }

  private static IpAddress own(IpAddress address, Node node, Node instead) {
    List<IpAddress> before = HostAddresses.of(instead, address.family());
    int place = before.indexOf(address);
    return place < 0 ? address : HostAddresses.of(node, address.family()).get(place);
  }

  private static void assertAlike(Verdict one, Verdict other, String what) {
    assertThat(other.kind()).as(what).isEqualTo(one.kind());
    if (one instanceof Forward sent && other instanceof Forward also) {
      assertThat(also.endpoints().size()).as(what).isEqualTo(sent.endpoints().size());
      assertThat(also.masquerade()).as(what).isEqualTo(sent.masquerade());
      assertThat(also.affinitySeconds()).as(what).isEqualTo(sent.affinitySeconds());
    }
  }

  @Property(tries = 200)
  void theOrderOfObjects_neverMatters(
      @ForAll("worlds") ClusterSnapshot world, @ForAll("settings") ProxySettings settings) {
    ClusterSnapshot other =
        world
            .withServices(Lists.reverse(world.services()))
            .withEndpointSlices(Lists.reverse(world.endpointSlices()));

    assertThat(traffic(settings, other)).isEqualTo(traffic(settings, world));
  }

  // Objects are told in the order they are given; what is told of each depends on none.
  private static Map<String, String> traffic(ProxySettings settings, ClusterSnapshot world) {
    Map<String, String> traffic = new HashMap<>();
    for (ServiceDescription service : semantics(settings).describer().describe(world).services()) {
      traffic.put(service.service().namespacedName().toString(), service.traffic().toString());
    }
    return traffic;
  }

  private static ServiceSemantics semantics(ProxySettings settings) {
    return StandardSemantics.of(ClusterProfile.of(KubernetesVersion.V1_36).withProxy(settings));
  }
}
