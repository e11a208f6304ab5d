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

  private static SessionAffinityRule rule(AffinityScope scope, PortEndpoints endpoints) {
    return new SessionAffinityRule(
        NamespacedName.of("shop", "web"),
        "http",
        Protocol.TCP,
        IpFamily.IPV4,
        scope,
        Duration.ofSeconds(60),
        endpoints.ready());
  }

  private static Forward to(PortEndpoints endpoints) {
    return Forward.of(endpoints.ready(), endpoints.none(), false, 60);
  }

  @Nested
  class BySeveralAddresses {

    private final SessionAffinityRule rule = rule(AffinityScope.SERVICE_PORT, BOTH);

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
      SessionAffinityRule without = rule(AffinityScope.SERVICE_PORT, ONLY_ONE);

      assertThat(rule.remembered(to(ONLY_ONE), TO_CLUSTER_IP, entries, NOON)).isEmpty();
      assertThat(without.afterChange(entries)).isEmpty();
      assertThat(rule.afterChange(entries)).isEqualTo(entries);
    }
  }

  @Nested
  class ByOneAddress {

    private final SessionAffinityRule rule = rule(AffinityScope.FRONT_END, BOTH);

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

  @Test
  void noTimeToRemember_isRefused() {
    SessionAffinityRule rule = rule(AffinityScope.SERVICE_PORT, BOTH);

    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new SessionAffinityRule(
                    rule.service(),
                    rule.portName(),
                    rule.protocol(),
                    rule.family(),
                    rule.scope(),
                    Duration.ZERO,
                    rule.endpoints()))
        .withMessage("Affinity time-out: \"PT0S\"; expected more than no time");
  }
}
