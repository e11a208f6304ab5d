package io.servicesemantics.impl.traffic;

import static io.servicesemantics.testkit.assertion.Assertions.assertThat;
import static io.servicesemantics.testkit.fixture.EndpointFixtures.notReady;
import static io.servicesemantics.testkit.fixture.EndpointFixtures.ready;
import static io.servicesemantics.testkit.fixture.EndpointFixtures.slice;
import static io.servicesemantics.testkit.fixture.EndpointFixtures.terminating;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.endpoint.EndpointConditions;
import io.servicesemantics.endpoint.EndpointPort;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.explain.Explained;
import io.servicesemantics.impl.StandardSemantics;
import io.servicesemantics.net.Cidr;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.object.Choice;
import io.servicesemantics.object.KnownLabels;
import io.servicesemantics.object.ObjectMeta;
import io.servicesemantics.profile.ClusterProfile;
import io.servicesemantics.profile.KubernetesVersion;
import io.servicesemantics.profile.ProxyMode;
import io.servicesemantics.profile.ProxySettings;
import io.servicesemantics.service.Service;
import io.servicesemantics.testkit.fixture.NodeFixtures;
import io.servicesemantics.testkit.fixture.ServiceFixtures;
import io.servicesemantics.traffic.HealthChecker;
import io.servicesemantics.traffic.HealthReason;
import io.servicesemantics.traffic.ServedHealth;
import io.servicesemantics.traffic.ServiceHealth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class StandardHealthCheckerTest {

  private static final Service SERVICE = ServiceFixtures.localLoadBalancer(32000);
  private static final Node NODE = NodeFixtures.withAddresses("node-a", "192.168.0.2");

  @Nested
  @DisplayName("what counts")
  class Count {

    @Test
    void twoPortsOfOnePod_countOnce() {
      EndpointSlice slice =
          slice("web-1", ready("10.0.0.1", "node-a"))
              .withPorts(EndpointPort.of("http", 8080), EndpointPort.of("https", 8443));

      assertThat(count(slice)).isEqualTo(1);
      assertThat(explain(ProxyMode.IPTABLES, slice))
          .restsOn(HealthReason.ENDPOINT_ADDRESS_COUNTED)
          .withFact("endpoint", "10.0.0.1:8443");
    }

    @Test
    void aLaterEntryThatIsNotReady_countsFrom136On() {
      EndpointSlice slice =
          slice("web-1", ready("10.0.0.1", "node-a"), notReady("10.0.0.1").withNodeName("node-b"));

      assertThat(countIn("1.35", slice)).isEqualTo(1);
      assertThat(countIn("1.36", slice)).isZero();
    }

    @Test
    void anEntryOfThisNodeBehindAnother_countsInEveryRelease() {
      EndpointSlice slice = slice("web-1", notReady("10.0.0.1"), ready("10.0.0.1", "node-a"));

      assertThat(countIn("1.35", slice)).isEqualTo(1);
      assertThat(countIn("1.36", slice)).isEqualTo(1);
    }

    @Test
    void twoSpellingsOfOneAddress_countTwiceIn130() {
      EndpointSlice slice =
          slice("web-1", ready("10.0.0.1", "node-a"), ready("010.0.0.1", "node-a"));

      assertThat(countIn("1.30", slice)).isEqualTo(2);
      assertThat(countIn("1.31", slice)).isEqualTo(1);
    }

    private int countIn(String release, EndpointSlice slice) {
      return StandardSemantics.of(ClusterProfile.of(KubernetesVersion.parse(release)))
          .healthChecker()
          .answer(SERVICE, IpFamily.IPV4, NODE, ImmutableList.of(slice), true)
          .served()
          .map(ServedHealth::localEndpoints)
          .orElseThrow();
    }

    @Test
    void aPortThatTheServiceLacks_countsAllTheSame() {
      EndpointSlice slice =
          slice("web-1", ready("10.0.0.1", "node-a")).withPorts(EndpointPort.of("metrics", 9090));

      assertThat(count(slice)).isEqualTo(1);
    }

    @Test
    void portsWithoutNameOrNumber_doNotCount() {
      EndpointSlice slice = slice("web-1", ready("10.0.0.1", "node-a"));

      assertThat(count(slice.withPorts(EndpointPort.builder().port(8080).build()))).isZero();
      assertThat(count(slice.withPorts(EndpointPort.of("http", 0)))).isZero();
      assertThat(count(slice.withPorts(EndpointPort.builder().name("http").build()))).isZero();
    }

    @Test
    void protocolUnsaid_countsAsTcp() {
      EndpointSlice slice =
          slice("web-1", ready("10.0.0.1", "node-a"))
              .withPorts(
                  EndpointPort.builder().name("http").port(8080).build(),
                  EndpointPort.of("http", 8080));

      assertThat(count(slice)).isEqualTo(1);
    }

    @Test
    void otherNodesAndEndpointsWithoutNode_doNotCount() {
      assertThat(count(slice("web-1", ready("10.0.0.1", "node-b"), ready("10.0.0.2")))).isZero();
    }

    @Test
    void conditionsUnsaid_countAsReady() {
      assertThat(
              count(
                  slice(
                      "web-1",
                      ready("10.0.0.1", "node-a")
                          .withConditions(EndpointConditions.builder().build()))))
          .isEqualTo(1);
    }

    @Test
    void notReady_isToldAsSuch() {
      assertThat(
              explain(
                  ProxyMode.IPTABLES, slice("web-1", notReady("10.0.0.1").withNodeName("node-a"))))
          .restsOn(HealthReason.ENDPOINT_NOT_READY)
          .withFact("endpoint", "10.0.0.1:8080");
    }

    @Test
    void slicesOfOthers_doNotCount() {
      EndpointSlice slice = slice("web-1", ready("10.0.0.1", "node-a"));
      ObjectMeta metadata = slice.metadata();

      assertThat(count(slice.withMetadata(metadata.withNamespace("bank")))).isZero();
      assertThat(
              count(
                  slice.withMetadata(
                      metadata.toBuilder().putLabel(KnownLabels.HEADLESS, "").build())))
          .isZero();
    }
  }

  @Nested
  @DisplayName("until load balancers notice")
  class Meanwhile {

    @Test
    void endpointsElsewhere_dropOrSendOnByMode() {
      EndpointSlice slice = slice("web-1", ready("10.0.0.1", "node-b"));

      assertThat(explain(ProxyMode.IPTABLES, slice))
          .restsOn(HealthReason.ARRIVING_TRAFFIC_DROPPED)
          .withFact("port", "http");
      assertThat(explain(ProxyMode.IPVS, slice))
          .restsOn(HealthReason.ARRIVING_TRAFFIC_SENT_ON)
          .withFact("port", "http");
      assertThat(explain(ProxyMode.NFTABLES, slice))
          .restsOn(HealthReason.ENDPOINTS_ELSEWHERE)
          .withFact("endpoints", "1");
    }

    @Test
    void noEndpointAnywhere_refuses() {
      assertThat(explain(ProxyMode.IPTABLES, slice("web-1")))
          .restsOn(HealthReason.ARRIVING_TRAFFIC_REFUSED);
    }

    @Test
    void terminatingHere_serves() {
      assertThat(
              explain(
                  ProxyMode.IPTABLES,
                  slice(
                      "web-1",
                      terminating("10.0.0.1").withNodeName("node-a"),
                      ready("10.0.0.2", "node-b"))))
          .restsOn(HealthReason.ARRIVING_TRAFFIC_SERVED);
    }

    @Test
    void aPassingCheck_saysNothingOfIt() {
      assertThat(explain(ProxyMode.IPTABLES, slice("web-1", ready("10.0.0.1", "node-a"))))
          .restsOn(HealthReason.LOCAL_ENDPOINTS_READY);
      assertThat(explain(ProxyMode.IPTABLES, slice("web-1", ready("10.0.0.1", "node-a"))))
          .doesNotRestOn(HealthReason.ARRIVING_TRAFFIC_SERVED);
    }
  }

  @Nested
  @DisplayName("where it listens")
  class Listeners {

    @Test
    void familiesAreApart() {
      Service both =
          SERVICE.withSpec(
              SERVICE.spec().toBuilder()
                  .addClusterIP("fd00:96::21")
                  .addIpFamily(Choice.of(IpFamily.IPV6))
                  .build());
      ClusterSnapshot world =
          ClusterSnapshot.builder()
              .addNodes(NODE)
              .addEndpointSlices(slice("web-1", ready("10.0.0.1", "node-a")))
              .build();

      assertThat(checker(ProxySettings.of(ProxyMode.IPTABLES)).overview(both, world).checks())
          .extracting(Object::toString)
          .containsExactly(
              "node-a IPv4: 200 at port 32000, 1 ready here",
              "node-a IPv6: 503 at port 32000, 0 ready here");
      assertThat(checker(ProxySettings.of(ProxyMode.IPTABLES)).overview(both, world).passing())
          .hasSize(1);
      assertThat(addresses(both, IpFamily.IPV6)).isEqualTo("::");
    }

    @Test
    void loopbackIsAnAddressOfTheNode() {
      assertThat(addresses(SERVICE, IpFamily.IPV4, Cidr.parse("127.0.0.0/8")))
          .isEqualTo("127.0.0.1");
      assertThat(addresses(SERVICE, IpFamily.IPV4, Cidr.parse("0.0.0.0/0"))).isEqualTo("0.0.0.0");
      assertThat(addresses(SERVICE, IpFamily.IPV4, Cidr.parse("fd00::/8"))).isEqualTo("0.0.0.0");
    }

    private String addresses(Service service, IpFamily family, Cidr... networks) {
      ServedHealth served =
          checker(ProxySettings.of(ProxyMode.IPTABLES).withNodePortAddresses(networks))
              .answer(service, family, NODE, ImmutableList.of(), true)
              .served()
              .orElseThrow();
      return String.join(" ", served.addresses());
    }
  }

  @Test
  void namesAreQuotedAsGoQuotesThem() {
    Service odd = SERVICE.withMetadata(ObjectMeta.of("sh\"op", "we\tb"));

    assertThat(
            checker(ProxySettings.of(ProxyMode.IPTABLES))
                .answer(odd, IpFamily.IPV4, NODE, ImmutableList.of(), true)
                .served()
                .orElseThrow()
                .answer())
        .hasBody(
            "{\n\t\"service\": {\n\t\t\"namespace\": \"sh\\\"op\",\n\t\t\"name\": \"we\\tb\"\n\t},"
                + "\n\t\"localEndpoints\": 0,\n\t\"serviceProxyHealthy\": true\n}");
  }

  @Test
  void policyCluster_pointsToHealthz() {
    assertThat(
            checker(ProxySettings.of(ProxyMode.IPTABLES))
                .explain(
                    ServiceFixtures.loadBalancer("192.0.2.10"),
                    IpFamily.IPV4,
                    NODE,
                    ImmutableList.of(),
                    true))
        .restsOn(HealthReason.POLICY_IS_NOT_LOCAL)
        .withFact("healthz port", "10256");
  }

  private static int count(EndpointSlice slice) {
    return explain(ProxyMode.IPTABLES, slice).value().served().orElseThrow().localEndpoints();
  }

  private static Explained<ServiceHealth> explain(ProxyMode mode, EndpointSlice slice) {
    return checker(ProxySettings.of(mode))
        .explain(SERVICE, IpFamily.IPV4, NODE, ImmutableList.of(slice), true);
  }

  private static HealthChecker checker(ProxySettings settings) {
    return StandardSemantics.of(ClusterProfile.of(KubernetesVersion.V1_36).withProxy(settings))
        .healthChecker();
  }
}
