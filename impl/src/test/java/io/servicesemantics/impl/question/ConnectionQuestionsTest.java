package io.servicesemantics.impl.question;

import static io.servicesemantics.testkit.fixture.ConnectionFixtures.VIP;
import static io.servicesemantics.testkit.fixture.ConnectionFixtures.loadBalanced;
import static io.servicesemantics.testkit.fixture.ConnectionFixtures.profile;
import static io.servicesemantics.testkit.fixture.ConnectionFixtures.web1;
import static io.servicesemantics.testkit.fixture.ConnectionFixtures.web2;
import static io.servicesemantics.testkit.fixture.ConnectionFixtures.world;
import static io.servicesemantics.testkit.fixture.EndpointFixtures.hintedForZones;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.connection.ConnectionOutcome;
import io.servicesemantics.connection.ConnectionTrace;
import io.servicesemantics.endpoint.Endpoint;
import io.servicesemantics.endpoint.EndpointConditions;
import io.servicesemantics.impl.StandardSemantics;
import io.servicesemantics.object.KnownLabels;
import io.servicesemantics.profile.ClusterProfile;
import io.servicesemantics.profile.LocalDetection;
import io.servicesemantics.profile.ProxyMode;
import io.servicesemantics.service.ExternalTrafficPolicy;
import io.servicesemantics.service.Service;
import io.servicesemantics.testkit.fixture.ServiceFixtures;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * Questions of operators about calls (routing part 9): what is printed tells the answer to somebody
 * who knows no rule, and tells another one once the cure is applied.
 */
class ConnectionQuestionsTest {

  private static final String OUTSIDE = "203.0.113.7";
  private static final Service CLUSTER = loadBalanced(ExternalTrafficPolicy.CLUSTER);
  private static final Service LOCAL = loadBalanced(ExternalTrafficPolicy.LOCAL);

  private static ConnectionTrace trace(
      ClusterProfile profile, String caller, String destination, ClusterSnapshot world) {
    return StandardSemantics.of(profile).connections().trace(caller, destination, world);
  }

  private static ConnectionTrace trace(String caller, String destination, ClusterSnapshot world) {
    return trace(profile(ProxyMode.NFTABLES), caller, destination, world);
  }

  @Nested
  @DisplayName("4: why does my node port or load balancer hang on some nodes?")
  class HangsOnSomeNodes {

    @Test
    void policyLocal_tellsTheNodesWithoutEndpoints() {
      ConnectionTrace trace = trace(OUTSIDE, "shop/web", world(LOCAL));

      assertThat(trace.outcome()).isEqualTo(ConnectionOutcome.DEPENDS);
      assertThat(trace.toString())
          .contains(
              "TCP node port 30080: it depends",
              "at node-a (192.168.0.1): connected",
              "at node-b (192.168.0.2): connected",
              "at node-c (192.168.0.3): no answer, the caller waits until it gives up",
              "externalTrafficPolicy: Local keeps it on this node, and the endpoints are all elsewhere");
    }

    @Test
    void policyCluster_everyNodeAnswers() {
      ConnectionTrace trace = trace(OUTSIDE, "shop/web", world(CLUSTER));

      assertThat(trace.outcome()).isEqualTo(ConnectionOutcome.CONNECTED);
      assertThat(trace.toString())
          .contains(
              "at node-a (192.168.0.1), node-b (192.168.0.2), node-c (192.168.0.3): connected")
          .doesNotContain("no answer");
    }
  }

  @Nested
  @DisplayName("5: why does the same node port answer \"connection refused\"?")
  class NodePortRefuses {

    @Test
    void noEndpointAnywhere_isRefused() {
      Endpoint unready = web1().withConditions(EndpointConditions.builder().ready(false).build());
      ConnectionTrace trace = trace(OUTSIDE, "node-a:30080", world(CLUSTER, unready));

      assertThat(trace.outcome()).isEqualTo(ConnectionOutcome.REFUSED);
      assertThat(trace.toString())
          .contains("refuses it", "The Service has no usable endpoint anywhere.");
    }

    @Test
    void anEndpointGetsReady_isConnected() {
      ConnectionTrace trace = trace(OUTSIDE, "node-a:30080", world(CLUSTER, web1()));

      assertThat(trace.outcome()).isEqualTo(ConnectionOutcome.CONNECTED);
      assertThat(trace.toString()).contains("shop/web-1", "on node-a");
    }

    @Test
    void anAddressAtWhichNodePortsAreNotServed_isRefusedByTheNodeItself() {
      ClusterSnapshot world = withSecondAddress(world(CLUSTER));
      ConnectionTrace trace = trace(OUTSIDE, "10.9.0.1:30080", world);

      assertThat(trace.outcome()).isEqualTo(ConnectionOutcome.REFUSED);
      assertThat(trace.toString())
          .contains(
              "Node ports are not served at this address.",
              "It is the node's own address, and nothing of the cluster listens at this port.");
      assertThat(trace(profile(ProxyMode.IPTABLES), OUTSIDE, "10.9.0.1:30080", world).outcome())
          .isEqualTo(ConnectionOutcome.CONNECTED);
    }

    private ClusterSnapshot withSecondAddress(ClusterSnapshot world) {
      Node node = world.node("node-a").orElseThrow();
      Node more =
          node.withStatus(
              node.status().toBuilder()
                  .addAddresses(node.status().addresses().get(0).withAddress("10.9.0.1"))
                  .build());
      return world.toBuilder().addNodes(more).build();
    }
  }

  @Nested
  @DisplayName("6: why can a Pod reach the load balancer's address and outsiders cannot?")
  class InsideButNotOutside {

    @Test
    void policyLocal_shortensThePodsWayAlone() {
      ClusterSnapshot world = world(LOCAL, web2());
      ConnectionTrace inside = trace("client", VIP + ":80", world);
      ConnectionTrace outside = trace(OUTSIDE + " via node-a", VIP + ":80", world);

      assertThat(inside.outcome()).isEqualTo(ConnectionOutcome.CONNECTED);
      assertThat(inside.toString())
          .contains(
              "External traffic must stay here, but a local Pod may reach any endpoint, as itself.");
      assertThat(outside.outcome()).isEqualTo(ConnectionOutcome.NO_ANSWER);
      assertThat(outside.toString())
          .contains(
              "externalTrafficPolicy: Local keeps it on this node, and the endpoints are all elsewhere");
      assertThat(trace(OUTSIDE + " via node-a", VIP + ":80", world(CLUSTER, web2())).outcome())
          .isEqualTo(ConnectionOutcome.CONNECTED);
    }

    @Test
    void sourceRangesWithoutPods_theReverse() {
      Service ranged =
          CLUSTER.withSpec(CLUSTER.spec().withLoadBalancerSourceRanges("203.0.113.0/24"));
      ConnectionTrace inside = trace("client", VIP + ":80", world(ranged));

      assertThat(trace(OUTSIDE, VIP + ":80", world(ranged)).outcome())
          .isEqualTo(ConnectionOutcome.CONNECTED);
      assertThat(inside.outcome()).isEqualTo(ConnectionOutcome.NO_ANSWER);
      assertThat(inside.toString())
          .contains("source ranges", "source 10.244.1.9, ranges 203.0.113.0/24");

      Service open =
          CLUSTER.withSpec(
              CLUSTER.spec().withLoadBalancerSourceRanges("203.0.113.0/24", "10.244.0.0/16"));
      assertThat(trace("client", VIP + ":80", world(open)).outcome())
          .isEqualTo(ConnectionOutcome.CONNECTED);
    }
  }

  @Nested
  @DisplayName("7: why does a Pod's call to another node's node port hang under policy Local?")
  class OtherNodesNodePort {

    @Test
    void theAnswerOfAnEndpointElsewhere_goesRoundThatNode() {
      ConnectionTrace trace = trace("client", "node-c:30080", world(LOCAL));

      assertThat(trace.outcome()).isEqualTo(ConnectionOutcome.NO_ANSWER);
      assertThat(trace.toString())
          .contains(
              "Node node-c",
              "The answer goes straight to the calling Pod, round the node that redirected the"
                  + " call; the Pod does not know the answer's sender and ignores it.",
              "caller 10.244.1.9, redirected by node-c");
    }

    @Test
    void policyCluster_comesBackByThatNode() {
      ConnectionTrace trace = trace("client", "node-c:30080", world(CLUSTER));

      assertThat(trace.outcome()).isEqualTo(ConnectionOutcome.CONNECTED);
      assertThat(trace.toString()).contains("sees 192.168.0.3");
    }

    @Test
    void detectionByTheNodesOwnPods_dropsInstead() {
      ClusterProfile own = profile(ProxyMode.NFTABLES);
      own = own.withProxy(own.proxy().withLocalDetection(LocalDetection.NODE_CIDR));

      assertThat(trace(own, "client", "node-c:30080", world(LOCAL)).toString())
          .contains("drops it")
          .doesNotContain("round the node");
    }
  }

  @Nested
  @DisplayName("12: why does traffic cross zones although there are hints?")
  class CrossesZones {

    private final ImmutableMap<String, String> zones =
        ImmutableMap.of("node-a", "zone-1", "node-b", "zone-2", "node-c", "zone-2");

    private ClusterSnapshot zoned(Endpoint... endpoints) {
      ClusterSnapshot plain = world(ServiceFixtures.clusterIp(), endpoints);
      ImmutableList.Builder<Node> nodes = ImmutableList.builder();
      zones.forEach(
          (name, zone) -> {
            Node node = plain.node(name).orElseThrow();
            nodes.add(
                node.withMetadata(
                    node.metadata().withLabels(ImmutableMap.of(KnownLabels.ZONE, zone))));
          });
      return plain.withNodes(nodes.build());
    }

    @Test
    void oneEndpointWithoutHint_spoilsAll() {
      ConnectionTrace trace =
          trace("client", "web", zoned(hintedForZones(web1(), "zone-1"), web2()));

      assertThat(trace.toString())
          .contains("1/2  10.244.1.1:8080", "on node-b, zone zone-2", "hint", "10.244.2.1:8080");
      assertThat(trace.attempts().get(0).toString()).contains("web-2");
    }

    @Test
    void hintsForAll_stayInTheZone() {
      ConnectionTrace trace =
          trace(
              "client",
              "web",
              zoned(hintedForZones(web1(), "zone-1"), hintedForZones(web2(), "zone-2")));

      assertThat(trace.toString())
          .contains("1  10.244.1.1:8080", "on node-a, zone zone-1")
          .doesNotContain("shop/web-2");
    }
  }

  @Nested
  @DisplayName("19: why can't I ping a cluster IP?")
  class Ping {

    private final ClusterSnapshot world = world(ServiceFixtures.clusterIp());

    @Test
    void aClusterIp_answersAtItsPortsAlone() {
      assertThat(trace("client", "ping 10.96.0.21", world).toString())
          .contains(
              "ping 10.96.0.21: refused at once",
              "A cluster IP answers at its ports alone; pings are refused.");
      assertThat(trace(profile(ProxyMode.IPTABLES), "client", "ping 10.96.0.21", world).toString())
          .contains("no answer", "in this mode nobody refuses a ping of it");
      assertThat(trace(profile(ProxyMode.IPVS), "client", "ping 10.96.0.21", world).toString())
          .contains("refused at once", "has bound the Service's address for its ports alone");
    }

    @Test
    void itsPort_answers() {
      assertThat(trace("client", "10.96.0.21:80", world).outcome())
          .isEqualTo(ConnectionOutcome.CONNECTED);
    }
  }

  @Nested
  @DisplayName("26: why can a Pod not reach itself through its Service, or sees a strange sender?")
  class Hairpin {

    @Test
    void thePodItself_seesItsNodeAndNeedsHairpinMode() {
      ConnectionTrace trace = trace("web-1", "web", world(ServiceFixtures.clusterIp(), web1()));

      assertThat(trace.toString())
          .contains(
              "The Pod is sent to itself, as from its node; its network must let it (hairpin mode).",
              "sees the node",
              "node-a's address towards its Pods");
    }

    @Test
    void anotherPod_seesTheCaller() {
      ConnectionTrace trace = trace("web-2", "web", world(ServiceFixtures.clusterIp(), web1()));

      assertThat(trace.toString())
          .contains("sees 10.244.2.1")
          .doesNotContain("hairpin")
          .doesNotContain("towards its Pods");
    }
  }
}
