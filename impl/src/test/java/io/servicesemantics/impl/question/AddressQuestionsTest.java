package io.servicesemantics.impl.question;

import static io.servicesemantics.impl.question.Asked.NODE_A;
import static io.servicesemantics.impl.question.Asked.ON_A;
import static io.servicesemantics.impl.question.Asked.ON_B;
import static io.servicesemantics.testkit.fixture.EndpointFixtures.ready;
import static io.servicesemantics.testkit.fixture.EndpointFixtures.slice;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.endpoint.AddressType;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.net.Cidr;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.profile.ProxyMode;
import io.servicesemantics.profile.ProxySettings;
import io.servicesemantics.service.Service;
import io.servicesemantics.testkit.fixture.NodeFixtures;
import io.servicesemantics.testkit.fixture.ServiceFixtures;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** At which addresses a node answers, and to whom: questions 18, 20, 23 and 29. */
class AddressQuestionsTest {

  private static final EndpointSlice BOTH = slice("web-1", ON_A, ON_B);

  @Nested
  @DisplayName("18: Why does 127.0.0.1:nodePort not work?")
  class Loopback {

    private static final String FLOW = "TCP host 127.0.0.1 -> 127.0.0.1:30080";
    private static final String ONLY_IPTABLES =
        "At loopback addresses node ports are served in mode iptables alone, over IPv4, and unless"
            + " kube-proxy is told not to or to keep to certain addresses.";

    private final Service web = ServiceFixtures.nodePort();

    @Test
    void inOtherModes_itIsNotServed() {
      for (ProxyMode mode : ImmutableList.of(ProxyMode.NFTABLES, ProxyMode.IPVS)) {
        assertThat(Asked.of(mode, web, BOTH).answer(NODE_A, FLOW))
            .startsWith("PassThrough")
            .contains("Node ports are not served at this address.")
            .contains("asked at 127.0.0.1, served at 192.168.0.2")
            .contains(ONLY_IPTABLES);
      }
      assertThat(
              Asked.of(ProxyMode.NFTABLES, web, BOTH)
                  .answer(NODE_A, "TCP host 192.168.0.2 -> 192.168.0.2:30080"))
          .startsWith("Forward");
    }

    @Test
    void inIptables_itIsServedUnlessSwitchedOff() {
      Asked asked = Asked.of(ProxyMode.IPTABLES, web, BOTH);

      assertThat(
              asked.with(settings -> settings.withLocalhostNodePorts(false)).answer(NODE_A, FLOW))
          .startsWith("PassThrough")
          .contains(ONLY_IPTABLES);
      assertThat(asked.answer(NODE_A, FLOW)).startsWith("Forward").doesNotContain(ONLY_IPTABLES);
    }

    @Test
    void inIptablesKeptToOtherAddresses_itIsNotServed() {
      Asked kept =
          Asked.of(ProxyMode.IPTABLES, web, BOTH)
              .with(settings -> settings.withNodePortAddresses(Cidr.parse("192.168.0.0/24")));

      assertThat(kept.answer(NODE_A, FLOW)).startsWith("PassThrough").contains(ONLY_IPTABLES);
    }
  }

  @Nested
  @DisplayName("20: My host daemon's port is suddenly refused")
  class HostDaemon {

    private static final String FLOW = "TCP 203.0.113.7 -> 192.168.0.2:30080";
    private static final String HIDDEN =
        "The node port comes before any program of the node that listens on the same port, which"
            + " is out of reach here.";

    private final Service web = ServiceFixtures.nodePort();

    @Test
    void aNodePortWithoutEndpoints_isRefusedEvenWhereItIsNotServed() {
      Asked elsewhere = elsewhere(Asked.of(ProxyMode.IPTABLES, web, slice("web-1")));

      assertThat(elsewhere.answer(NODE_A, FLOW))
          .startsWith("Reject")
          .contains("service shop/web:http, node port TCP port 30080")
          .contains(
              "Node ports are not served here, yet one without endpoints is refused at every"
                  + " address.")
          .contains(HIDDEN);
    }

    @Test
    void endpoints_orNftables_orAnotherPort_cureThat() {
      assertThat(elsewhere(Asked.of(ProxyMode.IPTABLES, web, BOTH)).answer(NODE_A, FLOW))
          .startsWith("PassThrough")
          .contains("Node ports are not served at this address.")
          .doesNotContain(HIDDEN);
      assertThat(elsewhere(Asked.of(ProxyMode.NFTABLES, web, slice("web-1"))).answer(NODE_A, FLOW))
          .startsWith("PassThrough");
      Service moved = web.withSpec(web.spec().withPorts(ServiceFixtures.HTTP.withNodePort(30081)));
      assertThat(
              elsewhere(Asked.of(ProxyMode.IPTABLES, moved, slice("web-1"))).answer(NODE_A, FLOW))
          .startsWith("PassThrough")
          .contains("No Service answers at this address and port.");
    }

    @Test
    void aNodePortWithEndpoints_takesTheTrafficOver() {
      assertThat(Asked.of(ProxyMode.IPTABLES, web, BOTH).answer(NODE_A, FLOW))
          .startsWith("Forward")
          .contains(HIDDEN);
    }

    private static Asked elsewhere(Asked asked) {
      return asked.with(settings -> settings.withNodePortAddresses(Cidr.parse("172.16.0.0/12")));
    }
  }

  @Nested
  @DisplayName("23: loadBalancerSourceRanges blocks my own Pods, does not block node ports")
  class SourceRanges {

    private static final String FROM_POD = "TCP 10.244.1.9 -> 198.51.100.4:80";

    @Test
    void podsAreNotExempt_andItSaysSo() {
      for (ProxyMode mode : ProxyMode.values()) {
        assertThat(Asked.of(mode, guarded("203.0.113.0/24"), BOTH).answer(NODE_A, FROM_POD))
            .as(mode.toString())
            .startsWith("Drop")
            .contains("source 10.244.1.9, ranges 203.0.113.0/24")
            .contains(
                "Source ranges hold for Pods and nodes of the cluster as well: none is exempt.")
            .contains("The sender counts as a local Pod.");
      }
    }

    @Test
    void theNetworkOfPodsAmongTheRanges_letsThemIn() {
      for (ProxyMode mode : ProxyMode.values()) {
        assertThat(
                Asked.of(mode, guarded("203.0.113.0/24", "10.244.0.0/16"), BOTH)
                    .answer(NODE_A, FROM_POD))
            .startsWith("Forward")
            .contains("The sender is in the Service's source ranges.");
      }
    }

    @Test
    void nodePortsAreNotGuarded_andItSaysSo() {
      Service guarded = guarded("203.0.113.0/24");
      String stranger = "TCP 8.8.8.8 -> 192.168.0.2:30080";

      assertThat(Asked.of(ProxyMode.NFTABLES, guarded, BOTH).answer(NODE_A, stranger))
          .startsWith("Forward")
          .contains(
              "Source ranges guard the load balancer's addresses alone: this one takes every sender."
                  + " (ranges 203.0.113.0/24)");
      Service closed = guarded.withSpec(guarded.spec().withPorts(ServiceFixtures.HTTP));
      assertThat(Asked.of(ProxyMode.NFTABLES, closed, BOTH).answer(NODE_A, stranger))
          .startsWith("PassThrough")
          .contains("No Service answers at this address and port.");
    }

    private static Service guarded(String... ranges) {
      Service web = ServiceFixtures.loadBalancer("198.51.100.4");
      return web.withSpec(
          web.spec().toBuilder()
              .loadBalancerSourceRanges(ImmutableList.copyOf(ranges))
              .ports(ImmutableList.of(ServiceFixtures.HTTP.withNodePort(30080)))
              .build());
    }
  }

  @Nested
  @DisplayName("29: The IPv6 (or second family) node port or load balancer does not work")
  class SecondFamily {

    private static final String FLOW = "TCP 2001:db8:7::1 -> [2001:db8::2]:30080";
    private static final Node DUAL =
        NodeFixtures.withAddresses("node-a", "192.168.0.2", "2001:db8::2");

    private final EndpointSlice ipv6 =
        slice("web-2", ready("fd00:244::5", "node-a")).withAddressType(AddressType.IPV6);

    @Test
    void aServiceWithoutAClusterIpOfTheFamily_isNamed() {
      assertThat(Asked.of(ProxyMode.IPTABLES, ServiceFixtures.nodePort(), BOTH).answer(DUAL, FLOW))
          .startsWith("PassThrough")
          .contains("No Service answers at this address and port.")
          .contains(
              "The Service has no cluster IP of this family, so it has no port in this family."
                  + " (service shop/web, family IPv6, clusterIPs 10.96.0.21)");
    }

    @Test
    void aServiceOfBothFamilies_answers() {
      assertThat(Asked.of(ProxyMode.IPTABLES, dual(), BOTH, ipv6).answer(DUAL, FLOW))
          .startsWith("Forward[[fd00:244::5]:8080 1]");
    }

    @Test
    void podsWithoutAnAddressOfTheFamily_areMissedByName() {
      assertThat(Asked.of(ProxyMode.IPTABLES, dual(), BOTH).answer(DUAL, FLOW))
          .startsWith("Reject")
          .contains("The Service has no usable endpoint anywhere.")
          .contains(
              "The slice is not of this address family. (slice shop/web-1, field addressType, value"
                  + " IPv4)");
    }

    @Test
    void nodePortsKeptToOtherAddressesOfTheFamily_areToldWithThem() {
      Asked kept =
          Asked.of(ProxyMode.IPTABLES, dual(), BOTH, ipv6)
              .with(
                  (ProxySettings settings) ->
                      settings.withNodePortAddresses(
                          Cidr.parse("192.168.0.0/24"), Cidr.parse("2001:db8:ffff::/48")));

      assertThat(kept.answer(DUAL, FLOW))
          .startsWith("PassThrough")
          .contains("Node ports are not served at this address.")
          .contains("asked at 2001:db8::2, served at none");
    }

    private static Service dual() {
      Service web = ServiceFixtures.nodePort();
      return web.withSpec(
          web.spec().toBuilder()
              .addClusterIP("fd00:96::21")
              .ipFamilies(IpFamily.IPV4, IpFamily.IPV6)
              .build());
    }
  }
}
