package io.servicesemantics.impl.routing;

import static io.servicesemantics.testkit.assertion.Assertions.assertThat;
import static io.servicesemantics.testkit.fixture.EndpointFixtures.ready;
import static io.servicesemantics.testkit.fixture.EndpointFixtures.slice;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.explain.Explained;
import io.servicesemantics.impl.StandardSemantics;
import io.servicesemantics.net.Cidr;
import io.servicesemantics.profile.ClusterProfile;
import io.servicesemantics.profile.KubernetesVersion;
import io.servicesemantics.profile.ProxyMode;
import io.servicesemantics.profile.ProxySettings;
import io.servicesemantics.routing.Flow;
import io.servicesemantics.routing.Forward;
import io.servicesemantics.routing.ModeDifference;
import io.servicesemantics.routing.RoutingReason;
import io.servicesemantics.routing.RoutingTable;
import io.servicesemantics.routing.TrafficRouter;
import io.servicesemantics.routing.Verdict;
import io.servicesemantics.routing.VerdictKind;
import io.servicesemantics.service.ExternalTrafficPolicy;
import io.servicesemantics.service.Service;
import io.servicesemantics.testkit.fixture.NodeFixtures;
import io.servicesemantics.testkit.fixture.ServiceFixtures;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of flows otherwise in older releases, on both sides of each change. */
class OlderFlowsTest {

  private static final Node NODE = NodeFixtures.withAddresses("me", "192.168.0.2", "192.168.1.2");
  private static final EndpointSlice REMOTE = slice("web-1", ready("10.180.1.1", "another"));
  private static final EndpointSlice NOBODY = slice("web-1");
  private static final String FROM_NODE = "TCP 192.168.0.2 -> 1.2.3.4:80";

  private static TrafficRouter router(String release, ProxyMode mode) {
    ProxySettings settings = ProxySettings.of(mode).withClusterCIDRs(Cidr.parse("10.0.0.0/8"));
    return StandardSemantics.of(
            ClusterProfile.of(KubernetesVersion.parse(release)).withProxy(settings))
        .router();
  }

  private static ClusterSnapshot world(Service service, EndpointSlice slice) {
    return ClusterSnapshot.builder().addServices(service).addEndpointSlices(slice).build();
  }

  private static RoutingTable table(
      String release, ProxyMode mode, Service service, EndpointSlice slice) {
    return router(release, mode).tableFor(NODE, world(service, slice));
  }

  private static Explained<Verdict> explain(
      String release, Service service, EndpointSlice slice, String flow) {
    return table(release, ProxyMode.NFTABLES, service, slice).explain(Flow.parse(flow));
  }

  private static Service local() {
    Service open = ServiceFixtures.loadBalancer("1.2.3.4");
    return open.withSpec(open.spec().withExternalTrafficPolicy(ExternalTrafficPolicy.LOCAL));
  }

  private static Service ranged() {
    Service open = ServiceFixtures.loadBalancer("1.2.3.4");
    return open.withSpec(
        open.spec().withLoadBalancerSourceRanges(ImmutableList.of("203.0.113.0/24")));
  }

  @Nested
  @DisplayName("an endpoint elsewhere that calls itself: versions R2")
  class Hairpins {

    private static final String TO_ITSELF = "TCP 10.180.1.1 -> 10.96.0.21:80";

    @ParameterizedTest
    @CsvSource({"1.30,true", "1.35,true", "1.36,false"})
    void inNftables_isHiddenUntil135(String release, boolean isHidden) {
      Explained<Verdict> told = explain(release, ServiceFixtures.clusterIp(), REMOTE, TO_ITSELF);

      assertThat(isMasqueraded(told.value())).isEqualTo(isHidden);
      if (isHidden) {
        assertThat(told).restsOn(RoutingReason.SENDER_MAY_BE_BACKEND);
      }
    }

    @ParameterizedTest
    @CsvSource({"IPTABLES,true", "IPVS,false"})
    void inOtherModes_isAsItIsNow(ProxyMode mode, boolean isHidden) {
      for (String release : new String[] {"1.30", "1.36"}) {
        Verdict verdict =
            table(release, mode, ServiceFixtures.clusterIp(), REMOTE).route(Flow.parse(TO_ITSELF));

        assertThat(isMasqueraded(verdict)).as(release).isEqualTo(isHidden);
      }
    }

    private static boolean isMasqueraded(Verdict verdict) {
      Forward forward = (Forward) verdict;
      return forward.isMasqueraded(forward.backends().get(0), Flow.parse(TO_ITSELF));
    }
  }

  @Nested
  @DisplayName("what the node itself sends: versions R4, R5")
  class OwnTraffic {

    @ParameterizedTest
    @CsvSource({"1.30", "1.33"})
    void toALocalServiceWithoutEndpointsHere_isDroppedUntil133(String release) {
      assertThat(explain(release, local(), REMOTE, FROM_NODE))
          .hasValue(new Verdict.Drop())
          .restsOn(RoutingReason.EXTERNAL_NONE_HERE_FOR_NODE);
      assertThat(explain("1.34", local(), REMOTE, FROM_NODE))
          .restsOn(RoutingReason.EXTERNAL_FROM_NODE);
    }

    @Test
    void comingByTheNetworkWithTheNodesAddress_isSentOnInEveryRelease() {
      assertThat(explain("1.33", local(), REMOTE, "TCP network 192.168.0.2 -> 1.2.3.4:80"))
          .restsOn(RoutingReason.EXTERNAL_FROM_NODE);
    }

    @Test
    void toItsOwnNodePort_isSentOnInEveryRelease() {
      Service service = local();
      service =
          service.withSpec(service.spec().withPorts(ServiceFixtures.HTTP.withNodePort(30080)));

      assertThat(explain("1.33", service, REMOTE, "TCP 192.168.0.2 -> 192.168.0.2:30080"))
          .restsOn(RoutingReason.EXTERNAL_FROM_NODE);
    }

    @Test
    void outsideTheRangesOfAServiceWithoutEndpoints_isRefusedUntil133() {
      assertThat(explain("1.33", ranged(), NOBODY, FROM_NODE))
          .hasValue(new Verdict.Reject())
          .restsOn(RoutingReason.EXTERNAL_NONE_ANYWHERE_FOR_NODE);
      assertThat(explain("1.34", ranged(), NOBODY, FROM_NODE))
          .hasValue(new Verdict.Drop())
          .restsOn(RoutingReason.OUTSIDE_SOURCE_RANGES_AT_ONCE);
      assertThat(explain("1.33", ranged(), NOBODY, "TCP 198.51.100.1 -> 1.2.3.4:80"))
          .hasValue(new Verdict.Drop());
      assertThat(explain("1.33", ranged(), REMOTE, FROM_NODE)).hasValue(new Verdict.Drop());
    }

    @Test
    void inIptables_isTreatedAlikeInAllReleases() {
      for (String release : new String[] {"1.30", "1.36"}) {
        assertThat(
                table(release, ProxyMode.IPTABLES, local(), REMOTE).explain(Flow.parse(FROM_NODE)))
            .restsOn(RoutingReason.EXTERNAL_FROM_NODE);
        assertThat(
                table(release, ProxyMode.IPTABLES, ranged(), NOBODY).explain(Flow.parse(FROM_NODE)))
            .restsOn(RoutingReason.EXTERNAL_NONE_ANYWHERE_UNSEEN);
      }
    }

    @Test
    void betweenModes_differsInOlderReleasesAlone() {
      assertThat(differsForNode("1.33")).isTrue();
      assertThat(differsForNode("1.34")).isFalse();
    }

    // Where nobody changes the release's mode, the other modes are of the same release.
    private boolean differsForNode(String release) {
      for (ModeDifference difference :
          router(release, ProxyMode.IPTABLES).modeDifferences(NODE, world(local(), REMOTE))) {
        Explained<Verdict> nftables = difference.answers().get(ProxyMode.NFTABLES);
        if (nftables != null
            && nftables.because().reason() == RoutingReason.EXTERNAL_NONE_HERE_FOR_NODE) {
          return nftables.value().kind() == VerdictKind.DROP;
        }
      }
      return false;
    }
  }

  @Nested
  @DisplayName("one address twice: versions R1")
  class Duplicates {

    private final EndpointSlice twice =
        slice("web-1", ready("10.180.0.1", "gone"), ready("10.180.0.1", "me"));

    @Test
    void tablesOfSeveralNodes_areThoseOfEachAlone() {
      Node other = NodeFixtures.withAddresses("gone", "192.168.0.3");
      TrafficRouter router = router("1.35", ProxyMode.IPTABLES);
      ClusterSnapshot world = world(local(), twice);
      Flow flow = Flow.parse("TCP 203.0.113.7 -> 1.2.3.4:80");

      var tables = router.tablesFor(ImmutableList.of(NODE, other), world);

      for (Node node : ImmutableList.of(NODE, other)) {
        RoutingTable table = Objects.requireNonNull(tables.get(node.metadata().name()));
        assertThat(table.route(flow))
            .isInstanceOf(Forward.class)
            .isEqualTo(router.tableFor(node, world).route(flow));
      }
    }

    @Test
    void theAccount_tellsOfTheEntriesAsTheNodeSeesThem() {
      Flow flow = Flow.parse("TCP 203.0.113.7 -> 1.2.3.4:80");

      assertThat(
              table("1.35", ProxyMode.IPTABLES, local(), twice).explain(flow).because().toString())
          .contains("replaces this one in this release")
          .contains("[versions R1]");
    }
  }
}
