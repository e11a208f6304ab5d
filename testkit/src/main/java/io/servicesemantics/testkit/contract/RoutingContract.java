package io.servicesemantics.testkit.contract;

import static io.servicesemantics.testkit.assertion.Assertions.assertThat;
import static io.servicesemantics.testkit.fixture.EndpointFixtures.ready;
import static io.servicesemantics.testkit.fixture.EndpointFixtures.slice;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.ClusterChange;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.explain.Explained;
import io.servicesemantics.net.Cidr;
import io.servicesemantics.profile.ClusterProfile;
import io.servicesemantics.profile.KubernetesVersion;
import io.servicesemantics.profile.ProxyMode;
import io.servicesemantics.profile.ProxySettings;
import io.servicesemantics.routing.Flow;
import io.servicesemantics.routing.FrontEndKind;
import io.servicesemantics.routing.RoutingReason;
import io.servicesemantics.routing.RoutingTable;
import io.servicesemantics.routing.TrafficRouter;
import io.servicesemantics.routing.Verdict;
import io.servicesemantics.routing.VerdictKind;
import io.servicesemantics.service.ExternalTrafficPolicy;
import io.servicesemantics.service.Service;
import io.servicesemantics.testkit.fixture.NodeFixtures;
import io.servicesemantics.testkit.fixture.ServiceFixtures;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What every {@link TrafficRouter} does. */
public interface RoutingContract extends SemanticsContract {

  /** Every cell of the matrix of routing 10.3, in every mode, and explained alike. */
  @TestFactory
  default Stream<DynamicTest> theMatrix_comesOutAsRecorded() {
    return RoutingExample.ALL.stream()
        .map(example -> dynamicTest(example.toString(), () -> check(example)));
  }

  private void check(RoutingExample example) {
    Node node = NodeFixtures.withAddresses("me", "192.168.0.2", "192.168.1.2");
    example
        .answers()
        .forEach(
            (mode, answer) -> {
              RoutingTable table =
                  semantics(example.profile(mode)).router().tableFor(node, example.world());
              Explained<Verdict> explained = table.explain(example.flow());

              assertThat(RoutingExample.words(table.route(example.flow())))
                  .as("%s in %s\n%s", example, mode, explained)
                  .isEqualTo(answer);
              assertThat(explained.value()).isEqualTo(table.route(example.flow()));
              assertThat(explained.because().reason())
                  .isInstanceOfSatisfying(
                      RoutingReason.class,
                      reason -> assertThat(reason.settles()).hasValue(explained.value().kind()));
            });
  }

  /** Endpoints that come and go change the verdict of the next table, not of the one before. */
  @Test
  default void anEndpointThatComes_isInTheNextTable() {
    RoutingTable before = table(ProxyMode.NFTABLES, slice("web-1"));
    Flow flow = Flow.parse("TCP 10.180.0.5 -> 10.96.0.21:80");

    RoutingTable after = before.after(ClusterChange.put(slice("web-1", ready("10.180.1.1"))));

    assertThat(before.route(flow)).is(VerdictKind.REJECT);
    assertThat(after.route(flow))
        .forwardsTo("10.180.1.1:8080")
        .isMasqueraded(false)
        .hasToString("Forward[10.180.1.1:8080 1]");
    assertThat(after.after(ClusterChange.gone(slice("web-1"))).route(flow)).is(VerdictKind.REJECT);
  }

  /** A Service that goes leaves its slices behind, and finds them when it comes back. */
  @Test
  default void aServiceThatComesBack_findsItsSlices() {
    RoutingTable there = table(ProxyMode.NFTABLES, slice("web-1", ready("10.180.1.1")));
    Flow flow = Flow.parse("TCP 10.180.0.5 -> 10.96.0.21:80");

    RoutingTable gone = there.after(ClusterChange.gone(ServiceFixtures.nodePort()));
    RoutingTable back = gone.after(ClusterChange.put(ServiceFixtures.nodePort()));

    assertThat(gone.route(flow).kind()).isEqualTo(VerdictKind.DROP); // a free cluster IP
    assertThat(gone.frontEnds()).isEmpty();
    assertThat(back.route(flow)).isEqualTo(there.route(flow));
  }

  /** Every address and port a node answers at can be listed. */
  @Test
  default void frontEnds_areListed() {
    assertThat(table(ProxyMode.IPTABLES, slice("web-1")).frontEnds())
        .extracting(Object::toString)
        .containsExactly(
            "TCP 10.96.0.21:80 (cluster IP of shop/web:http)",
            "TCP 127.0.0.1:30080 (node port of shop/web:http)",
            "TCP 192.168.0.2:30080 (node port of shop/web:http)",
            "TCP 192.168.1.2:30080 (node port of shop/web:http)");
  }

  /** An address that two Services claim is left to chance, and said to be. */
  @Test
  default void anAddressClaimedTwice_isLeftToChance() {
    Service web = withExternalIp(ServiceFixtures.clusterIp(), "web", "10.96.0.21");
    Service api = withExternalIp(ServiceFixtures.clusterIp(), "api", "10.96.0.22");
    ClusterSnapshot world =
        ClusterSnapshot.builder()
            .addServices(web, api)
            .addEndpointSlices(slice("web-1", ready("10.180.1.1")))
            .build();
    RoutingTable table = semantics(profile(ProxyMode.NFTABLES)).router().tableFor(node(), world);
    Flow flow = Flow.parse("TCP 203.0.113.7 -> 5.6.7.8:80");

    assertThat(table.leftToChance(flow))
        .hasValueSatisfying(
            chance ->
                assertThat(chance.possible())
                    .extracting(Verdict::kind)
                    .containsExactlyInAnyOrder(VerdictKind.FORWARD, VerdictKind.REJECT));
    assertThat(table.explain(flow))
        .restsOn(RoutingReason.CLAIMED_TWICE)
        .withFact("claims", "shop/api:http shop/web:http");
    assertThat(table.after(ClusterChange.gone(api)).leftToChance(flow)).isEmpty();
  }

  /** What would break with the mode is listed, and nothing else is. */
  @Test
  default void modeDifferences_areThoseOfTheRules() {
    ClusterSnapshot world =
        ClusterSnapshot.builder()
            .addServices(ServiceFixtures.nodePort())
            .addEndpointSlices(slice("web-1", ready("10.180.1.1", "another")))
            .build();

    assertThat(semantics(profile(ProxyMode.IPTABLES)).router().modeDifferences(node(), world))
        .extracting(difference -> difference.flow() + " from " + difference.sender())
        .containsExactly(
            "TCP 10.255.255.255 -> 10.96.0.0:80 from a local Pod, the node itself, somebody outside",
            "TCP 10.255.255.255 -> 10.96.0.21:1 from a local Pod, the node itself,"
                + " somebody outside",
            "TCP 10.180.1.1 -> 10.96.0.21:80 from an endpoint of it elsewhere",
            "TCP 127.0.0.1 -> 127.0.0.1:30080 from the node itself",
            "TCP 10.255.255.255 -> 192.168.1.2:30080 from a local Pod, the node itself,"
                + " somebody outside, an endpoint of it elsewhere");
  }

  /** A health check's port is kube-proxy's own. */
  @Test
  default void theHealthCheck_isLeftToKubeProxy() {
    Service checked = ServiceFixtures.loadBalancer("1.2.3.4");
    checked =
        checked.withSpec(
            checked
                .spec()
                .withExternalTrafficPolicy(ExternalTrafficPolicy.LOCAL)
                .withHealthCheckNodePort(32000));
    RoutingTable table =
        semantics(profile(ProxyMode.NFTABLES))
            .router()
            .tableFor(node(), ClusterSnapshot.builder().addServices(checked).build());

    assertThat(table.explain(Flow.parse("TCP 203.0.113.7 -> 192.168.0.2:32000")))
        .hasValue(new Verdict.PassThrough())
        .restsOn(RoutingReason.HEALTH_CHECK_ANSWERED);
    assertThat(table.frontEnds())
        .anyMatch(frontEnd -> frontEnd.kind() == FrontEndKind.HEALTH_CHECK_NODE_PORT);
  }

  private RoutingTable table(ProxyMode mode, EndpointSlice slice) {
    ClusterSnapshot world =
        ClusterSnapshot.builder()
            .addServices(ServiceFixtures.nodePort())
            .addEndpointSlices(slice)
            .build();
    return semantics(profile(mode)).router().tableFor(node(), world);
  }

  private static Service withExternalIp(Service service, String name, String clusterIp) {
    return service
        .withMetadata(service.metadata().withName(name))
        .withSpec(
            service.spec().toBuilder()
                .clusterIP(clusterIp)
                .clusterIPs(ImmutableList.of(clusterIp))
                .addExternalIP("5.6.7.8")
                .build());
  }

  private static Node node() {
    return NodeFixtures.withAddresses("me", "192.168.0.2", "192.168.1.2");
  }

  private static ClusterProfile profile(ProxyMode mode) {
    return ClusterProfile.of(KubernetesVersion.V1_36)
        .withProxy(ProxySettings.of(mode).withClusterCIDRs(Cidr.parse("10.0.0.0/8")));
  }
}
