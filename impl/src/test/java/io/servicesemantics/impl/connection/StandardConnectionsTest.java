package io.servicesemantics.impl.connection;

import static io.servicesemantics.testkit.fixture.ConnectionFixtures.VIP;
import static io.servicesemantics.testkit.fixture.ConnectionFixtures.loadBalanced;
import static io.servicesemantics.testkit.fixture.ConnectionFixtures.profile;
import static io.servicesemantics.testkit.fixture.ConnectionFixtures.web1;
import static io.servicesemantics.testkit.fixture.ConnectionFixtures.web2;
import static io.servicesemantics.testkit.fixture.ConnectionFixtures.world;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.DnsPolicy;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.cluster.PodPhase;
import io.servicesemantics.connection.ConnectionOutcome;
import io.servicesemantics.connection.ConnectionTrace;
import io.servicesemantics.endpoint.Endpoint;
import io.servicesemantics.impl.StandardSemantics;
import io.servicesemantics.object.ObjectMeta;
import io.servicesemantics.profile.ProxyMode;
import io.servicesemantics.service.ExternalTrafficPolicy;
import io.servicesemantics.service.LoadBalancerIngress;
import io.servicesemantics.service.LoadBalancerIpMode;
import io.servicesemantics.service.LoadBalancerStatus;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServicePort;
import io.servicesemantics.service.ServiceStatus;
import io.servicesemantics.service.TargetPort;
import io.servicesemantics.testkit.fixture.PodFixtures;
import io.servicesemantics.testkit.fixture.ServiceFixtures;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class StandardConnectionsTest {

  private static final ClusterSnapshot WORLD = world(ServiceFixtures.clusterIp());

  private static ConnectionTrace trace(
      ProxyMode mode, String caller, String destination, ClusterSnapshot world) {
    return StandardSemantics.of(profile(mode)).connections().trace(caller, destination, world);
  }

  private static ConnectionTrace trace(String caller, String destination, ClusterSnapshot world) {
    return trace(ProxyMode.NFTABLES, caller, destination, world);
  }

  private static ClusterSnapshot withPod(ClusterSnapshot world, Pod pod) {
    return world.toBuilder().addPods(pod).build();
  }

  @Nested
  @DisplayName("who calls")
  class Callers {

    @Test
    void thePodsAddress_isThePod() {
      assertThat(trace("10.244.1.9", "web", WORLD).toString())
          .contains("The caller is a Pod", "pod shop/client");
    }

    @Test
    void theNodesAddress_isAProcessOfIt() {
      assertThat(trace("192.168.0.3", "shop/web", WORLD).toString())
          .contains("process in the node's network. (node node-c");
    }

    @Test
    void aPodInItsNodesNetwork_isAProcessOfIt() {
      Pod agent = PodFixtures.ready("agent", "192.168.0.3", "node-c");
      ClusterSnapshot world =
          withPod(
              WORLD,
              agent.withSpec(
                  agent
                      .spec()
                      .withHostNetwork(true)
                      .withDnsPolicy(DnsPolicy.CLUSTER_FIRST_WITH_HOST_NET)));
      ConnectionTrace trace = trace("agent", "web:80", world);

      assertThat(trace.outcome()).isEqualTo(ConnectionOutcome.CONNECTED);
      assertThat(trace.toString())
          .contains("a process of that node", "from 192.168.0.3", "TCP 10.96.0.21:80");
    }

    @Test
    void aNameOfSeveralPods_needsTheNamespace() {
      Pod other = PodFixtures.ready("client", "10.244.3.3", "node-c");
      ClusterSnapshot world = withPod(WORLD, other.withMetadata(ObjectMeta.of("other", "client")));

      assertThat(trace("client", "web", world).outcome())
          .isEqualTo(ConnectionOutcome.CALLER_NOT_FOUND);
      assertThat(trace("client", "web", world).toString()).contains("other/client, shop/client");
      assertThat(trace("other/client", "web", world).outcome())
          .isEqualTo(ConnectionOutcome.NAME_NOT_FOUND);
    }

    @Test
    void aPodThatCannotCall_isToldWhy() {
      Pod ended = PodFixtures.ready("job", "10.244.3.3", "node-c");
      ended = ended.withStatus(ended.status().withPhase(PodPhase.SUCCEEDED));
      Pod waiting = PodFixtures.ready("late", "10.244.3.4", "");

      assertThat(trace("job", "web", withPod(WORLD, ended)).outcome())
          .isEqualTo(ConnectionOutcome.CALLER_NOT_FOUND);
      assertThat(trace("late", "web", withPod(WORLD, waiting)).outcome())
          .isEqualTo(ConnectionOutcome.NO_ADDRESS);
    }

    @Test
    void anIpv4Caller_cannotCallIpv6() {
      assertThat(trace("client", "[2001:db8::1]:80", WORLD).outcome())
          .isEqualTo(ConnectionOutcome.NO_ADDRESS);
    }

    @Test
    void anAddressViaTheNodeItIsOn_isItsPodOrProcess() {
      assertThat(trace("10.244.1.9 via node-a", "web", WORLD).toString())
          .contains("pod shop/client");
      assertThat(trace("192.168.0.1 via node-a", "web", WORLD).toString())
          .contains("process in the node's network");
      assertThat(trace("10.244.1.9 via node-b", "web:80", WORLD).toString())
          .contains("arrives at this node from the network");
    }

    @Test
    void aNodeThatIsNotThere_isAnsweredWithThoseThatAre() {
      assertThat(trace("203.0.113.7 via node-x", "web", WORLD).toString())
          .contains("the caller is not found", "node node-a");
    }
  }

  @Nested
  @DisplayName("what is called")
  class Destinations {

    @Test
    void anAlias_leadsOn() {
      Service alias = ServiceFixtures.externalName();
      alias = alias.withMetadata(ObjectMeta.of("shop", "db"));
      ClusterSnapshot outside = WORLD.toBuilder().addServices(alias).build();
      ClusterSnapshot inside =
          WORLD.toBuilder()
              .addServices(
                  alias.withSpec(alias.spec().withExternalName("web.shop.svc.cluster.local")))
              .build();
      ClusterSnapshot round =
          WORLD.toBuilder()
              .addServices(
                  alias.withSpec(alias.spec().withExternalName("db.shop.svc.cluster.local")))
              .build();
      ClusterSnapshot address =
          WORLD.toBuilder()
              .addServices(alias.withSpec(alias.spec().withExternalName("203.0.113.9")))
              .build();

      assertThat(trace("client", "db:http", outside).outcome())
          .isEqualTo(ConnectionOutcome.LEAVES_THE_CLUSTER);
      assertThat(trace("client", "db:http", inside).outcome())
          .isEqualTo(ConnectionOutcome.CONNECTED);
      assertThat(trace("client", "db:http", round).toString()).contains("without an end");
      assertThat(trace("client", "db:http", address).outcome())
          .isEqualTo(ConnectionOutcome.NAME_NOT_FOUND);
    }

    @Test
    void aHeadlessService_isCalledAtItsPodsPorts() {
      Service headless = ServiceFixtures.headless();
      headless =
          headless.withSpec(
              headless.spec().withPorts(ServiceFixtures.HTTP.withTargetPort(TargetPort.of(8080))));
      ClusterSnapshot world = world(headless);

      assertThat(trace("client", "web:80", world).outcome()).isEqualTo(ConnectionOutcome.REFUSED);
      assertThat(trace("client", "web:80", world).toString())
          .contains("Nothing translates ports of a headless Service.", "listens at 8080");
      assertThat(trace("client", "web:8080", world).outcome())
          .isEqualTo(ConnectionOutcome.CONNECTED);
      assertThat(trace("client", "web:http", world).outcome())
          .isEqualTo(ConnectionOutcome.CONNECTED);
      assertThat(trace("client", "web:8080", world(headless, new Endpoint[0])).outcome())
          .isEqualTo(ConnectionOutcome.NAME_NOT_FOUND);
    }

    @Test
    void thePortAPodListensAt_isMistakenForTheServices() {
      Service mapped = ServiceFixtures.clusterIp();
      mapped =
          mapped.withSpec(
              mapped.spec().withPorts(ServiceFixtures.HTTP.withTargetPort(TargetPort.of(8080))));

      assertThat(trace("client", "web:8080", world(mapped)).toString())
          .contains("asked 8080, there is http 80/TCP, did you mean http 80/TCP, which leads to");
    }

    @Test
    void everyPort_isTriedWhereNoneIsSaid() {
      Service two = ServiceFixtures.clusterIp();
      two =
          two.withSpec(
              two.spec().withPorts(ServiceFixtures.HTTP, ServicePort.of(9100).withName("metrics")));

      assertThat(trace("client", "web", world(two)).attempts())
          .extracting(attempt -> attempt.called() + " " + attempt.outcome())
          .containsExactly("TCP 10.96.0.21:80 CONNECTED", "TCP 10.96.0.21:9100 REFUSED");
    }

    @Test
    void aPod_isReachedDirectlyReadyOrNot() {
      ClusterSnapshot world = withPod(WORLD, PodFixtures.notReady("slow", "10.244.3.3", "node-c"));

      assertThat(trace("client", "pod slow:8080", world).outcome())
          .isEqualTo(ConnectionOutcome.CONNECTED);
      assertThat(trace("client", "pod slow:8080", world).toString()).contains("is not ready");
      assertThat(trace("client", "pod slow:9999", world).toString())
          .contains("No container declares the port", "declared http 8080/TCP");
      assertThat(trace("client", "pod slow:https", world).outcome())
          .isEqualTo(ConnectionOutcome.PORT_NOT_FOUND);
    }

    @Test
    void anAddressOfPodsThatNobodyHas_givesNoAnswer() {
      assertThat(trace("client", "10.244.9.9:80", WORLD).outcome())
          .isEqualTo(ConnectionOutcome.NO_ANSWER);
      assertThat(trace("client", "203.0.113.9:80", WORLD).outcome())
          .isEqualTo(ConnectionOutcome.LEAVES_THE_CLUSTER);
      assertThat(trace(ProxyMode.IPTABLES, "client", "10.96.200.1:80", WORLD).outcome())
          .isEqualTo(ConnectionOutcome.NO_ANSWER);
    }

    @Test
    void localhost_isTheCallersOwn() {
      ClusterSnapshot world = world(ServiceFixtures.nodePort());

      assertThat(trace("client", "localhost:30080", world).outcome())
          .isEqualTo(ConnectionOutcome.STAYS_WITH_CALLER);
      assertThat(trace(ProxyMode.IPTABLES, "node node-c", "127.0.0.1:30080", world).outcome())
          .isEqualTo(ConnectionOutcome.CONNECTED);
      assertThat(trace("node node-c", "127.0.0.1:30080", world).outcome())
          .isEqualTo(ConnectionOutcome.REFUSED);
    }

    @Test
    void aLoadBalancerThatRewritesAddresses_isCalledOutside() {
      Service service = loadBalanced(ExternalTrafficPolicy.CLUSTER);
      LoadBalancerIngress proxied =
          LoadBalancerIngress.builder().ip(VIP).ipMode(LoadBalancerIpMode.PROXY).build();
      ClusterSnapshot world =
          world(
              service.withStatus(
                  ServiceStatus.builder()
                      .loadBalancer(LoadBalancerStatus.builder().addIngress(proxied).build())
                      .build()));

      assertThat(trace("client", VIP + ":80", world).toString())
          .contains("No node takes the load balancer's address");
      assertThat(trace("203.0.113.7", VIP + ":80", world).outcome())
          .isEqualTo(ConnectionOutcome.LEAVES_THE_CLUSTER);
    }

    @Test
    void anOutsideName_isToldFromAMistypedOne() {
      assertThat(trace("client", "example.com:80", WORLD).outcome())
          .isEqualTo(ConnectionOutcome.LEAVES_THE_CLUSTER);
      assertThat(trace("client", "wab.shop:80", WORLD).outcome())
          .isEqualTo(ConnectionOutcome.NAME_NOT_FOUND);
    }
  }

  @Nested
  @DisplayName("who answers")
  class Answers {

    @Test
    void aSliceThatNamesAPodThatIsGone_givesNoAnswer() {
      ClusterSnapshot gone = WORLD.withPods(WORLD.pods().get(0), WORLD.pods().get(2));
      ConnectionTrace trace = trace("client", "web", gone);

      assertThat(trace.outcome()).isEqualTo(ConnectionOutcome.DEPENDS);
      assertThat(trace.toString()).contains("names a Pod that is not there any more");
    }

    @Test
    void aBackendInItsNodesNetwork_seesTheCaller() {
      Pod host = PodFixtures.ready("web-1", "192.168.0.1", "node-a");
      ClusterSnapshot world =
          world(ServiceFixtures.nodePort(), web1().withAddresses("192.168.0.1"));
      world = world.withPods(ImmutableList.of(host.withSpec(host.spec().withHostNetwork(true))));

      assertThat(trace("203.0.113.7", "node-a:30080", world).toString())
          .contains("sees 203.0.113.7", "in the node's own network nothing hides it");
      assertThat(trace("203.0.113.7", "node-b:30080", world).toString())
          .contains("sees 192.168.0.2");
    }

    @Test
    void virtualServersCalledByTheirNode_loseAnswersFromElsewhere() {
      ClusterSnapshot world = world(loadBalanced(ExternalTrafficPolicy.LOCAL), web2());
      ConnectionTrace trace = trace(ProxyMode.IPVS, "node node-a", VIP + ":80", world);

      assertThat(trace.outcome()).isEqualTo(ConnectionOutcome.NO_ANSWER);
      assertThat(trace.toString()).contains("calls as the Service's own address");
      assertThat(trace("node node-a", VIP + ":80", world).outcome())
          .isEqualTo(ConnectionOutcome.CONNECTED);
    }

    @Test
    void aPodSentToItselfByAnotherNode_needsNoHairpin() {
      ClusterSnapshot world = world(loadBalanced(ExternalTrafficPolicy.CLUSTER), web1());

      assertThat(trace("web-1", "node-c:30080", world).outcome())
          .isEqualTo(ConnectionOutcome.CONNECTED);
      assertThat(trace("web-1", "node-c:30080", world).toString())
          .contains("sees 192.168.0.3")
          .doesNotContain("hairpin");
      assertThat(
              trace(
                      "web-1",
                      "node-c:30080",
                      world(loadBalanced(ExternalTrafficPolicy.LOCAL), web1()))
                  .toString())
          .contains("so it answers itself and nobody hears it");
    }

    @Test
    void aPodOnAPortOfItsNode_answersThere() {
      Pod pod = PodFixtures.ready("edge", "10.244.3.3", "node-c");
      pod =
          pod.withSpec(
              pod.spec()
                  .withContainers(
                      pod.spec()
                          .containers()
                          .get(0)
                          .withPorts(
                              pod.spec().containers().get(0).ports().get(0).withHostPort(80))));

      assertThat(trace("203.0.113.7", "node-c:80", withPod(WORLD, pod)).outcome())
          .isEqualTo(ConnectionOutcome.CONNECTED);
      assertThat(trace("203.0.113.7", "node-c:80", WORLD).outcome())
          .isEqualTo(ConnectionOutcome.REFUSED);
    }

    @Test
    void anEmptyWorld_isAnswered() {
      ClusterSnapshot nothing = ClusterSnapshot.builder().build();

      assertThat(trace("203.0.113.7", "web", nothing).outcome())
          .isEqualTo(ConnectionOutcome.NAME_NOT_FOUND);
      assertThat(trace("203.0.113.7", "10.96.0.1:80", nothing).outcome())
          .isEqualTo(ConnectionOutcome.LEAVES_THE_CLUSTER);
      assertThat(trace("203.0.113.7", "shop/web", WORLD.withNodes(ImmutableList.of())).outcome())
          .isEqualTo(ConnectionOutcome.NO_ANSWER);
    }
  }
}
