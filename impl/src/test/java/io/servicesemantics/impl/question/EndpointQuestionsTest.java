package io.servicesemantics.impl.question;

import static io.servicesemantics.impl.question.Asked.NODE_A;
import static io.servicesemantics.impl.question.Asked.NODE_B;
import static io.servicesemantics.impl.question.Asked.ON_A;
import static io.servicesemantics.impl.question.Asked.ON_B;
import static io.servicesemantics.testkit.fixture.EndpointFixtures.notReady;
import static io.servicesemantics.testkit.fixture.EndpointFixtures.ready;
import static io.servicesemantics.testkit.fixture.EndpointFixtures.slice;
import static io.servicesemantics.testkit.fixture.EndpointFixtures.terminating;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.servicesemantics.cluster.ClusterChange;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.endpoint.AddressType;
import io.servicesemantics.endpoint.EndpointPort;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.net.Protocol;
import io.servicesemantics.object.KnownLabels;
import io.servicesemantics.profile.ProxyMode;
import io.servicesemantics.routing.Flow;
import io.servicesemantics.routing.RoutingTable;
import io.servicesemantics.service.ExternalTrafficPolicy;
import io.servicesemantics.service.InternalTrafficPolicy;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.TargetPort;
import io.servicesemantics.testkit.fixture.PodFixtures;
import io.servicesemantics.testkit.fixture.ServiceFixtures;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Which endpoints get traffic: questions 8, 9, 21, 22 and 25. */
class EndpointQuestionsTest {

  private static final String FROM_POD = "TCP 10.244.1.9 -> 10.96.0.21:80";

  @Nested
  @DisplayName("8: Why does internalTrafficPolicy Local time out instead of refusing?")
  class TimesOut {

    private final Service web = ServiceFixtures.clusterIp();
    private final Service local =
        web.withSpec(web.spec().withInternalTrafficPolicy(InternalTrafficPolicy.LOCAL));

    @Test
    void aNodeWithoutItsOwnEndpoint_dropsAndNamesWhereTheyAre() {
      Asked asked = Asked.of(ProxyMode.IPTABLES, local, slice("web-1", ON_B));

      assertThat(asked.answer(NODE_A, FROM_POD))
          .startsWith("Drop")
          .contains(
              "internalTrafficPolicy: Local keeps it on this node, and the endpoints are all"
                  + " elsewhere: it is dropped, and the sender waits in vain.")
          .contains("The endpoint is on another node. (endpoint 10.244.2.5:8080, node node-b)");
      assertThat(asked.answer(NODE_B, "TCP 10.244.2.9 -> 10.96.0.21:80"))
          .startsWith("Forward[10.244.2.5:8080 1]");
    }

    @Test
    void anEndpointOnTheNode_orPolicyCluster_curesIt() {
      assertThat(
              Asked.of(ProxyMode.IPTABLES, local, slice("web-1", ON_A, ON_B))
                  .answer(NODE_A, FROM_POD))
          .startsWith("Forward[10.244.1.5:8080 1]");
      assertThat(Asked.of(ProxyMode.IPTABLES, web, slice("web-1", ON_B)).answer(NODE_A, FROM_POD))
          .startsWith("Forward[10.244.2.5:8080 1]");
    }

    @Test
    void noEndpointAnywhere_isRefusedRatherThanDropped() {
      assertThat(Asked.of(ProxyMode.IPTABLES, local, slice("web-1")).answer(NODE_A, FROM_POD))
          .startsWith("Reject")
          .contains("The Service has no usable endpoint anywhere.");
    }
  }

  @Nested
  @DisplayName("9: Does traffic still go to terminating Pods, and why?")
  class Terminating {

    private final EndpointSlice leaving =
        slice(
            "web-1",
            terminating("10.244.1.5").withNodeName("node-a"),
            notReady("10.244.2.5").withNodeName("node-b"));

    @Test
    void withoutAnythingReady_theyAreTheLastResort() {
      assertThat(
              Asked.of(ProxyMode.IPTABLES, ServiceFixtures.clusterIp(), leaving)
                  .answer(NODE_A, FROM_POD))
          .startsWith("Forward[10.244.1.5:8080 1]")
          .contains("Nothing is ready anywhere, so endpoints that still serve while terminating.")
          .contains(
              "The endpoint still serves while terminating, and nothing is ready. (endpoint"
                  + " 10.244.1.5:8080)")
          .contains("The endpoint is not ready. (endpoint 10.244.2.5:8080)");
    }

    @Test
    void oneReadyEndpoint_endsIt() {
      EndpointSlice recovered =
          leaving.withEndpoints(leaving.endpoints().get(0), ready("10.244.2.5", "node-b"));

      assertThat(
              Asked.of(ProxyMode.IPTABLES, ServiceFixtures.clusterIp(), recovered)
                  .answer(NODE_A, FROM_POD))
          .startsWith("Forward[10.244.2.5:8080 1]")
          .contains("Ready endpoints near enough to this node.")
          .doesNotContain("Nothing is ready anywhere");
    }

    @Test
    void underPolicyLocal_theNodesOwnGoBeforeReadyOnesElsewhere() {
      Service web = ServiceFixtures.nodePort();
      Service local =
          web.withSpec(web.spec().withExternalTrafficPolicy(ExternalTrafficPolicy.LOCAL));
      EndpointSlice one =
          leaving.withEndpoints(leaving.endpoints().get(0), ready("10.244.2.5", "node-b"));
      String fromOutside = "TCP 203.0.113.7 -> 192.168.0.2:30080";

      assertThat(Asked.of(ProxyMode.IPTABLES, local, one).answer(NODE_A, fromOutside))
          .startsWith("Forward[10.244.1.5:8080 1]")
          .contains("Nothing is ready on this node, so endpoints here that still serve.");
      assertThat(
              Asked.of(ProxyMode.IPTABLES, local, slice("web-1", ON_A, ON_B))
                  .answer(NODE_A, fromOutside))
          .contains("Ready endpoints on this node.")
          .doesNotContain("that still serve");
    }

    @Test
    void openConnections_areSaidToStay() {
      assertThat(
              Asked.of(ProxyMode.IPTABLES, ServiceFixtures.clusterIp(), leaving)
                  .answer(NODE_A, FROM_POD))
          .contains(
              "one that is open stays with its backend to its end, whatever becomes of that one");
    }
  }

  @Nested
  @DisplayName("21: Pods are Ready, the slice lists them, still no connection")
  class ListedInVain {

    private final Service web = ServiceFixtures.clusterIp();

    @Test
    void aSliceWhosePortHasAnotherName_isToldWithWhatItHas() {
      EndpointSlice other = slice("web-1", ON_A).withPorts(EndpointPort.of("https", 8443));

      assertThat(Asked.of(ProxyMode.IPTABLES, web, other).answer(NODE_A, FROM_POD))
          .startsWith("Reject")
          .contains("service shop/web:http")
          .contains(
              "The slice has no port of this name and protocol. (slice shop/web-1, field ports,"
                  + " value https/TCP)");
      assertThat(Asked.of(ProxyMode.IPTABLES, web, slice("web-1", ON_A)).answer(NODE_A, FROM_POD))
          .startsWith("Forward[10.244.1.5:8080 1]")
          .doesNotContain("The slice has no port");
    }

    @Test
    void aSliceWhosePortHasAnotherProtocol_isToldWithWhatItHas() {
      EndpointSlice other =
          slice("web-1", ON_A).withPorts(EndpointPort.of("http", 8080).withProtocol(Protocol.UDP));

      assertThat(Asked.of(ProxyMode.IPTABLES, web, other).answer(NODE_A, FROM_POD))
          .startsWith("Reject")
          .contains("The slice has no port of this name and protocol.")
          .contains("value http/UDP");
    }

    @Test
    void aTargetPortThatNoContainerDeclares_isToldByThePod() {
      Pod pod = PodFixtures.ready("web-1", "10.244.1.5", "node-a");
      Service wrong = leadsTo("htpp");
      Service right = leadsTo("http");
      Asked cluster = Asked.of(ProxyMode.IPTABLES, wrong);

      assertThat(explained(cluster, wrong, pod))
          .contains("The Pod is an endpoint of the Service.")
          .contains(
              "No container or sidecar of the Pod declares a port of that name and protocol. (port"
                  + " http, targetPort htpp/TCP, declared http/TCP 8080)");
      assertThat(explained(cluster, right, pod))
          .contains("A container declares a port of that name and protocol.")
          .contains("number 8080");

      assertThat(planned(cluster, wrong, pod).answer(NODE_A, FROM_POD))
          .startsWith("Reject")
          .contains("The slice has no port of this name and protocol.");
      assertThat(planned(cluster, right, pod).answer(NODE_A, FROM_POD))
          .startsWith("Forward[10.244.1.5:8080 1]");
    }

    private Service leadsTo(String targetPort) {
      return web.withSpec(
          web.spec().withPorts(ServiceFixtures.HTTP.withTargetPort(TargetPort.of(targetPort))));
    }

    private static String explained(Asked cluster, Service service, Pod pod) {
      return cluster.semantics().slices().explainPod(service, pod, cluster.world()).toString();
    }

    private static Asked planned(Asked cluster, Service service, Pod pod) {
      ClusterSnapshot world = cluster.world().withServices(service).withPods(pod);
      return Asked.of(
          ProxyMode.IPTABLES,
          service,
          cluster.semantics().slices().plan(service, world).create().toArray(new EndpointSlice[0]));
    }
  }

  @Nested
  @DisplayName("22: My hand-written EndpointSlice is ignored or half used")
  class HandWritten {

    private final EndpointSlice right = slice("mine", ON_A);

    @Test
    void withoutTheLabel_itIsNobodys() {
      EndpointSlice unlabelled = right.withMetadata(right.metadata().withLabels(ImmutableMap.of()));

      assertThat(selected(unlabelled))
          .contains("No endpoint is usable anywhere.")
          .contains("The slice has no label that says whose it is.")
          .contains("metadata.labels[kubernetes.io/service-name]");
      assertCured();
    }

    @Test
    void withTheLabelOfHeadlessServices_itIsPassedOver() {
      EndpointSlice headless =
          right.withMetadata(
              right.metadata().toBuilder().putLabel(KnownLabels.HEADLESS, "").build());

      assertThat(routed(headless))
          .startsWith("Reject")
          .contains("A label marks the slice as a headless Service's.");
      assertCured();
    }

    @Test
    void withoutAPortName_itHasNoPorts() {
      EndpointSlice unnamed =
          right.withPorts(EndpointPort.of("http", 8080).withName(Optional.empty()));

      assertThat(routed(unnamed))
          .startsWith("Reject")
          .contains("The port of the slice has no name, not even an empty one.");
      assertCured();
    }

    @Test
    void ofTheOtherFamily_itIsNotRead() {
      assertThat(routed(right.withAddressType(AddressType.IPV6)))
          .startsWith("Reject")
          .contains("The slice is not of this address family.");
      assertCured();
    }

    @Test
    void ofSeveralAddresses_onlyTheFirstCounts() {
      EndpointSlice two = right.withEndpoints(ON_A.withAddresses("10.244.1.5", "10.244.1.6"));

      assertThat(routed(two))
          .startsWith("Forward[10.244.1.5:8080 1]")
          .contains("Only the first address of an endpoint counts.")
          .contains("value 10.244.1.6");
      assertThat(routed(right.withEndpoints(ON_A, ready("10.244.1.6", "node-a"))))
          .startsWith("Forward[10.244.1.5:8080 1/2, 10.244.1.6:8080 1/2]")
          .doesNotContain("Only the first address");
    }

    @Test
    void withoutANodeName_itIsNowhereUnderPolicyLocal() {
      Service web = ServiceFixtures.clusterIp();
      Service local =
          web.withSpec(web.spec().withInternalTrafficPolicy(InternalTrafficPolicy.LOCAL));

      assertThat(
              Asked.of(ProxyMode.IPTABLES, local, slice("mine", ready("10.244.1.5")))
                  .answer(NODE_A, FROM_POD))
          .startsWith("Drop")
          .contains("Nothing on this node is ready or still serves.")
          .contains(
              "The slice does not say on which node the endpoint is. (endpoint 10.244.1.5:8080)");
      assertThat(Asked.of(ProxyMode.IPTABLES, local, right).answer(NODE_A, FROM_POD))
          .startsWith("Forward[10.244.1.5:8080 1]");
    }

    private void assertCured() {
      assertThat(routed(right)).startsWith("Forward[10.244.1.5:8080 1]");
      assertThat(selected(right)).contains("Ready endpoints near enough to this node.");
    }

    private static String routed(EndpointSlice slice) {
      return Asked.of(ProxyMode.IPTABLES, ServiceFixtures.clusterIp(), slice)
          .answer(NODE_A, FROM_POD);
    }

    private static String selected(EndpointSlice slice) {
      return Asked.of(ProxyMode.IPTABLES, ServiceFixtures.clusterIp())
          .semantics()
          .endpointSelector()
          .explain(
              ServiceFixtures.clusterIp(),
              ServiceFixtures.HTTP,
              IpFamily.IPV4,
              NODE_A,
              ImmutableList.of(slice))
          .because()
          .toString();
    }
  }

  @Nested
  @DisplayName("25: After scaling up, new Pods get no traffic")
  class ScaledUp {

    private final RoutingTable before =
        Asked.of(ProxyMode.IPTABLES, ServiceFixtures.clusterIp(), slice("web-1", ON_A)).at(NODE_A);
    private final RoutingTable after = before.after(ClusterChange.put(slice("web-1", ON_A, ON_B)));

    @Test
    void sharesAreOfNewConnections_andOpenOnesStay() {
      assertThat(after.explain(Flow.parse(FROM_POD)).toString())
          .startsWith("Forward[10.244.1.5:8080 1/2, 10.244.2.5:8080 1/2]")
          .contains("Each new connection goes to one of the backends by lot")
          .contains(
              "This is where a new connection goes; one that is open stays with its backend to its"
                  + " end, whatever becomes of that one and of others.");
    }

    @Test
    void connectionsOpenedAnew_reachTheNewPod() {
      assertThat(before.explain(Flow.parse(FROM_POD)).toString())
          .startsWith("Forward[10.244.1.5:8080 1]");
      assertThat(after.route(Flow.parse(FROM_POD)))
          .hasToString("Forward[10.244.1.5:8080 1/2, 10.244.2.5:8080 1/2]");
    }

    @Test
    void datagramsThatKeepComing_stayToo() {
      Service web = ServiceFixtures.clusterIp();
      Service udp =
          web.withSpec(web.spec().withPorts(ServiceFixtures.HTTP.withProtocol(Protocol.UDP)));
      EndpointSlice slice =
          slice("web-1", ON_A, ON_B)
              .withPorts(EndpointPort.of("http", 8080).withProtocol(Protocol.UDP));

      assertThat(
              Asked.of(ProxyMode.IPTABLES, udp, slice)
                  .answer(NODE_A, "UDP 10.244.1.9 -> 10.96.0.21:80"))
          .contains(
              "those that keep coming from one address and port stay with their backend until it"
                  + " serves no more and another one does.")
          .doesNotContain("one that is open");
    }
  }
}
