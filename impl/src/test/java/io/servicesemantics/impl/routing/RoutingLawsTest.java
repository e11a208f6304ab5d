package io.servicesemantics.impl.routing;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import io.servicesemantics.cluster.ClusterChange;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.endpoint.Endpoint;
import io.servicesemantics.endpoint.EndpointConditions;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.explain.Explained;
import io.servicesemantics.impl.StandardSemantics;
import io.servicesemantics.object.KubernetesObject;
import io.servicesemantics.profile.ClusterProfile;
import io.servicesemantics.profile.KubernetesVersion;
import io.servicesemantics.profile.ProxyMode;
import io.servicesemantics.profile.ProxySettings;
import io.servicesemantics.routing.Backend;
import io.servicesemantics.routing.Flow;
import io.servicesemantics.routing.Forward;
import io.servicesemantics.routing.Fraction;
import io.servicesemantics.routing.ModeDifference;
import io.servicesemantics.routing.RoutingReason;
import io.servicesemantics.routing.RoutingTable;
import io.servicesemantics.routing.ServiceEndpoint;
import io.servicesemantics.routing.TrafficRouter;
import io.servicesemantics.routing.Verdict;
import io.servicesemantics.service.Service;
import io.servicesemantics.testkit.arbitrary.EndpointArbitraries;
import io.servicesemantics.testkit.arbitrary.RoutingArbitraries;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for the routing of any cluster. */
class RoutingLawsTest {

  @Provide
  Arbitrary<ClusterSnapshot> worlds() {
    return RoutingArbitraries.worlds();
  }

  @Provide
  Arbitrary<Node> nodes() {
    return RoutingArbitraries.nodes();
  }

  @Provide
  Arbitrary<ProxySettings> settings() {
    return RoutingArbitraries.settings();
  }

  @Provide
  Arbitrary<List<Flow>> flows() {
    return RoutingArbitraries.flows().list().ofMinSize(1).ofMaxSize(40);
  }

  @Provide
  Arbitrary<List<ClusterChange>> changes() {
    return RoutingArbitraries.changes().list().ofMinSize(1).ofMaxSize(12);
  }

  @Provide
  Arbitrary<EndpointConditions> conditions() {
    return EndpointArbitraries.conditions().map(said -> said.withReady(false));
  }

  private static TrafficRouter router(ProxySettings settings) {
    return StandardSemantics.of(ClusterProfile.of(KubernetesVersion.V1_36).withProxy(settings))
        .router();
  }

  @Property
  void shares_sumToExactlyOne(
      @ForAll("worlds") ClusterSnapshot world,
      @ForAll("nodes") Node node,
      @ForAll("settings") ProxySettings settings,
      @ForAll("flows") List<Flow> flows) {
    RoutingTable table = router(settings).tableFor(node, world);
    for (Flow flow : flows) {
      if (table.route(flow) instanceof Forward forward) {
        Fraction sum = Fraction.ZERO;
        for (Backend backend : forward.backends()) {
          assertThat(backend.share()).isGreaterThan(Fraction.ZERO);
          sum = sum.plus(backend.share());
        }
        assertThat(sum).isEqualTo(Fraction.ONE);
      }
    }
  }

  @Property
  void theReasonNamed_settlesTheKindOfVerdict(
      @ForAll("worlds") ClusterSnapshot world,
      @ForAll("nodes") Node node,
      @ForAll("settings") ProxySettings settings,
      @ForAll("flows") List<Flow> flows) {
    RoutingTable table = router(settings).tableFor(node, world);
    for (Flow flow : flows) {
      Explained<Verdict> explained = table.explain(flow);
      assertThat(explained.value()).isEqualTo(table.route(flow));
      assertThat(explained.because().reason())
          .isInstanceOfSatisfying(
              RoutingReason.class,
              reason -> assertThat(reason.settles()).contains(explained.value().kind()));
    }
  }

  @Property
  void theOrderOfObjects_neverMatters(
      @ForAll("worlds") ClusterSnapshot world,
      @ForAll("nodes") Node node,
      @ForAll("settings") ProxySettings settings,
      @ForAll("flows") List<Flow> flows) {
    ClusterSnapshot other =
        world
            .withServices(Lists.reverse(world.services()))
            .withEndpointSlices(
                Lists.reverse(
                    Lists.transform(
                        world.endpointSlices(),
                        slice -> slice.withEndpoints(Lists.reverse(slice.endpoints())))));
    RoutingTable one = router(settings).tableFor(node, world);
    RoutingTable two = router(settings).tableFor(node, other);
    assertSame(one, two, flows);
  }

  @Property
  void anUnreadyEndpoint_changesNoVerdictThatHadReadyOnes(
      @ForAll("worlds") ClusterSnapshot world,
      @ForAll("nodes") Node node,
      @ForAll("settings") ProxySettings settings,
      @ForAll("flows") List<Flow> flows,
      @ForAll("conditions") EndpointConditions conditions) {
    Endpoint unready = Endpoint.of("10.0.0.250").withConditions(conditions).withNodeName("node-a");
    ClusterSnapshot more =
        world.withEndpointSlices(
            Lists.transform(
                world.endpointSlices(), slice -> slice.toBuilder().addEndpoints(unready).build()));
    RoutingTable before = router(settings).tableFor(node, world);
    RoutingTable after = router(settings).tableFor(node, more);
    for (Flow flow : flows) {
      if (before.route(flow) instanceof Forward forward
          && forward.endpoints().toList().stream().anyMatch(ServiceEndpoint::isReady)
          && before.leftToChance(flow).isEmpty()
          && !fallsBack(before, flow)) {
        assertThat(after.route(flow)).as("%s", flow).isEqualTo(forward);
      }
    }
  }

  @Property
  void aTableAfterChanges_isTheTableMadeAnew(
      @ForAll("worlds") ClusterSnapshot world,
      @ForAll("nodes") Node first,
      @ForAll("settings") ProxySettings settings,
      @ForAll("changes") List<ClusterChange> changes,
      @ForAll("flows") List<Flow> flows) {
    TrafficRouter router = router(settings);
    RoutingTable followed = router.tableFor(first, world);
    Node node = first;
    Map<Object, KubernetesObject> services = new LinkedHashMap<>();
    world.services().forEach(object -> services.put(object.namespacedName(), object));
    Map<Object, KubernetesObject> slices = new LinkedHashMap<>();
    world.endpointSlices().forEach(object -> slices.put(object.namespacedName(), object));
    for (ClusterChange change : changes) {
      followed = followed.after(change);
      KubernetesObject object = change.object();
      if (object instanceof Node changed) {
        node = changed;
      } else {
        Map<Object, KubernetesObject> kept = object instanceof Service ? services : slices;
        if (change instanceof ClusterChange.Gone) {
          kept.remove(object.namespacedName());
        } else {
          kept.put(object.namespacedName(), object);
        }
      }
    }
    ClusterSnapshot now =
        ClusterSnapshot.builder()
            .services(Lists.transform(List.copyOf(services.values()), object -> (Service) object))
            .endpointSlices(
                Lists.transform(List.copyOf(slices.values()), object -> (EndpointSlice) object))
            .build();
    assertSame(followed, router.tableFor(node, now), flows);
  }

  @Property(tries = 200)
  void tablesOfSeveralNodes_areThoseOfEach(
      @ForAll("worlds") ClusterSnapshot world,
      @ForAll("nodes") Node node,
      @ForAll("settings") ProxySettings settings,
      @ForAll("flows") List<Flow> flows) {
    Node other = node.withMetadata(node.metadata().withName("node-b"));
    Map<String, RoutingTable> tables =
        router(settings).tablesFor(ImmutableList.of(node, other), world);

    assertThat(tables.keySet()).containsExactly("node-a", "node-b");
    for (Node each : List.of(node, other)) {
      RoutingTable table = Objects.requireNonNull(tables.get(each.metadata().name()));
      assertThat(table.node()).isEqualTo(each);
      assertSame(table, router(settings).tableFor(each, world), flows);
    }
  }

  @Property
  void iptablesAndNftables_sendToTheSameEndpoints(
      @ForAll("worlds") ClusterSnapshot world,
      @ForAll("nodes") Node node,
      @ForAll("settings") ProxySettings settings,
      @ForAll("flows") List<Flow> flows) {
    RoutingTable iptables = router(settings.withMode(ProxyMode.IPTABLES)).tableFor(node, world);
    RoutingTable nftables = router(settings.withMode(ProxyMode.NFTABLES)).tableFor(node, world);
    for (Flow flow : flows) {
      if (iptables.route(flow) instanceof Forward one
          && nftables.route(flow) instanceof Forward two
          && iptables.leftToChance(flow).isEmpty()
          && iptables
              .explain(flow)
              .because()
              .reason()
              .equals(nftables.explain(flow).because().reason())) {
        assertThat(one.backends()).isEqualTo(two.backends());
        assertThat(one.masquerade()).isEqualTo(two.masquerade());
        assertThat(one.affinitySeconds()).isEqualTo(two.affinitySeconds());
      }
    }
  }

  @Property(tries = 200)
  void modeDifferences_areWhatTheTablesSay(
      @ForAll("worlds") ClusterSnapshot world,
      @ForAll("nodes") Node node,
      @ForAll("settings") ProxySettings settings) {
    TrafficRouter router = router(settings);
    for (ModeDifference difference : router.modeDifferences(node, world)) {
      difference
          .answers()
          .forEach(
              (mode, answer) ->
                  assertThat(router(settings.withMode(mode)).tableFor(node, world))
                      .extracting(table -> table.route(difference.flow()))
                      .isEqualTo(answer.value()));
    }
    assertThat(router.modeDifferences(node, ClusterSnapshot.builder().build()))
        .as("with no Service, only free addresses differ")
        .allMatch(difference -> difference.rules().contains("routing 2.7.7"));
  }

  // A virtual server that must stay here prefers one that is going away to ready ones elsewhere.
  private static boolean fallsBack(RoutingTable table, Flow flow) {
    return table.explain(flow).because().reason() == RoutingReason.VIRTUAL_SERVER_FALLS_BACK;
  }

  private static void assertSame(RoutingTable one, RoutingTable two, List<Flow> flows) {
    for (Flow flow : flows) {
      assertThat(one.route(flow)).as("%s", flow).isEqualTo(two.route(flow));
      assertThat(one.leftToChance(flow)).as("%s", flow).isEqualTo(two.leftToChance(flow));
    }
    assertThat(one.frontEnds()).isEqualTo(two.frontEnds());
    assertThat(one.affinityRules()).isEqualTo(two.affinityRules());
    assertThat(ImmutableList.copyOf(one.affinityRules()))
        .allMatch(rule -> !rule.endpoints().isEmpty());
  }
}
