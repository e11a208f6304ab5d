package io.servicesemantics.impl.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.ServiceSemantics;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.endpoint.AddressType;
import io.servicesemantics.endpoint.Endpoint;
import io.servicesemantics.endpoint.EndpointConditions;
import io.servicesemantics.endpoint.EndpointPort;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.impl.StandardSemantics;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.net.Protocol;
import io.servicesemantics.object.KnownLabels;
import io.servicesemantics.object.ObjectMeta;
import io.servicesemantics.profile.ClusterProfile;
import io.servicesemantics.profile.KubernetesVersion;
import io.servicesemantics.service.Service;
import io.servicesemantics.testkit.arbitrary.EndpointArbitraries;
import io.servicesemantics.testkit.arbitrary.HealthArbitraries;
import io.servicesemantics.testkit.arbitrary.RoutingArbitraries;
import io.servicesemantics.testkit.fixture.EndpointFixtures;
import io.servicesemantics.testkit.fixture.NodeFixtures;
import io.servicesemantics.traffic.FlowCleanup;
import io.servicesemantics.traffic.FlowFate;
import io.servicesemantics.traffic.HealthReason;
import io.servicesemantics.traffic.LoadBalancerPlan;
import io.servicesemantics.traffic.ProxyHealth;
import io.servicesemantics.traffic.ServedHealth;
import io.servicesemantics.traffic.ServiceHealth;
import io.servicesemantics.traffic.TargetNode;
import io.servicesemantics.traffic.TrackedFlow;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for health checks, targets and clean-ups of any cluster. */
class HealthLawsTest {

  private static final ServiceSemantics K8S =
      StandardSemantics.of(ClusterProfile.of(KubernetesVersion.V1_36));
  private static final ImmutableList<Node> NODES =
      ImmutableList.of(
          NodeFixtures.withoutZone("node-a"),
          NodeFixtures.withoutZone("node-b"),
          NodeFixtures.withoutZone("node-c"));

  @Provide
  Arbitrary<ClusterSnapshot> worlds() {
    return RoutingArbitraries.worlds();
  }

  @Provide
  Arbitrary<Service> services() {
    return HealthArbitraries.checkedServices();
  }

  @Provide
  Arbitrary<EndpointConditions> unready() {
    return EndpointArbitraries.conditions().map(said -> said.withReady(false));
  }

  @Provide
  Arbitrary<List<TrackedFlow>> flows() {
    return HealthArbitraries.trackedFlows().list().ofMinSize(1).ofMaxSize(30);
  }

  private static ServiceHealth answer(Service service, Node node, List<EndpointSlice> slices) {
    return K8S.healthChecker()
        .answer(service, IpFamily.IPV4, node, ImmutableList.copyOf(slices), true);
  }

  private static int count(ServiceHealth health) {
    return health.served().map(ServedHealth::localEndpoints).orElse(0);
  }

  @Property
  void order_doesNotMatter(
      @ForAll("services") Service service, @ForAll("worlds") ClusterSnapshot world) {
    for (Node node : NODES) {
      assertThat(answer(service, node, world.endpointSlices().reverse()))
          .isEqualTo(answer(service, node, world.endpointSlices()));
    }
  }

  @Property
  void slicesSaidTwice_countOnce(
      @ForAll("services") Service service, @ForAll("worlds") ClusterSnapshot world) {
    ImmutableList.Builder<EndpointSlice> twice = ImmutableList.builder();
    for (EndpointSlice slice : world.endpointSlices()) {
      ObjectMeta metadata = slice.metadata();
      twice.add(slice, slice.withMetadata(metadata.withName(metadata.name() + "-copy")));
    }
    for (Node node : NODES) {
      assertThat(answer(service, node, twice.build()))
          .isEqualTo(answer(service, node, world.endpointSlices()));
    }
  }

  @Property
  void oneMorePortOfTheSameEndpoints_changesNothing(
      @ForAll("services") Service service, @ForAll("worlds") ClusterSnapshot world) {
    ImmutableList<EndpointSlice> wider =
        world.endpointSlices().stream()
            .map(slice -> slice.toBuilder().addPorts(EndpointPort.of("metrics", 9090)).build())
            .collect(ImmutableList.toImmutableList());
    for (Node node : NODES) {
      assertThat(answer(service, node, wider))
          .isEqualTo(answer(service, node, world.endpointSlices()));
    }
  }

  @Property
  void anUnreadyEndpointThatComes_changesNothing(
      @ForAll("services") Service service,
      @ForAll("worlds") ClusterSnapshot world,
      @ForAll("unready") EndpointConditions conditions) {
    Endpoint unready = Endpoint.of("10.9.9.9").withConditions(conditions).withNodeName("node-a");

    assertThat(answer(service, NODES.get(0), with(service, world, unready)))
        .isEqualTo(answer(service, NODES.get(0), world.endpointSlices()));
  }

  @Property
  void aReadyEndpointThatComes_countsOnItsNodeAlone(
      @ForAll("services") Service service, @ForAll("worlds") ClusterSnapshot world) {
    ImmutableList<EndpointSlice> more =
        with(service, world, EndpointFixtures.ready("10.9.9.9", "node-a"));
    ServiceHealth there = answer(service, NODES.get(0), more);

    assertThat(there.isPassing()).isTrue();
    assertThat(count(there))
        .isEqualTo(count(answer(service, NODES.get(0), world.endpointSlices())) + 1);
    assertThat(answer(service, NODES.get(1), more))
        .isEqualTo(answer(service, NODES.get(1), world.endpointSlices()));
  }

  private static ImmutableList<EndpointSlice> with(
      Service service, ClusterSnapshot world, Endpoint endpoint) {
    EndpointSlice slice =
        EndpointSlice.builder()
            .metadata(
                ObjectMeta.of("shop", "one-more").toBuilder()
                    .putLabel(KnownLabels.SERVICE_NAME, service.metadata().name())
                    .build())
            .addressType(AddressType.IPV4)
            .addPorts(EndpointPort.of("http", 8080))
            .addEndpoints(endpoint)
            .build();
    return ImmutableList.<EndpointSlice>builder().addAll(world.endpointSlices()).add(slice).build();
  }

  @Property
  void theOverview_saysOfEachNodeWhatItsAnswerSays(
      @ForAll("services") Service service, @ForAll("worlds") ClusterSnapshot world) {
    ClusterSnapshot inhabited = world.withNodes(NODES);
    for (ServiceHealth check : K8S.healthChecker().overview(service, inhabited).checks()) {
      assertThat(check)
          .isEqualTo(
              K8S.healthChecker()
                  .answer(
                      service,
                      check.family(),
                      inhabited.node(check.node()).orElseThrow(),
                      world.endpointSlices(),
                      true));
      assertThat(check.isPassing()).isEqualTo(count(check) > 0);
    }
  }

  @Property
  void aProxyBehind_failsWithoutChangingTheCount(
      @ForAll("services") Service service, @ForAll("worlds") ClusterSnapshot world) {
    ServiceHealth behind =
        K8S.healthChecker()
            .answer(service, IpFamily.IPV4, NODES.get(0), world.endpointSlices(), false);

    assertThat(behind.isPassing()).isFalse();
    assertThat(count(behind))
        .isEqualTo(count(answer(service, NODES.get(0), world.endpointSlices())));
    assertThat(behind.reason() == HealthReason.PROXY_UNHEALTHY).isEqualTo(count(behind) > 0);
  }

  @Property
  void aTargetReceives_exactlyWhereTheServicesCheckPasses(
      @ForAll("services") Service service, @ForAll("worlds") ClusterSnapshot world) {
    ClusterSnapshot inhabited =
        world.withNodes(
            NODES.get(0),
            NODES.get(1),
            NodeFixtures.tainted(NODES.get(2), ProxyHealth.TO_BE_DELETED_TAINT));
    LoadBalancerPlan plan = K8S.loadBalancerTargets().plan(service, inhabited);

    assertThat(plan.targets()).extracting(TargetNode::name).containsExactly("node-a", "node-b");
    for (TargetNode node : plan.targets()) {
      assertThat(node.isReceiving())
          .isEqualTo(
              K8S.healthChecker().overview(service, inhabited).passing().stream()
                  .anyMatch(check -> check.node().equals(node.name())));
    }
    assertThat(K8S.loadBalancerTargets().explain(service, inhabited).value()).isEqualTo(plan);
  }

  @Property
  void flowsOfAnUnchangedCluster_stay(
      @ForAll("worlds") ClusterSnapshot world, @ForAll("flows") List<TrackedFlow> flows) {
    ImmutableList<TrackedFlow> tracked = ImmutableList.copyOf(flows);

    assertThat(K8S.flowCleaner().clean(tracked, world, world).kept()).isEqualTo(tracked);
  }

  @Property
  void whatIsRemoved_isUdpAndDoesNotDependOnOrder(
      @ForAll("worlds") ClusterSnapshot before,
      @ForAll("worlds") ClusterSnapshot after,
      @ForAll("flows") List<TrackedFlow> flows) {
    FlowCleanup cleanup = K8S.flowCleaner().clean(ImmutableList.copyOf(flows), before, after);

    assertThat(cleanup.removed()).allMatch(flow -> flow.protocol() == Protocol.UDP);
    assertThat(
            K8S.flowCleaner()
                .clean(
                    ImmutableList.copyOf(flows).reverse(),
                    before
                        .withServices(before.services().reverse())
                        .withEndpointSlices(before.endpointSlices().reverse()),
                    after
                        .withServices(after.services().reverse())
                        .withEndpointSlices(after.endpointSlices().reverse()))
                .fates())
        .isEqualTo(cleanup.fates().reverse());
    for (FlowFate fate : cleanup.fates()) {
      assertThat(K8S.flowCleaner().explain(fate.flow(), before, after).value()).isEqualTo(fate);
    }
  }
}
