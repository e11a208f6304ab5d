package io.servicesemantics.impl.question;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import io.servicesemantics.ServiceSemantics;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.impl.StandardSemantics;
import io.servicesemantics.routing.Fraction;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.TrafficDistribution;
import io.servicesemantics.testkit.fixture.TrafficFixtures;
import io.servicesemantics.traffic.BalancerSpread;
import io.servicesemantics.traffic.ClientLoad;
import io.servicesemantics.traffic.LoadBalancerModel;
import io.servicesemantics.traffic.NodeWeights;
import io.servicesemantics.traffic.TargetKind;
import io.servicesemantics.traffic.TrafficPort;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Who gets how much, and who loses all: questions 1 and 13, and what a drain or a loss does. */
class ShareQuestionsTest {

  private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");
  private static final Service OPEN = TrafficFixtures.loadBalancer();
  private static final Service LOCAL = TrafficFixtures.localLoadBalancer();

  private final ServiceSemantics k8s = StandardSemantics.of(TrafficFixtures.profile());

  private ClusterSnapshot world(Service service, String... nodes) {
    ClusterSnapshot world = TrafficFixtures.world(service, nodes);
    return world.withEndpointSlices(k8s.slices().stateOf(world).slices());
  }

  private String shares(Service service, ClientLoad load, String... nodes) {
    return k8s.trafficShares()
        .of(TrafficPort.of(service, "http"), load, world(service, nodes))
        .toString();
  }

  private String policies(Service service, ClientLoad load, String... nodes) {
    return k8s.trafficShares()
        .compare(TrafficPort.of(service, "http"), load, world(service, nodes))
        .toString();
  }

  @Nested
  @DisplayName("1: Why is traffic uneven although I have equal pods?")
  class UnevenTraffic {

    private final LoadBalancerModel balancer = LoadBalancerModel.of(TargetKind.NODE_PORT);
    private final String[] nodes = {"node-a", "node-b", "node-b", "node-b"};

    @Test
    void eachNodeGetsTheSame_whateverPodsItHas() {
      assertThat(shares(LOCAL, ClientLoad.through(balancer), nodes))
          .contains("web-1   10.244.1.1:8080   node-a   zone-1   50 %     1/2       2\n")
          .contains("web-2   10.244.2.2:8080   node-b   zone-1   16.7 %   1/6       0.67\n")
          .contains("node-a      zone-1   50 %   served by one endpoint, on the node")
          .contains("node-b      zone-1   50 %   served by 3 endpoints, all on the node")
          .contains("Uneven: the busiest endpoint gets 50 %, the idlest 16.7 %, a ratio of 3 to 1");
    }

    @Test
    void nodesWeighedByTheirPods_makeItEven() {
      ClientLoad weighed =
          ClientLoad.through(balancer.withSpread(BalancerSpread.BY_ENDPOINT_WEIGHT));

      assertThat(shares(LOCAL, weighed, nodes))
          .contains("node-a      zone-1   25 %   served by one endpoint")
          .contains("node-b      zone-1   75 %   served by 3 endpoints")
          .contains("Even: each endpoint gets 25 %")
          .doesNotContain("Uneven");
    }

    @Test
    void soDoTheOtherPolicyAndPodsSpreadEvenly() {
      assertThat(policies(LOCAL, ClientLoad.through(balancer), nodes))
          .containsPattern("as it is +0 % +0 % +0 % +50 % +16.7 % +2 ")
          .containsPattern("externalTrafficPolicy: Cluster +0 % +66.7 % +33.3 % +25 % +25 % +1 ");
      assertThat(
              shares(LOCAL, ClientLoad.through(balancer), "node-a", "node-a", "node-b", "node-b"))
          .contains("Even: each endpoint gets 25 %");
    }
  }

  @Nested
  @DisplayName("13: PreferClose overloads one pod: how badly?")
  class OverloadedPod {

    private final Service close =
        OPEN.withSpec(OPEN.spec().withTrafficDistribution(TrafficDistribution.PREFER_CLOSE));
    private final ClientLoad bothZonesAlike =
        ClientLoad.ofPods(
            NodeWeights.byZone(
                ImmutableMap.of("zone-1", Fraction.of(1, 2), "zone-2", Fraction.of(1, 2))));

    @Test
    void theOnlyPodOfAZone_getsAllItsZoneSends() {
      assertThat(shares(close, bothZonesAlike, "node-a", "node-a", "node-b", "node-c"))
          .contains("web-4   10.244.3.4:8080   node-c   zone-2   50 %     1/2       2\n")
          .contains("node-c      zone-2   50 %   served by one endpoint, on the node")
          .contains("a ratio of 3 to 1; the mean is 25 %")
          .contains("By zone: zone-1 50 %, zone-2 50 %")
          .contains("to another zone: 0 %");
    }

    @Test
    void anotherPodInTheZone_halvesIt() {
      assertThat(shares(close, bothZonesAlike, "node-a", "node-a", "node-b", "node-c", "node-c"))
          .contains("web-4   10.244.3.4:8080   node-c   zone-2   25 %     1/4       1.25\n")
          .contains("a ratio of 1.5 to 1");
    }

    @Test
    void withoutThePreference_itIsEvenAndCrossesZones() {
      assertThat(policies(close, bothZonesAlike, "node-a", "node-a", "node-b", "node-c"))
          .containsPattern("as it is +0 % +25 % +0 % +50 % +16.7 % +2 ")
          .containsPattern("no trafficDistribution +0 % +68.8 % +50 % +25 % +25 % +1 ");
    }
  }

  @Nested
  @DisplayName("Which Services would lose traffic if node X is drained?")
  class Drained {

    private String drain(Service service, String... nodes) {
      return k8s.outages().drain(Set.of("node-a"), world(service, nodes), AT).toString();
    }

    @Test
    void whatStandsOnItAlone_losesAll() {
      assertThat(drain(OPEN, "node-a", "node-a"))
          .contains("Draining node-a\nPods that go: 2")
          .contains("Lose all endpoints: shop/web")
          .contains("while the Pods terminate\n")
          .contains("Pods at the cluster IP: served only by endpoints that are going away at")
          .contains("once they are drained\n")
          .contains(
              "Pods at the cluster IP: refused at once at node-a, node-b, node-c, served before");
    }

    @Test
    void aPodElsewhere_keepsItServed() {
      assertThat(drain(OPEN, "node-a", "node-b"))
          .contains("Lose all endpoints: none")
          .contains("Lose connections somewhere: none")
          .contains("every client fares as before");
    }

    @Test
    void trafficThatMustStay_isLostAtTheNodeUntilBalancersNotice() {
      assertThat(drain(LOCAL, "node-a", "node-b"))
          .contains("Lose all endpoints: none")
          .contains("Lose connections somewhere: shop/web")
          .contains("clients outside at the node port: dropped without an answer at node-a, served")
          .contains("and the endpoints are all elsewhere");
    }
  }

  @Nested
  @DisplayName("Which Services would lose traffic if zone Z fails?")
  class LostZone {

    private String lose(String... nodes) {
      return k8s.outages().loseZone("zone-1", world(OPEN, nodes), AT).toString();
    }

    @Test
    void whatStandsInItAlone_losesAll() {
      assertThat(lose("node-a", "node-b"))
          .contains("Losing node-a, node-b\nPods that go: 2")
          .contains("Until the cluster notices, connections sent to Pods on these nodes hang.")
          .contains("Lose all endpoints: shop/web")
          .contains("2 ready before, 0 ready while the nodes are not ready, 0 ready once")
          .contains("Pods at the cluster IP: refused at once at node-c, served before")
          .contains("The Service has no usable endpoint anywhere. [routing 2.7.3]");
    }

    @Test
    void aPodInAnotherZone_keepsItServed() {
      assertThat(lose("node-a", "node-c"))
          .contains("Lose all endpoints: none")
          .contains("Lose connections somewhere: none")
          .contains("2 ready before, 1 ready while the nodes are not ready, 1 ready once");
    }
  }
}
