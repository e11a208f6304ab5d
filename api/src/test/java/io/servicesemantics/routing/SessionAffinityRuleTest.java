package io.servicesemantics.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.endpoint.Endpoint;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.net.Protocol;
import io.servicesemantics.object.NamespacedName;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SessionAffinityRuleTest {

  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final Flow TO_CLUSTER_IP = Flow.parse("TCP 10.0.0.9 -> 10.96.0.1:80");
  private static final Flow TO_NODE_PORT = Flow.parse("TCP 10.0.0.9 -> 192.168.0.2:30080");
  private static final Flow BY_ANOTHER = Flow.parse("TCP 10.0.0.8 -> 10.96.0.1:80");
  private static final ServiceEndpoint ONE = endpoint("10.0.0.1");
  private static final ServiceEndpoint TWO = endpoint("10.0.0.2");
  private static final PortEndpoints BOTH = PortEndpoints.of(ImmutableList.of(ONE, TWO));
  private static final PortEndpoints ONLY_ONE = PortEndpoints.of(ImmutableList.of(ONE));

  private static ServiceEndpoint endpoint(String address) {
    return new ServiceEndpoint(IpAddress.parse(address), 8080, Endpoint.of(address));
  }

  private static SessionAffinityRule rule(AffinityMemory memory, PortEndpoints endpoints) {
    return new SessionAffinityRule(
        NamespacedName.of("shop", "web"),
        "http",
        Protocol.TCP,
        IpFamily.IPV4,
        memory,
        Duration.ofSeconds(60),
        endpoints.ready());
  }

  private static Forward to(PortEndpoints endpoints) {
    return Forward.of(endpoints.ready(), endpoints.none(), false, 60);
  }

  @Nested
  class BySeveralAddresses {

    private final SessionAffinityRule rule = rule(AffinityMemory.TIMED_SET, BOTH);

    @Test
    void aClientSentSomewhere_goesThereAgainByAnyAddress() {
      var entries = rule.afterConnection(ImmutableList.of(), TO_CLUSTER_IP, TWO, NOON);

      assertThat(rule.remembered(to(BOTH), TO_CLUSTER_IP, entries, NOON)).contains(TWO);
      assertThat(rule.remembered(to(BOTH), TO_NODE_PORT, entries, NOON)).contains(TWO);
      assertThat(rule.remembered(to(BOTH), BY_ANOTHER, entries, NOON)).isEmpty();
    }

    @Test
    void theWindow_slidesWithEveryConnection() {
      var entries = rule.afterConnection(ImmutableList.of(), TO_CLUSTER_IP, TWO, NOON);
      Instant later = NOON.plusSeconds(59);

      assertThat(rule.remembered(to(BOTH), TO_CLUSTER_IP, entries, later)).contains(TWO);
      assertThat(rule.remembered(to(BOTH), TO_CLUSTER_IP, entries, NOON.plusSeconds(60))).isEmpty();

      var again = rule.afterConnection(entries, TO_CLUSTER_IP, TWO, later);
      assertThat(again).hasSize(1);
      assertThat(rule.remembered(to(BOTH), TO_CLUSTER_IP, again, NOON.plusSeconds(118)))
          .contains(TWO);
    }

    @Test
    void aClientRememberedTwice_goesToTheFirstInOrder() {
      var entries = rule.afterConnection(ImmutableList.of(), TO_CLUSTER_IP, TWO, NOON);
      entries = rule.afterConnection(entries, TO_CLUSTER_IP, ONE, NOON);

      assertThat(entries).hasSize(2);
      assertThat(rule.remembered(to(BOTH), TO_CLUSTER_IP, entries, NOON)).contains(ONE);
    }

    @Test
    void anEndpointThatLeaves_isForgottenAndStartsAnew() {
      var entries = rule.afterConnection(ImmutableList.of(), TO_CLUSTER_IP, TWO, NOON);
      SessionAffinityRule without = rule(AffinityMemory.TIMED_SET, ONLY_ONE);

      assertThat(rule.remembered(to(ONLY_ONE), TO_CLUSTER_IP, entries, NOON)).isEmpty();
      assertThat(without.afterChange(entries)).isEmpty();
      assertThat(rule.afterChange(entries)).isEqualTo(entries);
    }
  }

  @Nested
  class ByOneAddress {

    private final SessionAffinityRule rule = rule(AffinityMemory.TEMPLATE, BOTH);

    @Test
    void aClientSentSomewhere_isNewAtAnotherAddress() {
      var entries = rule.afterConnection(ImmutableList.of(), TO_CLUSTER_IP, TWO, NOON);

      assertThat(rule.remembered(to(BOTH), TO_CLUSTER_IP, entries, NOON)).contains(TWO);
      assertThat(rule.remembered(to(BOTH), TO_NODE_PORT, entries, NOON)).isEmpty();
    }

    @Test
    void aClientMoved_isRememberedAtOneEndpointAlone() {
      var entries = rule.afterConnection(ImmutableList.of(), TO_CLUSTER_IP, TWO, NOON);
      entries = rule.afterConnection(entries, TO_CLUSTER_IP, ONE, NOON);

      assertThat(entries).extracting(AffinityEntry::endpoint).containsExactly(ONE);
    }
  }

  @Nested
  class OfTooManyClients {

    private static Flow from(int client) {
      return Flow.parse("TCP 10.0.1." + client + " -> 10.96.0.1:80");
    }

    // A client a second, all sent to one endpoint.
    private static ImmutableList<AffinityEntry> after(SessionAffinityRule rule, int clients) {
      ImmutableList<AffinityEntry> entries = ImmutableList.of();
      for (int i = 0; i < clients; i++) {
        entries = rule.afterConnection(entries, from(i), ONE, NOON.plusMillis(i));
      }
      return entries;
    }

    @Test
    void aListIsFull_theClientNotSeenForLongestIsForgotten() {
      SessionAffinityRule rule = rule(AffinityMemory.RECENT_LIST, BOTH);
      Instant then = NOON.plusSeconds(1);

      var full = after(rule, 100);
      assertThat(rule.remembered(to(BOTH), from(0), full, then)).contains(ONE);

      var over = rule.afterConnection(full, from(100), ONE, then);
      assertThat(over).hasSize(100);
      assertThat(rule.remembered(to(BOTH), from(0), over, then)).isEmpty();
      assertThat(rule.remembered(to(BOTH), from(1), over, then)).contains(ONE);
      assertThat(rule.remembered(to(BOTH), from(100), over, then)).contains(ONE);
    }

    @Test
    void aListIsFull_anotherEndpointsListIsNot() {
      SessionAffinityRule rule = rule(AffinityMemory.RECENT_LIST, BOTH);

      var entries = rule.afterConnection(after(rule, 100), from(100), TWO, NOON.plusSeconds(1));

      assertThat(entries).hasSize(101);
    }

    @Test
    void aListIsFull_aClientInItComesAgainAndNobodyIsForgotten() {
      SessionAffinityRule rule = rule(AffinityMemory.RECENT_LIST, BOTH);

      assertThat(rule.afterConnection(after(rule, 100), from(0), ONE, NOON.plusSeconds(1)))
          .hasSize(100);
    }

    @Test
    void aSet_holdsThemAll() {
      assertThat(after(rule(AffinityMemory.TIMED_SET, BOTH), 101)).hasSize(101);
    }
  }

  @Nested
  class WhileConnectionsLast {

    private AffinityEntry entry(AffinityMemory memory) {
      return rule(memory, BOTH)
          .afterConnection(ImmutableList.of(), TO_CLUSTER_IP, TWO, NOON)
          .get(0);
    }

    @Test
    void aTemplate_isProlongedByWholeMinutes() {
      SessionAffinityRule rule = rule(AffinityMemory.TEMPLATE, BOTH);
      AffinityEntry entry = entry(AffinityMemory.TEMPLATE);

      assertThat(rule.forgottenAt(entry)).isEqualTo(NOON.plusSeconds(60));
      assertThat(rule.forgottenAt(entry.withConnectionsEnd(NOON.plusSeconds(60))))
          .isEqualTo(NOON.plusSeconds(60));
      assertThat(rule.forgottenAt(entry.withConnectionsEnd(NOON.plusSeconds(61))))
          .isEqualTo(NOON.plusSeconds(120));
      assertThat(rule.forgottenAt(entry.withConnectionsEnd(NOON.plusSeconds(121))))
          .isEqualTo(NOON.plusSeconds(180));
      assertThat(rule.forgottenAt(entry.withConnectionsEnd(Instant.MAX))).isEqualTo(Instant.MAX);
    }

    @Test
    void aClientOfATemplate_isRememberedLongerThanTheTimeOut() {
      SessionAffinityRule rule = rule(AffinityMemory.TEMPLATE, BOTH);
      AffinityEntry busy = entry(AffinityMemory.TEMPLATE).withConnectionsEnd(NOON.plusSeconds(100));
      var entries = ImmutableList.of(busy);

      assertThat(rule.remembered(to(BOTH), TO_CLUSTER_IP, entries, NOON.plusSeconds(119)))
          .contains(TWO);
      assertThat(rule.remembered(to(BOTH), TO_CLUSTER_IP, entries, NOON.plusSeconds(120)))
          .isEmpty();
    }

    @Test
    void aSet_asksForNewConnectionsAlone() {
      AffinityEntry busy = entry(AffinityMemory.TIMED_SET).withConnectionsEnd(Instant.MAX);

      assertThat(rule(AffinityMemory.TIMED_SET, BOTH).forgottenAt(busy))
          .isEqualTo(NOON.plusSeconds(60));
    }

    @Test
    void connectionsThatEndBeforeTheyBegin_areRefused() {
      AffinityEntry entry = entry(AffinityMemory.TEMPLATE);

      assertThatIllegalArgumentException()
          .isThrownBy(() -> entry.withConnectionsEnd(NOON.minusSeconds(1)))
          .withMessageContaining("2026-01-01T11:59:59Z");
    }
  }

  @Test
  void noTimeToRemember_isRefused() {
    SessionAffinityRule rule = rule(AffinityMemory.TIMED_SET, BOTH);

    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new SessionAffinityRule(
                    rule.service(),
                    rule.portName(),
                    rule.protocol(),
                    rule.family(),
                    rule.memory(),
                    Duration.ZERO,
                    rule.endpoints()))
        .withMessage("Affinity time-out: \"PT0S\"; expected more than no time");
  }
}
