package io.servicesemantics.impl.routing;

import static io.servicesemantics.testkit.assertion.Assertions.assertThat;
import static io.servicesemantics.testkit.fixture.EndpointFixtures.ready;
import static io.servicesemantics.testkit.fixture.EndpointFixtures.slice;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.endpoint.EndpointPort;
import io.servicesemantics.explain.Explained;
import io.servicesemantics.impl.StandardSemantics;
import io.servicesemantics.net.Cidr;
import io.servicesemantics.net.Protocol;
import io.servicesemantics.object.KnownLabels;
import io.servicesemantics.object.ObjectMeta;
import io.servicesemantics.profile.ClusterProfile;
import io.servicesemantics.profile.KubernetesVersion;
import io.servicesemantics.profile.ProxyMode;
import io.servicesemantics.profile.ProxySettings;
import io.servicesemantics.routing.Flow;
import io.servicesemantics.routing.RoutingReason;
import io.servicesemantics.routing.SelectionReason;
import io.servicesemantics.routing.Verdict;
import io.servicesemantics.service.LoadBalancerIngress;
import io.servicesemantics.service.LoadBalancerIpMode;
import io.servicesemantics.service.LoadBalancerStatus;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServiceStatus;
import io.servicesemantics.service.SessionAffinity;
import io.servicesemantics.testkit.fixture.NodeFixtures;
import io.servicesemantics.testkit.fixture.ServiceFixtures;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What an account of a flow tells beside the rule that settles it. */
class RoutingAccountTest {

  private static final Node NODE = NodeFixtures.withAddresses("me", "192.168.0.2", "2001:db8::2");

  @Nested
  class NearMisses {

    @Test
    void anAddressLeftToItsLoadBalancer_isToldAtItsPortsAlone() {
      Service proxied =
          ServiceFixtures.nodePort()
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

      assertThat(explain("TCP 10.0.0.1 -> 1.2.3.4:80", proxied))
          .hasValue(new Verdict.PassThrough())
          .restsOn(RoutingReason.ADDRESS_LEFT_TO_BALANCER)
          .withFact("service", "shop/web");
      assertThat(explain("TCP 10.0.0.1 -> 1.2.3.4:81", proxied))
          .doesNotRestOn(RoutingReason.ADDRESS_LEFT_TO_BALANCER);
      assertThat(explain("UDP 10.0.0.1 -> 1.2.3.4:80", proxied))
          .doesNotRestOn(RoutingReason.ADDRESS_LEFT_TO_BALANCER);
    }

    @Test
    void aServiceOfAnotherProxy_isTold() {
      Service web = ServiceFixtures.clusterIp();
      Service other =
          web.withMetadata(
              web.metadata().toBuilder().putLabel(KnownLabels.SERVICE_PROXY_NAME, "").build());

      assertThat(explain("TCP 10.0.0.1 -> 10.96.0.21:80", other))
          .restsOn(SelectionReason.SERVICE_LEFT_TO_ANOTHER_PROXY)
          .withFact("service", "shop/web");
    }

    @Test
    void anExternalIpOfAServiceWithoutAClusterIpOfTheFamily_isTold() {
      Service web = ServiceFixtures.clusterIp();
      Service open = web.withSpec(web.spec().withExternalIPs("2001:db8:5::6"));

      assertThat(explain("TCP 2001:db8::9 -> [2001:db8:5::6]:80", open))
          .restsOn(SelectionReason.SERVICE_WITHOUT_CLUSTER_IP_OF_FAMILY)
          .withFact("clusterIPs", "10.96.0.21");
    }

    @Test
    void aNodePortOfOneFamily_isToldAtTheNodesOwnAddressesAlone() {
      Service web = ServiceFixtures.nodePort();

      assertThat(explain("TCP 2001:db8::9 -> [2001:db8::2]:30080", web))
          .restsOn(SelectionReason.SERVICE_WITHOUT_CLUSTER_IP_OF_FAMILY)
          .withFact("family", "IPv6");
      assertThat(explain("TCP 2001:db8::9 -> [2001:db8::3]:30080", web))
          .doesNotRestOn(SelectionReason.SERVICE_WITHOUT_CLUSTER_IP_OF_FAMILY);
    }

    @Test
    void severalOfThem_standInTheOrderOfTheirNames() {
      Service web = ServiceFixtures.nodePort();
      Service api = web.withMetadata(ObjectMeta.of("shop", "api"));

      assertThat(explain("TCP 2001:db8::9 -> [2001:db8::2]:30080", web, api).because().causes())
          .extracting(cause -> cause.facts().get("service"))
          .containsExactly("shop/api", "shop/web");
    }

    @Test
    void portZero_isNobodysNodePort() {
      assertThat(
              explain("TCP 2001:db8::9 -> [2001:db8::2]:0", ServiceFixtures.clusterIp())
                  .because()
                  .causes())
          .isEmpty();
    }
  }

  @Nested
  class Slices {

    @Test
    void whatWasLeftAside_isToldWithWhatStandsThere() {
      ClusterSnapshot world =
          ClusterSnapshot.builder()
              .addServices(ServiceFixtures.clusterIp())
              .addEndpointSlices(
                  slice("web-1", ready("10.0.0.1"))
                      .withPorts(
                          EndpointPort.of("", 80),
                          EndpointPort.of("http", 80).withProtocol(Protocol.SCTP)),
                  slice("web-2", ready("10.0.0.2")))
              .build();

      assertThat(explain(ProxyMode.IPTABLES, "TCP 10.0.0.1 -> 10.96.0.21:80", world))
          .restsOn(SelectionReason.SLICE_WITHOUT_PORT)
          .withFact("slice", "shop/web-1")
          .withFact("value", "(unnamed)/TCP http/SCTP");
    }
  }

  @Nested
  class Affinity {

    private final Service sticky =
        ServiceFixtures.clusterIp()
            .withSpec(
                ServiceFixtures.clusterIp().spec().withSessionAffinity(SessionAffinity.CLIENT_IP));
    private final ClusterSnapshot world =
        ClusterSnapshot.builder()
            .addServices(sticky)
            .addEndpointSlices(slice("web-1", ready("10.0.0.1")))
            .build();

    @Test
    void aListOfRecentClients_tellsHowManyItHolds() {
      assertThat(explain(ProxyMode.IPTABLES, "TCP 10.0.0.9 -> 10.96.0.21:80", world))
          .restsOn(RoutingReason.CLIENTS_LIMITED)
          .withFact("clients", "100");
      assertThat(explain(ProxyMode.NFTABLES, "TCP 10.0.0.9 -> 10.96.0.21:80", world))
          .doesNotRestOn(RoutingReason.CLIENTS_LIMITED)
          .restsOn(RoutingReason.CLIENT_REMEMBERED_PER_PORT);
    }

    @Test
    void aVirtualServer_remembersByItsAddressAndProlongs() {
      Explained<Verdict> explained =
          explain(ProxyMode.IPVS, "TCP 10.0.0.9 -> 10.96.0.21:80", world);

      assertThat(explained).restsOn(RoutingReason.CLIENT_REMEMBERED_PER_FRONT_END);
      assertThat(explained).restsOn(RoutingReason.CLIENT_TIME_PROLONGED);
      assertThat(explained).doesNotRestOn(RoutingReason.CLIENT_REMEMBERED_PER_PORT);
    }
  }

  private static Explained<Verdict> explain(String flow, Service... services) {
    return explain(
        ProxyMode.IPTABLES,
        flow,
        ClusterSnapshot.builder().services(ImmutableList.copyOf(services)).build());
  }

  private static Explained<Verdict> explain(ProxyMode mode, String flow, ClusterSnapshot world) {
    return StandardSemantics.of(
            ClusterProfile.of(KubernetesVersion.V1_36)
                .withProxy(ProxySettings.of(mode).withClusterCIDRs(Cidr.parse("10.0.0.0/16"))))
        .router()
        .tableFor(NODE, world)
        .explain(Flow.parse(flow));
  }
}
