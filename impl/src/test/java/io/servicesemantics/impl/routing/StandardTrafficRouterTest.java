package io.servicesemantics.impl.routing;

import static io.servicesemantics.testkit.assertion.Assertions.assertThat;
import static io.servicesemantics.testkit.fixture.EndpointFixtures.ready;
import static io.servicesemantics.testkit.fixture.EndpointFixtures.slice;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.ClusterChange;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.cluster.ServiceCidr;
import io.servicesemantics.cluster.ServiceCidrSpec;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.explain.Explained;
import io.servicesemantics.impl.StandardSemantics;
import io.servicesemantics.net.Cidr;
import io.servicesemantics.object.ObjectMeta;
import io.servicesemantics.profile.ClusterProfile;
import io.servicesemantics.profile.FeatureGate;
import io.servicesemantics.profile.KubernetesVersion;
import io.servicesemantics.profile.ProxyMode;
import io.servicesemantics.profile.ProxySettings;
import io.servicesemantics.routing.AffinityMemory;
import io.servicesemantics.routing.Balancing;
import io.servicesemantics.routing.Flow;
import io.servicesemantics.routing.Forward;
import io.servicesemantics.routing.RoutingReason;
import io.servicesemantics.routing.RoutingTable;
import io.servicesemantics.routing.SessionAffinityRule;
import io.servicesemantics.routing.Verdict;
import io.servicesemantics.routing.VerdictKind;
import io.servicesemantics.service.ClientIpConfig;
import io.servicesemantics.service.ExternalTrafficPolicy;
import io.servicesemantics.service.LoadBalancerIngress;
import io.servicesemantics.service.LoadBalancerIpMode;
import io.servicesemantics.service.LoadBalancerStatus;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServiceStatus;
import io.servicesemantics.service.SessionAffinity;
import io.servicesemantics.service.SessionAffinityConfig;
import io.servicesemantics.testkit.fixture.NodeFixtures;
import io.servicesemantics.testkit.fixture.ServiceFixtures;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class StandardTrafficRouterTest {

  private static final Node NODE = NodeFixtures.withAddresses("me", "192.168.0.2", "192.168.1.2");
  private static final EndpointSlice REMOTE = slice("web-1", ready("10.180.1.1", "another"));
  private static final EndpointSlice LOCAL = slice("web-1", ready("10.180.0.1", "me"));
  private static final EndpointSlice BOTH =
      slice("web-1", ready("10.180.0.1", "me"), ready("10.180.1.1", "another"));
  private static final EndpointSlice NOBODY = slice("web-1");

  private static ProxySettings settings(ProxyMode mode) {
    return ProxySettings.of(mode).withClusterCIDRs(Cidr.parse("10.0.0.0/8"));
  }

  private static RoutingTable table(ProxyMode mode, Service service, EndpointSlice slice) {
    return table(settings(mode), service, slice);
  }

  private static RoutingTable table(ProxySettings settings, Service service, EndpointSlice slice) {
    ClusterProfile profile = ClusterProfile.of(KubernetesVersion.V1_36).withProxy(settings);
    return table(profile, service, slice);
  }

  private static RoutingTable table(ClusterProfile profile, Service service, EndpointSlice slice) {
    return StandardSemantics.of(profile)
        .router()
        .tableFor(
            NODE, ClusterSnapshot.builder().addServices(service).addEndpointSlices(slice).build());
  }

  private static Explained<Verdict> explain(RoutingTable table, String flow) {
    return table.explain(Flow.parse(flow));
  }

  private static Service balanced(String... ranges) {
    Service open = ServiceFixtures.loadBalancer("1.2.3.4");
    return open.withSpec(open.spec().withLoadBalancerSourceRanges(ImmutableList.copyOf(ranges)));
  }

  @Nested
  class SourceRanges {

    @Test
    void theNodeInARange_makesTheAddressItselfASender() {
      String fromVip = "TCP 1.2.3.4 -> 1.2.3.4:80";

      assertThat(table(ProxyMode.NFTABLES, balanced("192.168.0.0/24"), REMOTE).route(flow(fromVip)))
          .isInstanceOf(Forward.class);
      assertThat(explain(table(ProxyMode.NFTABLES, balanced("192.168.9.0/24"), REMOTE), fromVip))
          .restsOn(RoutingReason.OUTSIDE_SOURCE_RANGES_AT_ONCE)
          .withFact("ranges", "192.168.9.0/24");
    }

    @Test
    void blanksAreTrimmed_andAnAllHoldingRangeLiftsAll() {
      String from = "TCP 203.0.113.7 -> 1.2.3.4:80";

      assertThat(table(ProxyMode.IPTABLES, balanced(" 203.0.113.0/24\n"), REMOTE).route(flow(from)))
          .isInstanceOf(Forward.class);
      assertThat(
              table(ProxyMode.IPTABLES, balanced("10.0.0.0/8", "0.0.0.0/0"), REMOTE)
                  .route(flow(from)))
          .isInstanceOf(Forward.class);
      assertThat(table(ProxyMode.IPTABLES, balanced("fd00::/8", "no"), REMOTE).route(flow(from)))
          .isInstanceOf(Forward.class);
      assertThat(
              table(ProxyMode.IPTABLES, balanced("10.0.0.0/8", "::/0"), REMOTE).route(flow(from)))
          .isEqualTo(new Verdict.Drop());
    }

    @Test
    void anAddressOfTheNode_fallsThroughToItsNodePort() {
      Service service = ServiceFixtures.loadBalancer("192.168.0.2");
      service =
          service.withSpec(
              service.spec().toBuilder()
                  .addLoadBalancerSourceRange("198.51.100.0/24")
                  .ports(ImmutableList.of(ServiceFixtures.HTTP.withNodePort(80)))
                  .build());
      String flow = "TCP 203.0.113.7 -> 192.168.0.2:80";

      assertThat(table(ProxyMode.IPTABLES, service, REMOTE).route(flow(flow)))
          .isInstanceOf(Forward.class);
      assertThat(table(ProxyMode.NFTABLES, service, REMOTE).route(flow(flow)))
          .isEqualTo(new Verdict.Drop());
    }
  }

  @Nested
  class Origins {

    private final Service service = balanced();

    @Test
    void aProcessOfTheNode_passesTheRefusalBy() {
      RoutingTable table = table(ProxyMode.IPTABLES, service, NOBODY);

      assertThat(explain(table, "TCP host 10.180.0.1 -> 1.2.3.4:80"))
          .hasValue(new Verdict.PassThrough())
          .restsOn(RoutingReason.EXTERNAL_NONE_ANYWHERE_UNSEEN);
      assertThat(explain(table, "TCP network 192.168.0.2 -> 1.2.3.4:80"))
          .hasValue(new Verdict.Reject());
      assertThat(explain(table, "TCP 192.168.0.2 -> 1.2.3.4:80"))
          .hasValue(new Verdict.PassThrough());
    }

    @Test
    void anAddressOfTheNodeItself_isRefusedToItsProcessesToo() {
      RoutingTable table =
          table(ProxyMode.IPTABLES, ServiceFixtures.loadBalancer("192.168.0.2"), NOBODY);

      assertThat(explain(table, "TCP 192.168.0.2 -> 192.168.0.2:80"))
          .hasValue(new Verdict.Reject());
    }
  }

  @Nested
  class Detection {

    @Test
    void withoutANetwork_nothingIsMaskedInside() {
      RoutingTable table =
          table(ProxySettings.of(ProxyMode.NFTABLES), ServiceFixtures.clusterIp(), REMOTE);

      assertThat(explain(table, "TCP 203.0.113.7 -> 10.96.0.21:80"))
          .restsOn(RoutingReason.SENDER_NOT_DETECTED)
          .restsOn(RoutingReason.SENDER_KEPT);
    }

    @Test
    void withoutANetwork_aVirtualServerMasksServiceAddresses() {
      RoutingTable table =
          table(ProxySettings.of(ProxyMode.IPVS), ServiceFixtures.clusterIp(), REMOTE);

      assertThat(explain(table, "TCP 10.96.0.21 -> 10.96.0.21:80"))
          .restsOn(RoutingReason.SENDER_HIDDEN_SERVICE);
      assertThat(explain(table, "TCP 203.0.113.7 -> 10.96.0.21:80"))
          .restsOn(RoutingReason.SENDER_KEPT);
    }

    @Test
    void anEndpointThatCallsItself_seesAnotherSender() {
      String here = "TCP 10.180.0.1 -> 10.96.0.21:80";
      String there = "TCP 10.180.1.1 -> 10.96.0.21:80";

      for (ProxyMode mode : ProxyMode.values()) {
        assertThat(explain(table(mode, ServiceFixtures.clusterIp(), LOCAL), here))
            .restsOn(RoutingReason.SENDER_MAY_BE_BACKEND);
      }
      assertThat(explain(table(ProxyMode.IPTABLES, ServiceFixtures.clusterIp(), REMOTE), there))
          .restsOn(RoutingReason.SENDER_MAY_BE_BACKEND);
      assertThat(explain(table(ProxyMode.NFTABLES, ServiceFixtures.clusterIp(), REMOTE), there))
          .doesNotRestOn(RoutingReason.SENDER_MAY_BE_BACKEND);
    }
  }

  @Nested
  class VirtualServers {

    private Service local() {
      Service open = balanced();
      return open.withSpec(open.spec().withExternalTrafficPolicy(ExternalTrafficPolicy.LOCAL));
    }

    @Test
    void aPolicyThatCannotBeKept_fallsBackToEndpointsElsewhere() {
      RoutingTable table = table(ProxyMode.IPVS, local(), REMOTE);
      String flow = "TCP 203.0.113.7 -> 1.2.3.4:80";

      assertThat(explain(table, flow))
          .restsOn(RoutingReason.VIRTUAL_SERVER_FALLS_BACK)
          .restsOn(RoutingReason.SENDER_KEPT);
      // the cure
      assertThat(explain(table.after(ClusterChange.put(LOCAL)), flow))
          .restsOn(RoutingReason.VIRTUAL_SERVER_TO_LOCAL);
    }

    @Test
    void otherPortsOfABoundAddress_areRefused() {
      RoutingTable table = table(ProxyMode.IPVS, local(), REMOTE);

      assertThat(explain(table, "TCP 203.0.113.7 -> 1.2.3.4:81"))
          .hasValue(new Verdict.Reject())
          .restsOn(RoutingReason.BOUND_ADDRESS_OTHER_PORT_REFUSED);
      assertThat(
              explain(
                  table(ProxyMode.IPVS, ServiceFixtures.loadBalancer("192.168.1.2"), REMOTE),
                  "TCP 203.0.113.7 -> 192.168.1.2:81"))
          .hasValue(new Verdict.PassThrough());
    }

    @Test
    void aPortThatIsANodePortToo_hidesTheSender() {
      Service plain = ServiceFixtures.clusterIp();
      String name = plain.metadata().name();
      Service numbered =
          plain.withSpec(
              plain.spec().withPorts(ImmutableList.of(ServiceFixtures.HTTP.withPort(30099))));
      Service nodePorts = ServiceFixtures.nodePort();
      Service other =
          nodePorts
              .withMetadata(ObjectMeta.of(plain.metadata().namespace(), name + "-2"))
              .withSpec(
                  nodePorts
                      .spec()
                      .withClusterIP("10.96.9.9")
                      .withClusterIPs(ImmutableList.of("10.96.9.9"))
                      .withPorts(ImmutableList.of(ServiceFixtures.HTTP.withNodePort(30099))));
      String flow = "TCP 10.180.0.5 -> " + plain.spec().clusterIP() + ":30099";
      RoutingTable table = table(ProxyMode.IPVS, numbered, REMOTE);

      assertThat(explain(table, flow)).restsOn(RoutingReason.SENDER_KEPT);
      assertThat(explain(table.after(ClusterChange.put(other)), flow))
          .restsOn(RoutingReason.SENDER_HIDDEN_BY_PORT);
      assertThat(
              explain(
                  table.after(
                      ClusterChange.put(
                          other.withSpec(
                              other
                                  .spec()
                                  .withExternalTrafficPolicy(ExternalTrafficPolicy.LOCAL)))),
                  flow))
          .restsOn(RoutingReason.SENDER_KEPT);
      assertThat(
              explain(
                  table(ProxyMode.NFTABLES, numbered, REMOTE).after(ClusterChange.put(other)),
                  flow))
          .restsOn(RoutingReason.SENDER_KEPT);
    }

    @Test
    void theScheduler_saysHowConnectionsAreSpread() {
      String flow = "TCP 203.0.113.7 -> 1.2.3.4:80";
      ProxySettings ipvs = ProxySettings.of(ProxyMode.IPVS);

      RoutingTable inTurn = table(ipvs, balanced(), BOTH);
      assertThat(explain(inTurn, flow)).restsOn(Balancing.IN_TURN);
      assertThat(inTurn.leftToChance(flow(flow))).isEmpty();

      RoutingTable oneForAll = table(ipvs.withIpvsScheduler("dh"), balanced(), BOTH);
      assertThat(explain(oneForAll, flow)).restsOn(Balancing.ONE_FOR_ALL);
      assertThat(oneForAll.leftToChance(flow(flow)))
          .hasValueSatisfying(
              chance ->
                  assertThat(chance.possible())
                      .hasSize(2)
                      .allSatisfy(verdict -> assertThat(verdict.toString()).contains("1]")));
      assertThat(table(ProxyMode.NFTABLES, balanced(), BOTH).balancing())
          .isEqualTo(Balancing.RANDOM);
    }

    @Test
    void aSchedulerThatDoesNotExist_isRefused() {
      ProxySettings settings = ProxySettings.of(ProxyMode.IPVS).withIpvsScheduler("fastest");

      assertThatIllegalArgumentException()
          .isThrownBy(() -> table(settings, balanced(), BOTH))
          .withMessageStartingWith("Scheduler of ipvs: \"fastest\"; expected one of [rr, ");
    }

    @Test
    void affinity_isByFrontEnd() {
      Service open = local();
      Service sticky =
          open.withSpec(
              open.spec()
                  .withSessionAffinity(SessionAffinity.CLIENT_IP)
                  .withSessionAffinityConfig(
                      SessionAffinityConfig.builder()
                          .clientIP(ClientIpConfig.builder().timeoutSeconds(77).build())
                          .build()));

      assertThat(table(ProxyMode.IPVS, sticky, REMOTE).affinityRules())
          .singleElement()
          .returns(AffinityMemory.TEMPLATE, SessionAffinityRule::memory)
          .returns(Duration.ofSeconds(77), SessionAffinityRule::timeout);
      assertThat(table(ProxyMode.NFTABLES, sticky, NOBODY).affinityRules()).isEmpty();
    }
  }

  @Test
  void anIngressOfAProxy_isNotTouched() {
    Service service =
        ServiceFixtures.loadBalancer()
            .withStatus(
                ServiceStatus.builder()
                    .loadBalancer(
                        LoadBalancerStatus.builder()
                            .addIngress(
                                LoadBalancerIngress.builder()
                                    .ip("1.2.3.4")
                                    .ipMode(LoadBalancerIpMode.PROXY)
                                    .build())
                            .build())
                    .build());

    for (ProxyMode mode : ProxyMode.values()) {
      assertThat(explain(table(mode, service, REMOTE), "TCP 10.180.0.5 -> 1.2.3.4:80"))
          .hasValue(new Verdict.PassThrough())
          .restsOn(RoutingReason.NOT_A_SERVICE);
    }
  }

  @Test
  void externalIpsTurnedOff_areNotServed() {
    ClusterProfile profile =
        ClusterProfile.of(KubernetesVersion.V1_36).withProxy(settings(ProxyMode.NFTABLES));
    Service plain = ServiceFixtures.clusterIp();
    Service open = plain.withSpec(plain.spec().withExternalIPs("5.6.7.8"));
    String flow = "TCP 203.0.113.7 -> 5.6.7.8:80";

    assertThat(table(profile, open, REMOTE).route(flow(flow))).isInstanceOf(Forward.class);
    assertThat(
            table(
                    profile.withGates(
                        profile.gates().with(FeatureGate.ALLOW_SERVICE_EXTERNAL_IPS, false)),
                    open,
                    REMOTE)
                .route(flow(flow)))
        .isEqualTo(new Verdict.PassThrough());
  }

  @Test
  void nodePorts_byDefaultAnswerAtThePrimaryAddressInNftablesAlone() {
    String flow = "TCP 203.0.113.7 -> 192.168.1.2:30080";
    Service service = ServiceFixtures.nodePort();

    assertThat(table(ProxyMode.IPTABLES, service, REMOTE).route(flow(flow)))
        .isInstanceOf(Forward.class);
    assertThat(explain(table(ProxyMode.NFTABLES, service, REMOTE), flow))
        .hasValue(new Verdict.PassThrough())
        .restsOn(RoutingReason.NODE_PORT_NOT_SERVED_HERE);
    assertThat(
            table(settings(ProxyMode.NFTABLES).withPrimaryNodePortAddresses(false), service, REMOTE)
                .route(flow(flow)))
        .isInstanceOf(Forward.class);
  }

  @Test
  void serviceCidrs_comeAndGo() {
    RoutingTable table = table(ProxyMode.NFTABLES, ServiceFixtures.clusterIp(), REMOTE);
    ServiceCidr more =
        ServiceCidr.builder()
            .metadata(ObjectMeta.of("more"))
            .spec(ServiceCidrSpec.builder().addCidrs("172.31.0.0/16").build())
            .build();
    Flow flow = flow("TCP 10.180.0.5 -> 172.31.0.9:80");

    RoutingTable known = table.after(ClusterChange.put(more));

    assertThat(table.route(flow).kind()).isEqualTo(VerdictKind.PASS_THROUGH);
    assertThat(known.route(flow).kind()).isEqualTo(VerdictKind.DROP);
    assertThat(known.after(ClusterChange.gone(more)).route(flow).kind())
        .isEqualTo(VerdictKind.PASS_THROUGH);
  }

  @Test
  void changesOfNoConcern_giveTheSameTable() {
    RoutingTable table = table(ProxyMode.NFTABLES, ServiceFixtures.clusterIp(), REMOTE);

    assertThat(table.after(ClusterChange.put(NodeFixtures.withoutZone("another")))).isSameAs(table);
    assertThat(table.after(ClusterChange.gone(NODE))).isSameAs(table);
  }

  private static Flow flow(String text) {
    return Flow.parse(text);
  }
}
