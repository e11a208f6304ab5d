package io.servicesemantics.impl.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Lists;
import io.servicesemantics.ServiceSemantics;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.explain.Explained;
import io.servicesemantics.impl.StandardSemantics;
import io.servicesemantics.profile.ClusterProfile;
import io.servicesemantics.profile.KubernetesVersion;
import io.servicesemantics.profile.ProxySettings;
import io.servicesemantics.routing.Backend;
import io.servicesemantics.routing.Forward;
import io.servicesemantics.routing.Fraction;
import io.servicesemantics.routing.FrontEndKind;
import io.servicesemantics.routing.RoutingTable;
import io.servicesemantics.routing.Verdict;
import io.servicesemantics.service.Service;
import io.servicesemantics.testkit.arbitrary.RoutingArbitraries;
import io.servicesemantics.testkit.fixture.NodeFixtures;
import io.servicesemantics.testkit.fixture.TrafficFixtures;
import io.servicesemantics.traffic.BalancerSpread;
import io.servicesemantics.traffic.ClientLoad;
import io.servicesemantics.traffic.EndpointCount;
import io.servicesemantics.traffic.EndpointShare;
import io.servicesemantics.traffic.EntryFate;
import io.servicesemantics.traffic.EntryShare;
import io.servicesemantics.traffic.FateChange;
import io.servicesemantics.traffic.LoadBalancerModel;
import io.servicesemantics.traffic.LostShare;
import io.servicesemantics.traffic.NodeWeights;
import io.servicesemantics.traffic.OutagePhase;
import io.servicesemantics.traffic.OutageReport;
import io.servicesemantics.traffic.OutageStage;
import io.servicesemantics.traffic.PortOutage;
import io.servicesemantics.traffic.ShareReason;
import io.servicesemantics.traffic.TargetKind;
import io.servicesemantics.traffic.TrafficPort;
import io.servicesemantics.traffic.TrafficSplit;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for the shares and outages of any cluster. */
class TrafficLawsTest {

  private static final ImmutableList<String> NAMES = ImmutableList.of("node-a", "node-b", "node-c");
  private static final Fraction HALF = Fraction.of(1, 2);

  @Provide
  Arbitrary<ClusterSnapshot> worlds() {
    return Combinators.combine(RoutingArbitraries.worlds(), nodes())
        .as((world, nodes) -> world.withNodes(nodes));
  }

  private static Arbitrary<List<Node>> nodes() {
    Arbitrary<String> zones = Arbitraries.of("zone-1", "zone-2", "");
    Arbitrary<Boolean> addressed = Arbitraries.of(true, true, false);
    return Combinators.combine(zones.list().ofSize(3), addressed.list().ofSize(3))
        .as(
            (zone, isAddressed) -> {
              ImmutableList.Builder<Node> nodes = ImmutableList.builder();
              for (int i = 0; i < NAMES.size(); i++) {
                Node node = TrafficFixtures.node(NAMES.get(i), zone.get(i), i + 2);
                nodes.add(
                    isAddressed.get(i) ? node : NodeFixtures.inZone(NAMES.get(i), zone.get(i)));
              }
              return nodes.build();
            });
  }

  @Provide
  Arbitrary<ProxySettings> settings() {
    return RoutingArbitraries.settings();
  }

  @Provide
  Arbitrary<NodeWeights> weights() {
    return Arbitraries.integers()
        .between(0, 5)
        .list()
        .ofSize(3)
        .filter(parts -> parts.stream().anyMatch(part -> part > 0))
        .map(TrafficLawsTest::weights);
  }

  private static NodeWeights weights(List<Integer> parts) {
    int all = parts.stream().mapToInt(Integer::intValue).sum();
    ImmutableMap.Builder<String, Fraction> weights = ImmutableMap.builder();
    for (int i = 0; i < NAMES.size(); i++) {
      weights.put(NAMES.get(i), Fraction.of(parts.get(i), all));
    }
    return NodeWeights.byNode(weights.buildOrThrow());
  }

  @Provide
  Arbitrary<ClientLoad> loads() {
    Arbitrary<FrontEndKind> kinds =
        Arbitraries.of(FrontEndKind.class)
            .filter(kind -> kind != FrontEndKind.HEALTH_CHECK_NODE_PORT);
    Arbitrary<NodeWeights> weights =
        Arbitraries.oneOf(weights(), Arbitraries.just(NodeWeights.evenly()));
    Arbitrary<ClientLoad> atNodes =
        Combinators.combine(Arbitraries.integers().between(0, 2), weights, kinds)
            .as(
                (who, over, to) ->
                    switch (who) {
                      case 0 -> new ClientLoad.FromPods(over, to);
                      case 1 -> new ClientLoad.FromNodes(over, to);
                      default -> new ClientLoad.FromOutside(over, to, Optional.empty());
                    });
    Arbitrary<ClientLoad> balanced =
        Combinators.combine(
                Arbitraries.of(TargetKind.class),
                Arbitraries.of(BalancerSpread.EVENLY, BalancerSpread.BY_ENDPOINT_WEIGHT),
                Arbitraries.of(true, false),
                Arbitraries.of(true, false))
            .as(
                (targets, spread, isChecked, isKeeping) ->
                    ClientLoad.through(
                        LoadBalancerModel.of(targets)
                            .withSpread(spread)
                            .withHealthChecked(isChecked)
                            .withKeepsClientAddress(isKeeping)));
    return Arbitraries.oneOf(atNodes, balanced);
  }

  private static ServiceSemantics k8s(ProxySettings settings) {
    return StandardSemantics.of(ClusterProfile.of(KubernetesVersion.V1_36).withProxy(settings));
  }

  private static List<TrafficPort> ports(ClusterSnapshot world) {
    return world.services().stream().flatMap(it -> TrafficPort.allOf(it).stream()).toList();
  }

  @Property(tries = 300)
  void shares_areWhatEveryTableSaysAddedUp(
      @ForAll("worlds") ClusterSnapshot world,
      @ForAll("settings") ProxySettings settings,
      @ForAll("loads") ClientLoad load) {
    ServiceSemantics k8s = k8s(settings);
    for (TrafficPort port : ports(world)) {
      TrafficSplit split = k8s.trafficShares().of(port, load, world);
      Service service = Objects.requireNonNull(world.servicesByName().get(port.service()));
      ClusterSnapshot alone = world.withServices(service);
      Map<String, Fraction> expected = new HashMap<>();
      Fraction entering = Fraction.ZERO;
      Fraction lost = Fraction.ZERO;
      for (EntryShare entry : split.entries()) {
        entering = entering.plus(entry.weight());
        if (entry.flow().isPresent()) {
          RoutingTable table = k8s.router().tableFor(world.node(entry.node()).orElseThrow(), alone);
          Verdict verdict = table.route(entry.flow().orElseThrow());
          if (verdict instanceof Forward forward) {
            for (Backend backend : forward.backends()) {
              expected.merge(
                  backend.endpoint().toString(),
                  entry.weight().times(backend.share()),
                  Fraction::plus);
            }
            continue;
          }
        } else {
          entry
              .outcome()
              .endpoints()
              .forEach(it -> expected.merge(it.toString(), entry.shareOfEach(), Fraction::plus));
          if (!entry.outcome().fate().isLost()) {
            continue;
          }
        }
        lost = lost.plus(entry.weight());
      }
      Map<String, Fraction> found = new HashMap<>();
      for (EndpointShare share : split.endpoints()) {
        if (!share.share().equals(Fraction.ZERO)) {
          found.put(share.endpoint().toString(), share.share());
        }
      }
      assertThat(entering).isEqualTo(Fraction.ONE);
      assertThat(found).isEqualTo(expected);
      assertThat(split.lost()).isEqualTo(lost);
      assertThat(split.delivered().plus(split.lost())).isEqualTo(Fraction.ONE);
      assertThat(split.crossingZones()).isLessThanOrEqualTo(split.delivered());
      assertThat(split.clientsHidden()).isLessThanOrEqualTo(split.delivered());
    }
  }

  @Property(tries = 200)
  void theOrderOfObjects_neverMatters(
      @ForAll("worlds") ClusterSnapshot world,
      @ForAll("settings") ProxySettings settings,
      @ForAll("loads") ClientLoad load) {
    ClusterSnapshot other =
        world
            .withServices(Lists.reverse(world.services()))
            .withNodes(Lists.reverse(world.nodes()))
            .withEndpointSlices(
                Lists.reverse(
                    Lists.transform(
                        world.endpointSlices(),
                        slice -> slice.withEndpoints(Lists.reverse(slice.endpoints())))));
    for (TrafficPort port : ports(world)) {
      TrafficSplit one = k8s(settings).trafficShares().of(port, load, world);
      TrafficSplit two = k8s(settings).trafficShares().of(port, load, other);

      assertThat(two.endpoints()).isEqualTo(one.endpoints());
      assertThat(losses(two)).isEqualTo(losses(one));
      assertThat(two.crossingNodes()).isEqualTo(one.crossingNodes());
      assertThat(two.crossingZones()).isEqualTo(one.crossingZones());
      assertThat(two.clientsHidden()).isEqualTo(one.clientsHidden());
      assertThat(ImmutableSet.copyOf(two.entries())).isEqualTo(ImmutableSet.copyOf(one.entries()));
    }
  }

  private static Map<EntryFate, Map<String, Fraction>> losses(TrafficSplit split) {
    Map<EntryFate, Map<String, Fraction>> losses = new HashMap<>();
    for (LostShare loss : split.losses()) {
      losses.put(loss.fate(), loss.byNode());
    }
    return losses;
  }

  @Property(tries = 200)
  void aLoadOfTwoHalves_givesEachEndpointHalfOfBoth(
      @ForAll("worlds") ClusterSnapshot world,
      @ForAll("settings") ProxySettings settings,
      @ForAll("weights") NodeWeights first,
      @ForAll("weights") NodeWeights second) {
    Map<String, Fraction> mixed = new HashMap<>();
    for (NodeWeights weights : List.of(first, second)) {
      weights
          .over(world.nodesByName())
          .forEach((node, weight) -> mixed.merge(node, weight.times(HALF), Fraction::plus));
    }
    for (TrafficPort port : ports(world)) {
      TrafficSplit one = of(port, first, settings, world);
      TrafficSplit two = of(port, second, settings, world);
      TrafficSplit both = of(port, NodeWeights.byNode(mixed), settings, world);

      for (EndpointShare share : both.endpoints()) {
        String endpoint = share.endpoint().toString();
        assertThat(share.share()).isEqualTo(half(part(one, endpoint), part(two, endpoint)));
      }
      assertThat(both.lost()).isEqualTo(half(one.lost(), two.lost()));
      assertThat(both.crossingZones()).isEqualTo(half(one.crossingZones(), two.crossingZones()));
      assertThat(both.crossingNodes()).isEqualTo(half(one.crossingNodes(), two.crossingNodes()));
    }
  }

  private static TrafficSplit of(
      TrafficPort port, NodeWeights weights, ProxySettings settings, ClusterSnapshot world) {
    return k8s(settings).trafficShares().of(port, ClientLoad.ofPods(weights), world);
  }

  private static Fraction half(Fraction one, Fraction two) {
    return one.plus(two).times(HALF);
  }

  // An endpoint that is not ready stands in a split only where it gets something.
  private static Fraction part(TrafficSplit split, String endpoint) {
    for (EndpointShare share : split.endpoints()) {
      if (share.endpoint().toString().equals(endpoint)) {
        return share.share();
      }
    }
    return Fraction.ZERO;
  }

  @Property(tries = 100)
  void drainingNothing_changesNothing(
      @ForAll("worlds") ClusterSnapshot world, @ForAll("settings") ProxySettings settings) {
    OutageReport report = k8s(settings).outages().drain(ImmutableSet.of(), world, Instant.EPOCH);

    assertThat(report.ports()).isEmpty();
    assertThat(report.untouched()).isEqualTo(world.services().size());
    assertThat(report.listedElsewhere()).isEmpty();
    ClusterSnapshot before = report.stages().get(0).world();
    for (OutageStage stage : report.stages()) {
      assertThat(stage.world().pods()).isEqualTo(before.pods());
      assertThat(stage.world().nodes()).isEqualTo(before.nodes());
      assertThat(ImmutableSet.copyOf(stage.world().endpointSlices()))
          .isEqualTo(ImmutableSet.copyOf(before.endpointSlices()));
    }
  }

  @Provide
  Arbitrary<List<String>> stands() {
    return Arbitraries.of(NAMES).list().ofMaxSize(6);
  }

  @Provide
  Arbitrary<Set<String>> outs() {
    return Arbitraries.of(NAMES).set().ofMaxSize(3);
  }

  @Provide
  Arbitrary<Service> services() {
    return Arbitraries.of(TrafficFixtures.loadBalancer(), TrafficFixtures.localLoadBalancer());
  }

  @Property(tries = 100)
  void afterADrain_thoseElsewhereAreLeft(
      @ForAll("services") Service service,
      @ForAll("stands") List<String> stands,
      @ForAll("outs") Set<String> drained,
      @ForAll("settings") ProxySettings settings) {
    ClusterSnapshot world = TrafficFixtures.world(service, stands.toArray(new String[0]));
    int gone = (int) stands.stream().filter(drained::contains).count();
    ServiceSemantics k8s = k8s(settings);

    OutageReport drain = k8s.outages().drain(drained, world, Instant.EPOCH);
    OutageReport loss = k8s.outages().lose(drained, world, Instant.EPOCH);

    assertThat(drain.podsGone()).hasSize(gone);
    assertThat(drain.ports()).hasSize(gone == 0 ? 0 : 1);
    for (PortOutage port : drain.ports()) {
      EndpointCount left = new EndpointCount(stands.size() - gone, 0);
      assertThat(port.endpoints().get(OutagePhase.TERMINATING))
          .isEqualTo(new EndpointCount(stands.size() - gone, gone));
      assertThat(port.endpoints()).containsEntry(OutagePhase.DRAINED, left);
      assertThat(loss.port(port.port()).orElseThrow().endpoints())
          .containsEntry(OutagePhase.NOT_READY, left)
          .containsEntry(OutagePhase.GONE, left);
      assertThat(port.losesAll()).isEqualTo(gone == stands.size());
    }
    assertEveryNodeFaresAsTold(drain, k8s);
    assertEveryNodeFaresAsTold(loss, k8s);
  }

  // Nodes are asked in groups; here each is asked for itself.
  private static void assertEveryNodeFaresAsTold(OutageReport report, ServiceSemantics k8s) {
    ClusterSnapshot before = report.stages().get(0).world();
    for (PortOutage port : report.ports()) {
      for (OutageStage stage : report.stages().subList(1, report.stages().size())) {
        for (Node node : report.stages().get(2).world().nodes()) {
          for (FrontEndKind to : List.of(FrontEndKind.CLUSTER_IP, FrontEndKind.NODE_PORT)) {
            String name = node.metadata().name();
            EntryFate then = fate(port.port(), to, before, name, k8s);
            EntryFate now = fate(port.port(), to, stage.world(), name, k8s);
            assertThat(told(port, stage.phase(), to, name))
                .isEqualTo(then == now ? Optional.empty() : Optional.of(now));
          }
        }
      }
    }
  }

  private static Optional<EntryFate> told(
      PortOutage port, OutagePhase phase, FrontEndKind to, String node) {
    return port.changes().stream()
        .filter(it -> it.phase() == phase && it.to() == to && it.nodes().contains(node))
        .map(FateChange::after)
        .findFirst();
  }

  private static EntryFate fate(
      TrafficPort port, FrontEndKind to, ClusterSnapshot world, String node, ServiceSemantics k8s) {
    ClientLoad load =
        to.isInternal()
            ? ClientLoad.ofPods(NodeWeights.evenly())
            : ClientLoad.ofOutside(NodeWeights.evenly());
    Explained<Verdict> explained = k8s.trafficShares().explain(port, load, world, node);
    return explained.because().reason() instanceof ShareReason
        ? EntryFate.NO_WAY_IN
        : EntryFate.of(explained.value());
  }
}
