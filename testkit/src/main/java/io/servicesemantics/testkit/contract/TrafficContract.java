package io.servicesemantics.testkit.contract;

import static io.servicesemantics.testkit.assertion.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.servicesemantics.ServiceSemantics;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.routing.Fraction;
import io.servicesemantics.routing.VerdictKind;
import io.servicesemantics.service.InternalTrafficPolicy;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.TrafficDistribution;
import io.servicesemantics.testkit.fixture.TrafficFixtures;
import io.servicesemantics.traffic.BalancerSpread;
import io.servicesemantics.traffic.ClientLoad;
import io.servicesemantics.traffic.EndpointCount;
import io.servicesemantics.traffic.EntryFate;
import io.servicesemantics.traffic.LoadBalancerModel;
import io.servicesemantics.traffic.NodeWeights;
import io.servicesemantics.traffic.OutagePhase;
import io.servicesemantics.traffic.OutageReport;
import io.servicesemantics.traffic.Outages;
import io.servicesemantics.traffic.PolicyComparison;
import io.servicesemantics.traffic.PolicyVariant;
import io.servicesemantics.traffic.PortOutage;
import io.servicesemantics.traffic.TargetKind;
import io.servicesemantics.traffic.TrafficPort;
import io.servicesemantics.traffic.TrafficShares;
import io.servicesemantics.traffic.TrafficSplit;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What every {@link TrafficShares} and every {@link Outages} does: the numbers of routing part 3.
 */
public interface TrafficContract extends SemanticsContract {

  private ServiceSemantics cluster() {
    return semantics(TrafficFixtures.profile());
  }

  // The Service with Pods on these nodes, in slices as the implementation plans them.
  private ClusterSnapshot world(Service service, String... nodes) {
    ClusterSnapshot world = TrafficFixtures.world(service, nodes);
    return world.withEndpointSlices(cluster().slices().stateOf(world).slices());
  }

  private TrafficSplit split(Service service, ClientLoad load, String... nodes) {
    return cluster()
        .trafficShares()
        .of(TrafficPort.of(service, "http"), load, world(service, nodes));
  }

  /** One Pod on a node gets as much as three on another together (routing 3.3.2). */
  @Test
  default void localPolicyBehindAnEvenBalancer_isUnevenByPod() {
    assertThat(
            split(
                TrafficFixtures.localLoadBalancer(),
                ClientLoad.through(LoadBalancerModel.of(TargetKind.NODE_PORT)),
                "node-a",
                "node-b",
                "node-b",
                "node-b"))
        .gives("web-1", "1/2")
        .gives("web-2", "1/6")
        .gives("web-3", "1/6")
        .gives("web-4", "1/6")
        .losesNothing()
        .crosses("0", "0");
  }

  /** A balancer that goes by the weight nodes report makes it even again (routing 3.3.3). */
  @Test
  default void localPolicyBehindAWeighingBalancer_isEven() {
    assertThat(
            split(
                TrafficFixtures.localLoadBalancer(),
                ClientLoad.through(
                    LoadBalancerModel.of(TargetKind.NODE_PORT)
                        .withSpread(BalancerSpread.BY_ENDPOINT_WEIGHT)),
                "node-a",
                "node-b",
                "node-b",
                "node-b"))
        .gives("web-1", "1/4")
        .gives("web-4", "1/4")
        .losesNothing();
  }

  /** A balancer that does not ask for health loses what it sends elsewhere (routing 3.3.4). */
  @Test
  default void localPolicyWithoutHealthChecks_losesTheRest() {
    assertThat(
            split(
                TrafficFixtures.localLoadBalancer(),
                ClientLoad.through(
                    LoadBalancerModel.of(TargetKind.NODE_PORT).withHealthChecked(false)),
                "node-a",
                "node-b",
                "node-b",
                "node-b"))
        .gives("web-1", "1/3")
        .gives("web-2", "1/9")
        .loses(EntryFate.DROPPED, "1/3");
  }

  /** Policy Cluster is even whatever the balancer does (routing 3.3.1). */
  @Test
  default void clusterPolicy_isEvenAndCrosses() {
    assertThat(
            split(
                TrafficFixtures.loadBalancer(),
                ClientLoad.through(LoadBalancerModel.of(TargetKind.NODE_PORT)),
                "node-a",
                "node-b",
                "node-b",
                "node-b"))
        .gives("web-1", "1/4")
        .gives("web-4", "1/4")
        .losesNothing()
        .crosses("2/3", "1/3")
        .hidesClients("1");
  }

  /** Clients on nodes without endpoints lose all under internal policy Local (routing 3.4.1). */
  @Test
  default void internalPolicyLocal_servesEachNodeByItsOwn() {
    Service service = TrafficFixtures.loadBalancer();
    service =
        service.withSpec(service.spec().withInternalTrafficPolicy(InternalTrafficPolicy.LOCAL));

    assertThat(
            split(
                service,
                ClientLoad.ofPods(NodeWeights.evenly()),
                "node-a",
                "node-b",
                "node-b",
                "node-b"))
        .gives("web-1", "1/3")
        .gives("web-2", "1/9")
        .loses(EntryFate.DROPPED, "1/3")
        .hidesClients("0");
  }

  /** A zone's only endpoint bears all that zone's clients send (routing 3.5.2). */
  @Test
  default void aPreferredZoneWithOneEndpoint_overloadsIt() {
    Service service = TrafficFixtures.loadBalancer();
    Service preferring =
        service.withSpec(
            service.spec().withTrafficDistribution(TrafficDistribution.PREFER_SAME_ZONE));
    ClientLoad load =
        ClientLoad.ofPods(
            NodeWeights.byZone(
                ImmutableMap.of("zone-1", Fraction.of(1, 2), "zone-2", Fraction.of(1, 2))));

    assertThat(split(preferring, load, "node-a", "node-a", "node-b", "node-c"))
        .gives("web-1", "1/6")
        .gives("web-4", "1/2")
        .crosses("1/4", "0");
    assertThat(split(service, load, "node-a", "node-a", "node-b", "node-c"))
        .gives("web-4", "1/4")
        .crosses("11/16", "1/2");
  }

  /** Why a node does what it does can be asked of each. */
  @Test
  default void everyEntry_isExplainedByItsNode() {
    Service service = TrafficFixtures.localLoadBalancer();
    ClientLoad load = ClientLoad.ofOutside(NodeWeights.evenly());
    TrafficPort port = TrafficPort.of(service, "http");
    ClusterSnapshot world = world(service, "node-a");

    TrafficShares shares = cluster().trafficShares();

    assertThat(shares.explain(port, load, world, "node-a").value()).is(VerdictKind.FORWARD);
    assertThat(shares.explain(port, load, world, "node-b").value()).is(VerdictKind.DROP);
    assertThat(shares.of(port, load, world).losses())
        .singleElement()
        .satisfies(
            loss ->
                assertThat(loss.because())
                    .isEqualTo(shares.explain(port, load, world, "node-b").because()));
  }

  /** Policies are compared by what they do to the same load. */
  @Test
  default void policies_standSideBySide() {
    Service service = TrafficFixtures.localLoadBalancer();
    PolicyComparison compared =
        cluster()
            .trafficShares()
            .compare(
                TrafficPort.of(service, "http"),
                ClientLoad.through(LoadBalancerModel.of(TargetKind.NODE_PORT)),
                world(service, "node-a", "node-b", "node-b", "node-b"));

    assertThat(compared.splits().keySet())
        .containsExactly(
            PolicyVariant.AS_IT_IS,
            PolicyVariant.EXTERNAL_CLUSTER,
            PolicyVariant.INTERNAL_LOCAL,
            PolicyVariant.PREFER_SAME_ZONE,
            PolicyVariant.PREFER_SAME_NODE,
            PolicyVariant.TOPOLOGY_AUTO);
    assertThat(compared.split(PolicyVariant.AS_IT_IS)).gives("web-1", "1/2");
    assertThat(compared.split(PolicyVariant.EXTERNAL_CLUSTER)).gives("web-1", "1/4");
  }

  /** A drain keeps terminating Pods serving until they are gone. */
  @Test
  default void aDrain_fallsBackToTerminatingPodsAndThenLoses() {
    Service service = TrafficFixtures.localLoadBalancer();

    OutageReport report =
        cluster()
            .outages()
            .drain(
                ImmutableSet.of("node-b"),
                world(service, "node-a", "node-b"),
                Instant.parse("2026-01-01T00:00:00Z"));

    PortOutage port = report.port(TrafficPort.of(service, "http")).orElseThrow();
    assertThat(port.endpoints())
        .containsExactly(
            entry(OutagePhase.BEFORE, 2, 0),
            entry(OutagePhase.TERMINATING, 1, 1),
            entry(OutagePhase.DRAINED, 1, 0));
    assertThat(port.changes())
        .extracting(change -> change.phase() + " " + change.after() + " " + change.nodes())
        .containsOnly("TERMINATING SERVED_WHILE_TERMINATING [node-b]", "DRAINED DROPPED [node-b]");
    assertThat(report.losingAll()).isEmpty();
    assertThat(report.losingSome()).containsExactly(NamespacedName.of("shop", "web"));
  }

  /** A zone that holds all endpoints takes the Service with it. */
  @Test
  default void aLostZone_takesWhatStandsInItAlone() {
    Service service = TrafficFixtures.loadBalancer();
    Instant now = Instant.parse("2026-01-01T00:00:00Z");

    assertThat(
            cluster()
                .outages()
                .loseZone("zone-1", world(service, "node-a", "node-b"), now)
                .losingAll())
        .containsExactly(NamespacedName.of("shop", "web"));
    assertThat(
            cluster()
                .outages()
                .loseZone("zone-1", world(service, "node-a", "node-c"), now)
                .losingSome())
        .isEmpty();
  }

  private static Map.Entry<OutagePhase, EndpointCount> entry(
      OutagePhase phase, int ready, int terminating) {
    return Map.entry(phase, new EndpointCount(ready, terminating));
  }
}
