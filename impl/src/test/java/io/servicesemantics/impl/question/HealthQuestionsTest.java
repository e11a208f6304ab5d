package io.servicesemantics.impl.question;

import static io.servicesemantics.testkit.fixture.EndpointFixtures.ready;
import static io.servicesemantics.testkit.fixture.EndpointFixtures.slice;
import static io.servicesemantics.testkit.fixture.EndpointFixtures.terminating;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.ServiceSemantics;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.endpoint.Endpoint;
import io.servicesemantics.endpoint.EndpointPort;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.impl.StandardSemantics;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.net.Protocol;
import io.servicesemantics.object.ConditionStatus;
import io.servicesemantics.object.KnownLabels;
import io.servicesemantics.profile.ClusterProfile;
import io.servicesemantics.profile.KubernetesVersion;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServicePort;
import io.servicesemantics.testkit.fixture.NodeFixtures;
import io.servicesemantics.testkit.fixture.ServiceFixtures;
import io.servicesemantics.traffic.ProxyHealth;
import io.servicesemantics.traffic.TrackedFlow;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * Questions 10, 24 and 27 of routing part 9: printed, the answer can be read, and the cure seen.
 */
class HealthQuestionsTest {

  private static final ServiceSemantics K8S =
      StandardSemantics.of(ClusterProfile.of(KubernetesVersion.V1_36));

  private static Node node(String name) {
    return NodeFixtures.withReadiness(NodeFixtures.withoutZone(name), ConditionStatus.TRUE);
  }

  @Nested
  @DisplayName("10. Rolling update with policy Local gives 502s for seconds: why?")
  class RollingUpdate {

    private final Endpoint old = terminating("10.0.0.1").withNodeName("node-a");

    private String printed(Endpoint... endpoints) {
      return K8S.healthChecker()
          .explain(
              ServiceFixtures.localLoadBalancer(32000),
              IpFamily.IPV4,
              node("node-a"),
              ImmutableList.of(slice("web-1", endpoints)),
              true)
          .toString();
    }

    @Test
    void theOldPodTerminates_theCheckFailsAtOnceWhileTrafficIsStillServed() {
      assertThat(printed(old, ready("10.0.0.2", "node-b")))
          .isEqualTo(
              """
              node-a IPv4: 503 at port 32000, 0 ready here
                No endpoint on this node is ready, so the check fails. (Service shop/web, node node-a, family IPv4, port 32000, listens at 0.0.0.0, counted 0) [routing 4.1.6]
                  The endpoint is on this node but terminating, which does not count. (endpoint 10.0.0.1:8080) [routing 4.1.4]
                  Ready endpoints on other nodes do not count. (endpoints 1) [routing 4.1.3]
                  No family of kube-proxy has had a change queued for too long. [routing 4.2.2]
                  Until load balancers notice, endpoints here that still serve take what arrives. (port http, endpoints [10.0.0.1:8080]) [routing 2.4.5]\
              """);
    }

    @Test
    void theOldPodIsGone_whatStillArrivesIsDropped() {
      assertThat(printed(ready("10.0.0.2", "node-b")))
          .contains("503 at port 32000")
          .contains(
              "Until load balancers notice, what arrives is dropped, and clients wait in vain."
                  + " (port http) [routing 2.8.2 d]");
    }

    @Test
    void theNewPodIsReadyOnTheNodeBefore_theCheckNeverFails() {
      assertThat(printed(old, ready("10.0.0.3", "node-a"), ready("10.0.0.2", "node-b")))
          .startsWith("node-a IPv4: 200 at port 32000, 1 ready here")
          .contains("The endpoint is on this node and ready. (endpoint 10.0.0.3:8080)")
          .doesNotContain("Until load balancers notice");
    }
  }

  @Nested
  @DisplayName("24. UDP syslog, statsd or DNS still goes to a dead Pod's address")
  class DeadUdpEndpoint {

    private final TrackedFlow flow = TrackedFlow.parse("UDP 10.96.0.21:53 -> 10.0.0.1:8080");
    private final ClusterSnapshot before = world(ready("10.0.0.1"));

    private ClusterSnapshot world(Endpoint... endpoints) {
      Service inside = ServiceFixtures.clusterIp();
      EndpointSlice slice =
          slice("dns-1", endpoints)
              .withPorts(EndpointPort.of("dns", 8080).withProtocol(Protocol.UDP));
      return ClusterSnapshot.builder()
          .addServices(
              inside.withSpec(
                  inside
                      .spec()
                      .withPorts(ServicePort.of(53).withName("dns").withProtocol(Protocol.UDP))))
          .addEndpointSlices(slice)
          .build();
    }

    @Test
    void theLastServingEndpointVanishes_theFlowStaysWithTheDeadPod() {
      assertThat(K8S.flowCleaner().explain(flow, before, world()))
          .hasToString(
              """
              UDP 10.96.0.21:53 -> 10.0.0.1:8080 (shop/web:dns) stays: No endpoint of the Service port serves any more, so its flows are passed over and stay with an endpoint that is gone.
                No endpoint of the Service port serves any more, so its flows are passed over and stay with an endpoint that is gone. (flow UDP 10.96.0.21:53 -> 10.0.0.1:8080, port shop/web:dns, serving none) [routing 2.17.4]\
              """);
    }

    @Test
    void anotherEndpointServes_theFlowIsRemovedSoThatItMoves() {
      assertThat(K8S.flowCleaner().explain(flow, before, world(ready("10.0.0.2"))).toString())
          .startsWith("UDP 10.96.0.21:53 -> 10.0.0.1:8080 (shop/web:dns) removed: ")
          .contains("serving 10.0.0.2:8080")
          .contains("[routing 2.17.5]");
    }
  }

  @Nested
  @DisplayName("27. Which nodes does my cloud LB use, why is a NotReady or cordoned node a target?")
  class Targets {

    private String printed(Service service, Node... nodes) {
      ClusterSnapshot world =
          ClusterSnapshot.builder()
              .addNodes(nodes)
              .addEndpointSlices(slice("web-1", ready("10.0.0.1", "good")))
              .build();
      return K8S.loadBalancerTargets().plan(service, world).toString();
    }

    private final Node notReady =
        NodeFixtures.withReadiness(NodeFixtures.withoutZone("down"), ConditionStatus.FALSE);
    private final Node cordoned =
        node("cordoned").withSpec(node("cordoned").spec().withUnschedulable(true));
    private final Node marked =
        NodeFixtures.tainted(node("leaving"), ProxyHealth.TO_BE_DELETED_TAINT);

    @Test
    void policyCluster_listsEveryNodeWithWhatKeepsItInOrOut() {
      assertThat(
              printed(
                  ServiceFixtures.loadBalancer("192.0.2.10"),
                  node("good"),
                  notReady,
                  cordoned,
                  marked))
          .isEqualTo(
              """
              Load balancer of shop/web: 3 of 4 nodes, 3 of which pass their health check.
              NODE       TARGET   CHECKED AT   ANSWER   BECAUSE
              good       yes      10256        200      The node may have traffic, and kube-proxy says so where it runs and keeps up.
              down       yes      10256        200      The node may have traffic, and kube-proxy says so where it runs and keeps up.
                                                        The node is not ready, which does not keep it out; health checks have to tell.
              cordoned   yes      10256        200      The node may have traffic, and kube-proxy says so where it runs and keeps up.
                                                        The node is cordoned, which keeps new Pods away but not load balancers.
              leaving    no                             A taint says that the autoscaler is about to remove the node.
                                  10256        503      A taint says that the autoscaler is about to remove the node.
                                                        The taint alone does not make the controller look again, so the node goes with the next change for another reason.\
              """);
    }

    @Test
    void policyLocal_leavesTheChoiceToTheServicesHealthCheck() {
      assertThat(printed(ServiceFixtures.localLoadBalancer(32000), node("good"), cordoned))
          .isEqualTo(
              """
              Load balancer of shop/web: 2 of 2 nodes, 1 of which pass their health check.
              NODE       TARGET   CHECKED AT   ANSWER   BECAUSE
              good       yes      32000 IPv4   200      Endpoints on this node are ready, so the check passes.
              cordoned   yes      32000 IPv4   503      No endpoint on this node is ready, so the check fails.
                                                        The node is cordoned, which keeps new Pods away but not load balancers.\
              """);
    }

    @Test
    void theLabelIsTheCure_whateverItsValueButFalse() {
      Service service = ServiceFixtures.loadBalancer("192.0.2.10");
      String key = KnownLabels.EXCLUDE_FROM_LOAD_BALANCERS;

      assertThat(printed(service, NodeFixtures.labelled(cordoned, key, "")))
          .contains("0 of 1 nodes")
          .contains("cordoned   no")
          .contains("a value that is no boolean, which keeps the node out.");
      assertThat(printed(service, NodeFixtures.labelled(cordoned, key, "false")))
          .contains("1 of 1 nodes")
          .contains("The label that would keep the node out says false, so it does not.");
    }

    @Test
    void theExplanation_tellsWhatIsAskedWhere() {
      ClusterSnapshot world = ClusterSnapshot.builder().addNodes(notReady).build();

      assertThat(
              K8S.loadBalancerTargets()
                  .explain(ServiceFixtures.localLoadBalancer(32000), world)
                  .because())
          .hasToString(
              """
              The Service wants a load balancer and leaves it to the cloud's controller. (Service shop/web) [routing 6.1.1]
                External traffic must stay on the node, yet all nodes are given; health checks tell which have endpoints. [routing 6.1.3]
                Load balancers are told to ask the Service's own health check. (port 32000) [routing 4.2.6]
                Nothing keeps the node out. (node down) [routing 6.1.2]
                  The node is not ready, which does not keep it out; health checks have to tell. [routing 6.1.3]
                  No endpoint on this node is ready, so the check fails. (port 32000, family IPv4, status 503) [routing 4.1.6]\
              """);
    }
  }
}
