package io.servicesemantics.impl.question;

import static io.servicesemantics.impl.question.Asked.NODE_A;
import static io.servicesemantics.impl.question.Asked.NODE_B;
import static io.servicesemantics.impl.question.Asked.ON_A;
import static io.servicesemantics.impl.question.Asked.ON_B;
import static io.servicesemantics.testkit.fixture.EndpointFixtures.slice;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.ClusterChange;
import io.servicesemantics.endpoint.EndpointPort;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.profile.ProxyMode;
import io.servicesemantics.routing.AffinityEntry;
import io.servicesemantics.routing.Flow;
import io.servicesemantics.routing.Forward;
import io.servicesemantics.routing.RoutingTable;
import io.servicesemantics.routing.ServiceEndpoint;
import io.servicesemantics.routing.SessionAffinityRule;
import io.servicesemantics.service.ClientIpConfig;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServicePort;
import io.servicesemantics.service.SessionAffinity;
import io.servicesemantics.service.SessionAffinityConfig;
import io.servicesemantics.testkit.fixture.ServiceFixtures;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Whether clients stay with their Pods: questions 14, 15, 16 and 17. */
class AffinityQuestionsTest {

  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final EndpointSlice BOTH = slice("web-1", ON_A, ON_B);

  @Nested
  @DisplayName("14: Session affinity \"does not work\" behind my load balancer")
  class BehindALoadBalancer {

    private final Asked asked = Asked.of(ProxyMode.IPTABLES, sticky(60), BOTH);
    private final String atA = "TCP 203.0.113.7 -> 192.168.0.2:30080";
    private final String atB = "TCP 203.0.113.7 -> 192.168.0.3:30080";

    @Test
    void eachNodeRemembersForItself_andSaysSo() {
      Remembered atNodeA = new Remembered(asked.at(NODE_A)).connect(atA, "10.244.1.5", NOON);

      assertThat(asked.answer(NODE_A, atA))
          .contains("sticky for 60 s")
          .contains(
              "A client stays with its backend until it has opened no connection for so many"
                  + " seconds; each new connection starts the time anew. (client 203.0.113.7,"
                  + " seconds 60)")
          .contains(
              "It is remembered for this port of the Service alone, and by this node alone: at"
                  + " another port or by way of another node it is a new client.");
      assertThat(atNodeA.remembered(atA, NOON.plusSeconds(59))).contains("10.244.1.5:8080");
      assertThat(new Remembered(asked.at(NODE_B)).remembered(atB, NOON)).isEmpty();
    }

    @Test
    void aBalancerThatKeepsToOneNode_curesIt() {
      Remembered atNodeA = new Remembered(asked.at(NODE_A)).connect(atA, "10.244.1.5", NOON);

      for (int i = 1; i <= 10; i++) {
        Instant then = NOON.plusSeconds(59L * i);
        assertThat(atNodeA.remembered(atA, then)).contains("10.244.1.5:8080");
        atNodeA = atNodeA.connect(atA, "10.244.1.5", then);
      }
    }

    @Test
    void aBalancerThatHidesItsClients_isOneClient() {
      String oneUser = "TCP 192.168.7.7 -> 192.168.0.2:30080";

      assertThat(asked.answer(NODE_A, oneUser))
          .contains("(client 192.168.7.7, seconds 60)")
          .contains(
              "The client is the address that this node sees: all who come from behind one address"
                  + " are one client, and go to one backend.");
    }
  }

  @Nested
  @DisplayName("15: Same client, two ports of one Service, two Pods?")
  class TwoPorts {

    private static final String HTTP = "TCP 10.244.1.9 -> 10.96.0.21:80";
    private static final String ADMIN = "TCP 10.244.1.9 -> 10.96.0.21:81";

    @Test
    void eachPortRemembersForItself_andSaysSo() {
      Service web = sticky(60);
      Service two =
          web.withSpec(
              web.spec().withPorts(ServiceFixtures.HTTP, ServicePort.of(81).withName("admin")));
      EndpointSlice slice =
          BOTH.withPorts(EndpointPort.of("http", 8080), EndpointPort.of("admin", 8081));
      Asked asked = Asked.of(ProxyMode.NFTABLES, two, slice);
      Remembered client = new Remembered(asked.at(NODE_A)).connect(HTTP, "10.244.1.5", NOON);

      assertThat(asked.at(NODE_A).affinityRules())
          .extracting(SessionAffinityRule::portName)
          .containsExactly("admin", "http");
      assertThat(asked.answer(NODE_A, ADMIN))
          .contains("Forward[10.244.1.5:8081 1/2, 10.244.2.5:8081 1/2]")
          .contains("It is remembered for this port of the Service alone");
      assertThat(client.remembered(HTTP, NOON)).contains("10.244.1.5:8080");
      assertThat(client.remembered(ADMIN, NOON)).isEmpty();
    }

    @Test
    void onePortForBoth_curesIt() {
      Asked asked = Asked.of(ProxyMode.NFTABLES, sticky(60), BOTH);
      Remembered client = new Remembered(asked.at(NODE_A)).connect(HTTP, "10.244.1.5", NOON);

      assertThat(client.remembered(HTTP, NOON.plusSeconds(1))).contains("10.244.1.5:8080");
    }

    @Test
    void inIpvsEvenTheAddressCounts_andItSaysSo() {
      String byNodePort = "TCP 10.244.1.9 -> 192.168.0.2:30080";
      Asked ipvs = Asked.of(ProxyMode.IPVS, sticky(60), BOTH);
      Asked nftables = Asked.of(ProxyMode.NFTABLES, sticky(60), BOTH);

      assertThat(ipvs.answer(NODE_A, byNodePort))
          .contains("It is remembered for this address and port alone, and by this node alone");
      assertThat(
              new Remembered(ipvs.at(NODE_A))
                  .connect(HTTP, "10.244.1.5", NOON)
                  .remembered(byNodePort, NOON))
          .isEmpty();
      assertThat(
              new Remembered(nftables.at(NODE_A))
                  .connect(HTTP, "10.244.1.5", NOON)
                  .remembered(byNodePort, NOON))
          .contains("10.244.1.5:8080");
    }
  }

  @Nested
  @DisplayName("16: Affinity lasts longer than configured in ipvs, or sticks to a dead Pod")
  class TooLong {

    private static final String FLOW = "TCP 10.244.1.9 -> 10.96.0.21:80";

    @Test
    void inIpvsOpenConnectionsProlongIt_andItSaysSo() {
      Asked ipvs = Asked.of(ProxyMode.IPVS, sticky(10), BOTH);
      RoutingTable table = ipvs.at(NODE_A);
      AffinityEntry entry =
          new Remembered(table).connect(FLOW, "10.244.1.5", NOON).entries().get(0);

      assertThat(ipvs.answer(NODE_A, FLOW))
          .contains("seconds 10")
          .contains(
              "When the time is up while connections of the client last, it is prolonged by a"
                  + " minute, again and again; a closed TCP connection lasts two minutes more.");
      assertThat(
              table
                  .affinityRules()
                  .get(0)
                  .forgottenAt(entry.withConnectionsEnd(NOON.plusSeconds(130))))
          .isEqualTo(NOON.plusSeconds(10 + 120));
    }

    @Test
    void theOtherModes_forgetInTime() {
      for (ProxyMode mode : ImmutableList.of(ProxyMode.IPTABLES, ProxyMode.NFTABLES)) {
        Asked asked = Asked.of(mode, sticky(10), BOTH);
        Remembered client = new Remembered(asked.at(NODE_A)).connect(FLOW, "10.244.1.5", NOON);

        assertThat(asked.answer(NODE_A, FLOW)).doesNotContain("prolonged");
        assertThat(client.remembered(FLOW, NOON.plusSeconds(9))).contains("10.244.1.5:8080");
        assertThat(client.remembered(FLOW, NOON.plusSeconds(10))).isEmpty();
      }
    }

    @Test
    void aPodThatIsGone_isLetGoOf_andItSaysSo() {
      for (ProxyMode mode : ProxyMode.values()) {
        Asked asked = Asked.of(mode, sticky(10800), BOTH);
        Remembered before = new Remembered(asked.at(NODE_A)).connect(FLOW, "10.244.1.5", NOON);
        Remembered after =
            before.after(asked.at(NODE_A).after(ClusterChange.put(slice("web-1", ON_B))));

        assertThat(asked.answer(NODE_A, FLOW))
            .contains(
                "Once the backend takes no more traffic from here the client is a new one, and its"
                    + " next connection goes to another backend.");
        assertThat(before.remembered(FLOW, NOON)).contains("10.244.1.5:8080");
        assertThat(after.remembered(FLOW, NOON)).isEmpty();
        assertThat(after.entries()).isEmpty();
      }
    }
  }

  @Nested
  @DisplayName("17: All clients land on one Pod with ClientIP affinity")
  class OnePod {

    private static final String FLOW = "TCP 198.51.100.1 -> 192.168.0.2:30080";

    @Test
    void clientsBehindOneAddress_areOneClient_andItSaysSo() {
      Asked asked = Asked.of(ProxyMode.IPTABLES, sticky(60), BOTH);
      Remembered first = new Remembered(asked.at(NODE_A)).connect(FLOW, "10.244.2.5", NOON);

      assertThat(asked.answer(NODE_A, FLOW))
          .contains("(client 198.51.100.1, seconds 60)")
          .contains("all who come from behind one address are one client, and go to one backend.");
      assertThat(first.remembered(FLOW, NOON)).contains("10.244.2.5:8080");
    }

    @Test
    void clientsWithTheirOwnAddresses_orNoAffinity_areSpread() {
      Asked asked = Asked.of(ProxyMode.IPTABLES, sticky(60), BOTH);
      Remembered first = new Remembered(asked.at(NODE_A)).connect(FLOW, "10.244.2.5", NOON);
      Asked none = Asked.of(ProxyMode.IPTABLES, ServiceFixtures.nodePort(), BOTH);

      assertThat(first.remembered("TCP 198.51.100.2 -> 192.168.0.2:30080", NOON)).isEmpty();
      assertThat(none.answer(NODE_A, FLOW))
          .contains("Forward[10.244.1.5:8080 1/2, 10.244.2.5:8080 1/2]")
          .doesNotContain("client");
      assertThat(none.at(NODE_A).affinityRules()).isEmpty();
    }
  }

  private static Service sticky(int seconds) {
    Service web = ServiceFixtures.nodePort();
    return web.withSpec(
        web.spec().toBuilder()
            .sessionAffinity(SessionAffinity.CLIENT_IP)
            .sessionAffinityConfig(
                SessionAffinityConfig.builder()
                    .clientIP(ClientIpConfig.builder().timeoutSeconds(seconds).build())
                    .build())
            .build());
  }

  /** What a node remembers of the clients of one Service port. */
  private record Remembered(RoutingTable table, ImmutableList<AffinityEntry> entries) {

    Remembered(RoutingTable table) {
      this(table, ImmutableList.of());
    }

    Remembered connect(String flow, String address, Instant now) {
      Flow asked = Flow.parse(flow);
      SessionAffinityRule rule = rule(asked);
      for (ServiceEndpoint endpoint : ((Forward) table.route(asked)).endpoints()) {
        if (endpoint.address().toString().equals(address)) {
          return new Remembered(table, rule.afterConnection(entries, asked, endpoint, now));
        }
      }
      throw new AssertionError("No endpoint " + address + " for " + flow);
    }

    Optional<String> remembered(String flow, Instant now) {
      Flow asked = Flow.parse(flow);
      return rule(asked)
          .remembered((Forward) table.route(asked), asked, entries, now)
          .map(ServiceEndpoint::toString);
    }

    Remembered after(RoutingTable next) {
      return new Remembered(next, next.affinityRules().get(0).afterChange(entries));
    }

    // The rule whose endpoints have the port number the flow is sent to.
    private SessionAffinityRule rule(Flow flow) {
      int number = ((Forward) table.route(flow)).endpoints().iterator().next().port();
      for (SessionAffinityRule rule : table.affinityRules()) {
        if (rule.endpoints().iterator().next().port() == number) {
          return rule;
        }
      }
      throw new AssertionError("No rule for " + flow);
    }
  }
}
