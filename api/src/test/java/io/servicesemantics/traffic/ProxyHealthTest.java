package io.servicesemantics.traffic;

import static io.servicesemantics.net.IpFamily.IPV4;
import static io.servicesemantics.net.IpFamily.IPV6;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.servicesemantics.cluster.Node;
import io.servicesemantics.cluster.NodeSpec;
import io.servicesemantics.cluster.Taint;
import io.servicesemantics.object.ObjectMeta;
import io.servicesemantics.profile.ClusterProfile;
import io.servicesemantics.profile.KubernetesVersion;
import io.servicesemantics.profile.ProxyMode;
import io.servicesemantics.profile.ProxySettings;
import io.servicesemantics.profile.Quirks;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ProxyHealthTest {

  private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");
  private static final Node NODE = Node.builder().metadata(ObjectMeta.of("node-a")).build();
  private static final Node MARKED =
      NODE.withSpec(
          NodeSpec.builder()
              .addTaints(Taint.builder().key("ToBeDeletedByClusterAutoscaler").build())
              .build());
  private static final ProxyHealth HEALTH =
      ProxyHealth.of(ClusterProfile.of(KubernetesVersion.V1_36)).withNode(NODE);

  @Nested
  @DisplayName("bodies, to the letter")
  class Bodies {

    @Test
    void aPassingAnswer_tellsNowAsTheLastUpdate() {
      ProxyHealth health = HEALTH.updated(IPV6, START.plusMillis(500)).updated(IPV4, START);

      assertThat(health.healthz(START.plusSeconds(10)).body())
          .isEqualTo(
              "{\"lastUpdated\":\"2026-01-02T03:04:15Z\",\"currentTime\":\"2026-01-02T03:04:15Z\","
                  + "\"nodeEligible\":true,\"healthy\":true,\"status\":{"
                  + "\"IPv4\":{\"lastUpdated\":\"2026-01-02T03:04:05Z\",\"healthy\":true},"
                  + "\"IPv6\":{\"lastUpdated\":\"2026-01-02T03:04:05.5Z\",\"healthy\":true}}}");
    }

    @Test
    void livez_saysNothingOfTheNode() {
      assertThat(HEALTH.updated(IPV4, START).livez(START).body())
          .isEqualTo(
              "{\"lastUpdated\":\"2026-01-02T03:04:05Z\",\"currentTime\":\"2026-01-02T03:04:05Z\","
                  + "\"healthy\":true,\"status\":{"
                  + "\"IPv4\":{\"lastUpdated\":\"2026-01-02T03:04:05Z\",\"healthy\":true}}}");
    }

    @Test
    void aFailingAnswer_tellsTheLatestUpdateOfAnyFamily() {
      ProxyHealth health =
          HEALTH
              .updated(IPV4, START)
              .updated(IPV6, START.plusSeconds(7))
              .queued(IPV4, START.plusNanos(1));

      assertThat(health.livez(START.plusSeconds(61)).body())
          .isEqualTo(
              "{\"lastUpdated\":\"2026-01-02T03:04:12Z\",\"currentTime\":\"2026-01-02T03:05:06Z\","
                  + "\"healthy\":false,\"status\":{"
                  + "\"IPv4\":{\"lastUpdated\":\"2026-01-02T03:04:05Z\",\"healthy\":false},"
                  + "\"IPv6\":{\"lastUpdated\":\"2026-01-02T03:04:12Z\",\"healthy\":true}}}");
    }

    @Test
    void nothingWritten_leavesTheStatusOutAndTellsGosZeroTime() {
      assertThat(HEALTH.withoutNode().healthz(START.plusNanos(120)).body())
          .isEqualTo(
              "{\"lastUpdated\":\"0001-01-01T00:00:00Z\","
                  + "\"currentTime\":\"2026-01-02T03:04:05.00000012Z\","
                  + "\"nodeEligible\":false,\"healthy\":true}");
    }

    @Test
    void headers_areThoseOfJson() {
      assertThat(HEALTH.healthz(START).headers())
          .containsEntry("Content-Type", "application/json")
          .containsEntry("X-Content-Type-Options", "nosniff")
          .hasSize(2);
    }
  }

  @Nested
  @DisplayName("whether it keeps up")
  class Healthy {

    @Test
    void theOldestQueuedChangeCounts_untilAllIsWritten() {
      ProxyHealth health =
          HEALTH
              .updated(IPV4, START)
              .queued(IPV4, START.plusSeconds(1))
              .queued(IPV4, START.plusSeconds(50));

      assertThat(health.isHealthy(START.plusSeconds(60))).isTrue();
      assertThat(health.isHealthy(START.plusSeconds(61))).isFalse();
      assertThat(health.updated(IPV4, START.plusSeconds(62)).isHealthy(START.plusSeconds(999)))
          .isTrue();
    }

    @Test
    void familiesNeverWritten_areNotAskedAbout() {
      assertThat(HEALTH.queued(IPV4, START).isHealthy(START.plusSeconds(999))).isTrue();
    }

    @Test
    void theTimeout_isTwoSyncPeriods() {
      ProxyHealth health =
          ProxyHealth.of(
                  ClusterProfile.of(KubernetesVersion.V1_36)
                      .withProxy(
                          ProxySettings.of(ProxyMode.IPTABLES)
                              .withSyncPeriod(Duration.ofSeconds(5))))
              .updated(IPV4, START)
              .queued(IPV4, START);

      assertThat(health.isHealthy(START.plusMillis(9_999))).isTrue();
      assertThat(health.isHealthy(START.plusSeconds(10))).isFalse();
    }

    @Test
    void theAccount_namesTheFamilyThatIsBehind() {
      ProxyHealth health =
          HEALTH.updated(IPV4, START).updated(IPV6, START).queued(IPV6, START.plusSeconds(1));

      assertThat(health.explainHealthz(START.plusSeconds(90)).because())
          .hasToString(
              """
              kube-proxy does not keep up. [routing 4.2.4]
                kube-proxy has had a change queued for too long. (timeout 60s) [routing 4.2.2]
                  Everything of this family is written to the node. (family IPv4, last written 2026-01-02T03:04:05Z) [routing 4.2.2]
                  A change of this family has been queued for too long. (family IPv6, last written 2026-01-02T03:04:05Z, waiting 89s) [routing 4.2.2]
                The node is known, is not being deleted, and is not marked by the autoscaler. [routing 4.2.3]\
              """);
    }
  }

  @Nested
  @DisplayName("its node")
  class Eligibility {

    @Test
    void unknownDeletedAndMarkedNodes_failHealthzAlone() {
      Node deleted = NODE.withMetadata(NODE.metadata().withDeletionTimestamp(START));

      assertFails(HEALTH.withoutNode(), HealthReason.NODE_UNKNOWN);
      assertFails(HEALTH.withNode(deleted), HealthReason.NODE_BEING_DELETED);
      assertFails(HEALTH.withNode(MARKED), HealthReason.NODE_TO_BE_REMOVED);
      assertThat(HEALTH.withNode(MARKED).withNode(NODE)).isEqualTo(HEALTH);
    }

    @Test
    void unknownNode_isTrustedUntil133() {
      ProxyHealth older = ProxyHealth.of(ClusterProfile.of(KubernetesVersion.of(1, 33)));
      ProxyHealth newer = ProxyHealth.of(ClusterProfile.of(KubernetesVersion.of(1, 34)));

      assertThat(older.healthz(START).status()).isEqualTo(200);
      assertThat(older.explainHealthz(START).because().toString()).contains("[versions R9]");
      assertFails(newer, HealthReason.NODE_UNKNOWN);
      assertThat(older.withNode(NODE).healthz(START).status()).isEqualTo(200);
    }

    @Test
    void nodeGone_keepsWhatWasToldOfItUntil133() {
      ProxyHealth older = ProxyHealth.of(ClusterProfile.of(KubernetesVersion.of(1, 33)));

      assertThat(older.withNode(NODE).withoutNode().isNodeEligible()).isTrue();
      assertFails(older.withNode(MARKED).withoutNode(), HealthReason.NODE_TO_BE_REMOVED);
    }

    private void assertFails(ProxyHealth health, HealthReason reason) {
      assertThat(health.node()).isEqualTo(reason);
      assertThat(health.healthz(START).status()).isEqualTo(503);
      assertThat(health.livez(START).status()).isEqualTo(200);
      assertThat(health.explainHealthz(START).because().reason())
          .isEqualTo(HealthReason.HEALTHZ_FAILS_NODE);
      assertThat(health.explainLivez(START).because().reason())
          .isEqualTo(HealthReason.LIVEZ_PASSES);
    }

    @Test
    void cordonAndOtherTaints_doNotMatter() {
      Node cordoned =
          NODE.withSpec(
              NodeSpec.builder()
                  .unschedulable(true)
                  .addTaints(Taint.builder().key("node.kubernetes.io/unschedulable").build())
                  .build());

      assertThat(HEALTH.withNode(cordoned).healthz(START).isOk()).isTrue();
    }
  }

  @Test
  void wrongUse_isRefused() {
    assertThatThrownBy(() -> ProxyHealth.start(Duration.ZERO, Quirks.NONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Health timeout: \"PT0S\"; expected more than no time");
    assertThatThrownBy(() -> HEALTH.queued(IPV4, Instant.MAX))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected one of the years 1 to 9999");
    assertThatThrownBy(() -> HEALTH.healthz(Instant.MIN))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
