package io.servicesemantics.impl.traffic;

import static io.servicesemantics.testkit.assertion.Assertions.assertThat;
import static io.servicesemantics.testkit.assertion.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.servicesemantics.ServiceSemantics;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.impl.StandardSemantics;
import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.object.ObjectMeta;
import io.servicesemantics.object.OwnerReference;
import io.servicesemantics.service.InternalTrafficPolicy;
import io.servicesemantics.service.Service;
import io.servicesemantics.testkit.fixture.EndpointFixtures;
import io.servicesemantics.testkit.fixture.ServiceFixtures;
import io.servicesemantics.testkit.fixture.TrafficFixtures;
import io.servicesemantics.traffic.EndpointCount;
import io.servicesemantics.traffic.OutagePhase;
import io.servicesemantics.traffic.OutageReport;
import io.servicesemantics.traffic.PortOutage;
import io.servicesemantics.traffic.TrafficPort;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class StandardOutagesTest {

  private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");
  private static final Service OPEN = TrafficFixtures.loadBalancer();
  private static final Service LOCAL = TrafficFixtures.localLoadBalancer();

  private final ServiceSemantics k8s = StandardSemantics.of(TrafficFixtures.profile());

  private static ClusterSnapshot changed(ClusterSnapshot world, int pod, ObjectMeta metadata) {
    return world.withPods(
        world.pods().stream()
            .map(each -> each.equals(world.pods().get(pod)) ? each.withMetadata(metadata) : each)
            .toList());
  }

  private static PortOutage port(OutageReport report, Service service) {
    return report.port(TrafficPort.of(service, "http")).orElseThrow();
  }

  @Nested
  @DisplayName("drain")
  class Drain {

    @Test
    void theNode_isCordonedAndItsPodsTerminate() {
      OutageReport report =
          k8s.outages()
              .drain(
                  ImmutableSet.of("node-b"), TrafficFixtures.world(OPEN, "node-a", "node-b"), AT);

      ClusterSnapshot terminating = report.stages().get(1).world();
      assertThat(terminating.node("node-b").map(node -> node.spec().unschedulable()))
          .contains(true);
      assertThat(terminating.node("node-a").map(node -> node.spec().unschedulable()))
          .contains(false);
      assertThat(
              terminating.pod("shop", "web-2").flatMap(pod -> pod.metadata().deletionTimestamp()))
          .contains(AT.plusSeconds(30));
      assertThat(terminating.pod("shop", "web-1").map(pod -> pod.metadata().isBeingDeleted()))
          .contains(false);
      assertThat(report.stages().get(2).world().pod("shop", "web-2")).isEmpty();
      assertThat(report.stages().get(2).world().node("node-b")).isPresent();
      assertThat(report.podsGone()).containsExactly(NamespacedName.of("shop", "web-2"));
    }

    @Test
    void podsOfDaemonSetsAndOfTheNode_stay() {
      ClusterSnapshot world = TrafficFixtures.world(OPEN, "node-b", "node-b", "node-b");
      ObjectMeta owned =
          world.pods().get(0).metadata().toBuilder()
              .addOwnerReferences(
                  OwnerReference.builder()
                      .apiVersion("apps/v1")
                      .kind("DaemonSet")
                      .name("web")
                      .controller(true)
                      .build())
              .build();
      ObjectMeta mirrored =
          world.pods().get(1).metadata().toBuilder()
              .putAnnotation("kubernetes.io/config.mirror", "")
              .build();
      ClusterSnapshot mixed = changed(changed(world, 0, owned), 1, mirrored);

      OutageReport report = k8s.outages().drain(ImmutableSet.of("node-b"), mixed, AT);

      assertThat(report.podsStaying())
          .containsExactly(NamespacedName.of("shop", "web-1"), NamespacedName.of("shop", "web-2"));
      assertThat(port(report, OPEN).endpoints())
          .containsEntry(OutagePhase.DRAINED, new EndpointCount(2, 0));
      assertThat(k8s.outages().lose(ImmutableSet.of("node-b"), mixed, AT).podsGone()).hasSize(3);
    }

    @Test
    void whatNobodyDrains_isUntouched() {
      OutageReport report =
          k8s.outages().drain(ImmutableSet.of("node-c"), TrafficFixtures.world(OPEN, "node-a"), AT);

      assertThat(report.ports()).isEmpty();
      assertThat(report.untouched()).isEqualTo(1);
      assertThat(report.toString()).contains("0 Services touched, 1 other not");
    }

    @Test
    void theLastPods_serveWhileTheyTerminateAndThenAllIsRefused() {
      OutageReport report =
          k8s.outages()
              .drain(
                  ImmutableSet.of("node-a", "node-b"),
                  TrafficFixtures.world(OPEN, "node-a", "node-b"),
                  AT);

      assertThat(port(report, OPEN).losesAll()).isTrue();
      assertThat(port(report, OPEN).changes())
          .extracting(change -> change.phase() + " " + change.to() + " " + change.after())
          .containsExactly(
              "TERMINATING CLUSTER_IP SERVED_WHILE_TERMINATING",
              "TERMINATING LOAD_BALANCER_IP SERVED_WHILE_TERMINATING",
              "TERMINATING NODE_PORT SERVED_WHILE_TERMINATING",
              "DRAINED CLUSTER_IP REFUSED",
              "DRAINED LOAD_BALANCER_IP REFUSED",
              "DRAINED NODE_PORT REFUSED");
      assertThat(port(report, OPEN).changes())
          .allSatisfy(
              change -> assertThat(change.nodes()).containsExactly("node-a", "node-b", "node-c"));
      assertThat(report.toString())
          .contains("Lose all endpoints: shop/web")
          .contains("Pods at the cluster IP: refused at once at node-a, node-b, node-c")
          .contains("The Service has no usable endpoint anywhere. [routing 2.7.3]");
    }

    @Test
    void slicesOfOthers_stayAndAreTold() {
      Service byHand =
          ServiceFixtures.of(ServiceFixtures.clusterIp().spec().withSelector(ImmutableMap.of()));
      ClusterSnapshot world =
          TrafficFixtures.world(byHand)
              .withEndpointSlices(
                  EndpointFixtures.slice("by-hand", EndpointFixtures.ready("10.9.9.9", "node-b")));

      OutageReport report = k8s.outages().drain(ImmutableSet.of("node-b"), world, AT);

      assertThat(report.ports()).isEmpty();
      assertThat(report.listedElsewhere())
          .containsExactly(
              ImmutableMap.of(NamespacedName.of("shop", "web"), 1).entrySet().iterator().next());
      assertThat(report.toString())
          .contains("shop/web: 1 endpoint on these nodes stay listed, in slices that");
    }
  }

  @Nested
  @DisplayName("loss")
  class Loss {

    @Test
    void nodesThatDoNotAnswer_makeTheirPodsNotReady() {
      OutageReport report =
          k8s.outages()
              .lose(
                  ImmutableSet.of("node-b"), TrafficFixtures.world(LOCAL, "node-a", "node-b"), AT);

      ClusterSnapshot notReady = report.stages().get(1).world();
      assertThat(notReady.pod("shop", "web-2").map(Pod::isReady)).contains(false);
      assertThat(notReady.pod("shop", "web-1").map(Pod::isReady)).contains(true);
      assertThat(notReady.node("node-b").map(Node::isReady)).contains(false);
      assertThat(report.stages().get(2).world().node("node-b")).isEmpty();
      assertThat(port(report, LOCAL).endpoints().values())
          .containsExactly(
              new EndpointCount(2, 0), new EndpointCount(1, 0), new EndpointCount(1, 0));
      assertThat(port(report, LOCAL).changes()).as("lost nodes are not asked").isEmpty();
      assertThat(report.toString()).contains("every client fares as before");
    }

    @Test
    void clientsThatMayOnlyReachTheirOwnNode_loseNothingElsewhere() {
      Service internal =
          OPEN.withSpec(OPEN.spec().withInternalTrafficPolicy(InternalTrafficPolicy.LOCAL));
      ClusterSnapshot world = TrafficFixtures.world(internal, "node-a", "node-b");

      assertThat(k8s.outages().lose(ImmutableSet.of("node-b"), world, AT).losingSome()).isEmpty();
      assertThat(k8s.outages().drain(ImmutableSet.of("node-b"), world, AT).losingSome())
          .containsExactly(NamespacedName.of("shop", "web"));
    }

    @Test
    void publishedWhateverTheySay_podsStayListedUntilTheyAreGone() {
      Service publishing = OPEN.withSpec(OPEN.spec().withPublishNotReadyAddresses(true));
      OutageReport report =
          k8s.outages()
              .loseZone("zone-1", TrafficFixtures.world(publishing, "node-a", "node-b"), AT);

      assertThat(port(report, publishing).endpoints().values())
          .containsExactly(
              new EndpointCount(2, 0), new EndpointCount(2, 0), new EndpointCount(0, 0));
    }

    @Test
    void unknownNames_areRefused() {
      ClusterSnapshot world = TrafficFixtures.world(OPEN, "node-a");

      assertThatThrownBy(() -> k8s.outages().loseZone("zone-9", world, AT).toString())
          .hasMessage("Zone: \"zone-9\"; expected one with nodes");
      assertThatThrownBy(() -> k8s.outages().drain(ImmutableSet.of("node-z"), world, AT).toString())
          .hasMessage("Node: \"node-z\"; expected one of the snapshot");
    }
  }
}
