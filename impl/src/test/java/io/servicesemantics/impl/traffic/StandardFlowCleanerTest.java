package io.servicesemantics.impl.traffic;

import static io.servicesemantics.testkit.assertion.Assertions.assertThat;
import static io.servicesemantics.testkit.fixture.EndpointFixtures.ready;
import static io.servicesemantics.testkit.fixture.EndpointFixtures.slice;
import static io.servicesemantics.testkit.fixture.EndpointFixtures.terminating;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.endpoint.Endpoint;
import io.servicesemantics.endpoint.EndpointConditions;
import io.servicesemantics.endpoint.EndpointPort;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.impl.StandardSemantics;
import io.servicesemantics.net.Protocol;
import io.servicesemantics.object.KnownLabels;
import io.servicesemantics.object.ObjectMeta;
import io.servicesemantics.profile.ClusterProfile;
import io.servicesemantics.profile.KubernetesVersion;
import io.servicesemantics.service.ExternalTrafficPolicy;
import io.servicesemantics.service.LoadBalancerIpMode;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServicePort;
import io.servicesemantics.testkit.fixture.ServiceFixtures;
import io.servicesemantics.traffic.CleanupReason;
import io.servicesemantics.traffic.FlowCleaner;
import io.servicesemantics.traffic.TrackedFlow;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class StandardFlowCleanerTest {

  private static final String TO_A = "UDP 10.96.0.21:53 -> 10.0.0.1:8080";
  private static final ServicePort DNS =
      ServicePort.of(53).withName("dns").withProtocol(Protocol.UDP).withNodePort(30053);
  private static final Service SERVICE = udp(ServiceFixtures.loadBalancer("192.0.2.10"));
  private static final ClusterSnapshot BEFORE = world(SERVICE, ready("10.0.0.1"));

  private final FlowCleaner cleaner =
      StandardSemantics.of(ClusterProfile.of(KubernetesVersion.V1_36)).flowCleaner();

  private static Service udp(Service service) {
    return service.withSpec(
        service.spec().toBuilder()
            .ports(ImmutableList.of(DNS))
            .addExternalIP("5.6.7.8")
            .externalTrafficPolicy(ExternalTrafficPolicy.LOCAL)
            .build());
  }

  private static EndpointSlice udpSlice(Endpoint... endpoints) {
    return slice("dns-1", endpoints)
        .withPorts(EndpointPort.of("dns", 8080).withProtocol(Protocol.UDP));
  }

  private static ObjectMeta ofAnother(String name) {
    return ObjectMeta.of(ServiceFixtures.NAMESPACE, name)
        .withLabels(ImmutableMap.of(KnownLabels.SERVICE_NAME, "other"));
  }

  private static ClusterSnapshot world(Service service, Endpoint... endpoints) {
    return ClusterSnapshot.builder()
        .addServices(service)
        .addEndpointSlices(udpSlice(endpoints))
        .build();
  }

  private CleanupReason fate(String flow, ClusterSnapshot before, ClusterSnapshot after) {
    return cleaner
        .clean(ImmutableList.of(TrackedFlow.parse(flow)), before, after)
        .fates()
        .get(0)
        .reason();
  }

  @Nested
  @DisplayName("whether there is a clean-up")
  class Trigger {

    @Test
    void nothingChanged_removesNothing() {
      assertThat(fate("UDP 10.96.0.21:53 -> 10.9.9.9:8080", BEFORE, BEFORE))
          .isEqualTo(CleanupReason.NO_UDP_ENDPOINTS_CHANGED);
    }

    @Test
    void onlyTheServiceChanged_removesNothing() {
      ClusterSnapshot after =
          world(SERVICE.withSpec(SERVICE.spec().withExternalIPs("5.6.7.9")), ready("10.0.0.1"));

      assertThat(fate("UDP 10.96.0.21:53 -> 10.9.9.9:8080", BEFORE, after))
          .isEqualTo(CleanupReason.NO_UDP_ENDPOINTS_CHANGED);
    }

    @Test
    void onlyTcpEndpointsChanged_removesNothing() {
      ClusterSnapshot after =
          BEFORE.toBuilder().addEndpointSlices(slice("web-1", ready("10.0.0.7"))).build();
      EndpointSlice ofAnother = slice("web-1", ready("10.0.0.7")).withMetadata(ofAnother("web-1"));

      assertThat(
              fate(
                  "UDP 10.96.0.21:53 -> 10.9.9.9:8080",
                  BEFORE,
                  BEFORE.toBuilder().addEndpointSlices(ofAnother).build()))
          .isEqualTo(CleanupReason.NO_UDP_ENDPOINTS_CHANGED);
      // the Service has UDP endpoints besides, which is enough
      assertThat(fate("UDP 10.96.0.21:53 -> 10.9.9.9:8080", BEFORE, after))
          .isEqualTo(CleanupReason.ENDPOINT_GONE);
    }

    @Test
    void anotherServicesUdpEndpoints_cleanUpEverybodys() {
      EndpointSlice ofAnother = udpSlice(ready("10.0.0.7")).withMetadata(ofAnother("other-1"));

      assertThat(
              fate(
                  "UDP 10.96.0.21:53 -> 10.9.9.9:8080",
                  BEFORE,
                  BEFORE.toBuilder().addEndpointSlices(ofAnother).build()))
          .isEqualTo(CleanupReason.ENDPOINT_GONE);
    }

    @Test
    void theOtherFamily_isSyncedOnItsOwn() {
      ClusterSnapshot after = world(SERVICE, ready("10.0.0.2"));

      assertThat(fate("UDP [fd00::21]:30053 -> [fd00::1]:8080", BEFORE, after))
          .isEqualTo(CleanupReason.NO_UDP_ENDPOINTS_CHANGED);
    }
  }

  @Nested
  @DisplayName("which flows go")
  class Fates {

    private final ClusterSnapshot after = world(SERVICE, ready("10.0.0.2"));

    @Test
    void endpointGone_isRemovedAtEveryAddress() {
      assertThat(fate(TO_A, BEFORE, after)).isEqualTo(CleanupReason.ENDPOINT_GONE);
      assertThat(fate("UDP 5.6.7.8:53 -> 10.0.0.1:8080", BEFORE, after))
          .isEqualTo(CleanupReason.ENDPOINT_GONE);
      assertThat(fate("UDP 192.0.2.10:53 -> 10.0.0.1:8080", BEFORE, after))
          .isEqualTo(CleanupReason.ENDPOINT_GONE);
    }

    @Test
    void endpointAtAnotherPort_isNotTheOne() {
      assertThat(fate("UDP 10.96.0.21:53 -> 10.0.0.2:9090", BEFORE, after))
          .isEqualTo(CleanupReason.ENDPOINT_GONE);
    }

    @Test
    void endpointThatServes_keepsItsFlow() {
      assertThat(fate("UDP 10.96.0.21:53 -> 10.0.0.2:8080", BEFORE, after))
          .isEqualTo(CleanupReason.ENDPOINT_SERVES);
      assertThat(fate("UDP 203.0.113.1:30053 -> 10.0.0.2:8080", BEFORE, after))
          .isEqualTo(CleanupReason.ENDPOINT_SERVES);
    }

    @Test
    void terminatingButServing_keepsItsFlow() {
      assertThat(fate(TO_A, BEFORE, world(SERVICE, terminating("10.0.0.1"), ready("10.0.0.2"))))
          .isEqualTo(CleanupReason.ENDPOINT_SERVES);
    }

    @Test
    void readinessAndUnsaidServing_keepItsFlow() {
      Endpoint unready =
          ready("10.0.0.1").withConditions(EndpointConditions.builder().ready(false).build());

      assertThat(fate(TO_A, BEFORE, world(SERVICE, unready)))
          .isEqualTo(CleanupReason.ENDPOINT_SERVES);
    }

    @Test
    void neverTranslated_isRemovedOnceThereAreEndpoints() {
      String untranslated = "UDP 10.96.0.21:53 -> 10.96.0.21:53";

      assertThat(fate(untranslated, world(SERVICE), after))
          .isEqualTo(CleanupReason.NEVER_TRANSLATED);
    }

    @Test
    void tcp_isNeverRemoved() {
      assertThat(fate("TCP 10.96.0.21:53 -> 10.0.0.1:8080", BEFORE, after))
          .isEqualTo(CleanupReason.NOT_UDP);
      assertThat(fate("SCTP 10.96.0.21:53 -> 10.0.0.1:8080", BEFORE, after))
          .isEqualTo(CleanupReason.NOT_UDP);
    }

    @Test
    void lastEndpointGone_passesThePortOver() {
      assertThat(fate(TO_A, BEFORE, world(SERVICE))).isEqualTo(CleanupReason.NO_SERVING_ENDPOINT);
      assertThat(cleaner.explain(TrackedFlow.parse(TO_A), BEFORE, world(SERVICE)))
          .restsOn(CleanupReason.NO_SERVING_ENDPOINT)
          .withFact("port", "shop/web:dns");
    }

    @Test
    void serviceGone_leavesItsFlows() {
      ClusterSnapshot gone = after.withServices(ImmutableList.of());

      assertThat(fate(TO_A, BEFORE, gone)).isEqualTo(CleanupReason.OF_SERVICE_GONE);
    }

    @Test
    void nodePort_isMatchedByItsNumberAlone() {
      assertThat(fate("UDP 203.0.113.1:30053 -> 203.0.113.1:30053", BEFORE, after))
          .isEqualTo(CleanupReason.NODE_PORT_NUMBER);
    }

    @Test
    void flowsOfNobody_stay() {
      assertThat(fate("UDP 203.0.113.1:53 -> 203.0.113.1:53", BEFORE, after))
          .isEqualTo(CleanupReason.OF_NO_SERVICE);
    }

    @Test
    void addressesThatNodesDoNotAnswerAt_areNobodys() {
      Service proxied =
          SERVICE.withStatus(
              SERVICE
                  .status()
                  .withLoadBalancer(
                      SERVICE
                          .status()
                          .loadBalancer()
                          .withIngress(
                              SERVICE
                                  .status()
                                  .loadBalancer()
                                  .ingress()
                                  .get(0)
                                  .withIpMode(LoadBalancerIpMode.PROXY))));

      assertThat(
              fate(
                  "UDP 192.0.2.10:53 -> 10.0.0.1:8080",
                  world(proxied, ready("10.0.0.1")),
                  world(proxied, ready("10.0.0.2"))))
          .isEqualTo(CleanupReason.OF_NO_SERVICE);
    }

    @Test
    void aHiddenService_isNoneAtAll() {
      Service hidden =
          SERVICE.withMetadata(
              SERVICE.metadata().toBuilder()
                  .putLabel(KnownLabels.SERVICE_PROXY_NAME, "other")
                  .build());

      assertThat(fate(TO_A, world(hidden, ready("10.0.0.1")), world(hidden, ready("10.0.0.2"))))
          .isEqualTo(CleanupReason.OF_NO_SERVICE);
    }
  }
}
