package io.servicesemantics.traffic;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.cluster.Taint;
import io.servicesemantics.explain.Because;
import io.servicesemantics.explain.Explained;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.profile.ClusterProfile;
import io.servicesemantics.profile.Quirk;
import io.servicesemantics.profile.Quirks;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * kube-proxy's own health over a history: what was queued and written when, and what is known of
 * its node.
 *
 * <p>It has no clock: every event and every question comes with its instant. Load balancers of
 * Services whose external traffic may go through any node ask {@code /healthz}; {@code /livez} is
 * for whoever would restart kube-proxy.
 *
 * <pre>{@code
 * ProxyHealth health = ProxyHealth.of(ClusterProfile.of(KubernetesVersion.parse("1.36")))
 *     .withNode(node)
 *     .updated(IPV4, start)
 *     .queued(IPV4, start.plusSeconds(10));
 * health.healthz(start.plusSeconds(80)).status();      // 503: queued 70 s ago
 * health.explainHealthz(start.plusSeconds(80)).because();
 * }</pre>
 *
 * <p>Source: {@code pkg/proxy/healthcheck/proxy_health.go} (routing 4.2).
 *
 * @param timeout how old a queued change may be: at this age it is too old
 * @param node whether the node may have traffic, and if not, why not
 * @param trustsUnknownNode whether a node is taken to be as it was last told, and for eligible
 *     before that, while there is no Node object (versions R9)
 * @param lastUpdated when each family was last written to the node
 * @param oldestQueued since when each family has had a change that is not yet written
 */
public record ProxyHealth(
    Duration timeout,
    HealthReason node,
    boolean trustsUnknownNode,
    ImmutableMap<IpFamily, Instant> lastUpdated,
    ImmutableMap<IpFamily, Instant> oldestQueued)
    implements Serializable {

  /** The key of the taint by which the cluster autoscaler marks a node it is about to remove. */
  public static final String TO_BE_DELETED_TAINT = "ToBeDeletedByClusterAutoscaler";

  private static final ImmutableMap<String, String> HEADERS =
      ImmutableMap.of("Content-Type", "application/json", "X-Content-Type-Options", "nosniff");

  // Go's zero time, told where nothing was ever written. Go prints no year of more than four
  // digits as JSON.
  private static final Instant ZERO = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

  /** Checks that there is a time to wait, and that no part is missing. */
  public ProxyHealth {
    checkArgument(
        timeout.compareTo(Duration.ZERO) > 0,
        "Health timeout: \"%s\"; expected more than no time",
        timeout);
    checkNotNull(node, "Eligibility of a node is null; expected a reason");
    lastUpdated = ImmutableSortedMap.copyOf(lastUpdated);
    oldestQueued = ImmutableSortedMap.copyOf(oldestQueued);
    lastUpdated.values().forEach(ProxyHealth::checkInstant);
    oldestQueued.values().forEach(ProxyHealth::checkInstant);
  }

  /**
   * Returns the health of a kube-proxy that has just started and knows no Node object yet.
   *
   * @param timeout how old a queued change may be
   * @param quirks what kube-proxy's release does otherwise than the newest one
   * @return the health
   */
  public static ProxyHealth start(Duration timeout, Quirks quirks) {
    boolean isTrusted = quirks.has(Quirk.HEALTHY_WHILE_NODE_UNKNOWN);
    return new ProxyHealth(
        timeout,
        isTrusted ? HealthReason.NODE_UNKNOWN_YET : HealthReason.NODE_UNKNOWN,
        isTrusted,
        ImmutableMap.of(),
        ImmutableMap.of());
  }

  /**
   * Returns the health of a kube-proxy that has just started and knows no Node object yet.
   *
   * @param cluster its cluster; a change may be queued for two periods of kube-proxy's syncs
   * @return the health
   */
  public static ProxyHealth of(ClusterProfile cluster) {
    return start(cluster.proxy().healthTimeout(), cluster.quirks());
  }

  /**
   * Tells whether a node may have traffic at all.
   *
   * <p>That it is cordoned, not ready or drained does not matter (routing 4.2.5).
   *
   * @param node the node
   * @return {@link HealthReason#NODE_ELIGIBLE}, or why it may not
   */
  public static HealthReason eligibility(Node node) {
    if (node.metadata().isBeingDeleted()) {
      return HealthReason.NODE_BEING_DELETED;
    }
    for (Taint taint : node.spec().taints()) {
      if (taint.key().equals(TO_BE_DELETED_TAINT)) {
        return HealthReason.NODE_TO_BE_REMOVED;
      }
    }
    return HealthReason.NODE_ELIGIBLE;
  }

  /**
   * Returns the health once a change is queued; an older one that still waits stays the oldest.
   *
   * @param family the family whose rules must change
   * @param at when
   * @return the health
   */
  public ProxyHealth queued(IpFamily family, Instant at) {
    checkInstant(at);
    return oldestQueued.containsKey(family)
        ? this
        : new ProxyHealth(
            timeout, node, trustsUnknownNode, lastUpdated, with(oldestQueued, family, at));
  }

  /**
   * Returns the health once all of a family is written to the node.
   *
   * @param family the family
   * @param at when
   * @return the health
   */
  public ProxyHealth updated(IpFamily family, Instant at) {
    checkInstant(at);
    ImmutableMap.Builder<IpFamily, Instant> waiting = ImmutableMap.builder();
    oldestQueued.forEach(
        (other, since) -> {
          if (other != family) {
            waiting.put(other, since);
          }
        });
    return new ProxyHealth(
        timeout, node, trustsUnknownNode, with(lastUpdated, family, at), waiting.buildOrThrow());
  }

  /**
   * Returns the health once the node is known, or known to be different.
   *
   * @param node kube-proxy's node
   * @return the health
   */
  public ProxyHealth withNode(Node node) {
    return withNode(eligibility(node));
  }

  /** {@return the health once there is no Node object} */
  public ProxyHealth withoutNode() {
    return trustsUnknownNode ? this : withNode(HealthReason.NODE_UNKNOWN);
  }

  private ProxyHealth withNode(HealthReason next) {
    return new ProxyHealth(timeout, next, trustsUnknownNode, lastUpdated, oldestQueued);
  }

  /** {@return whether the node may have traffic (routing 4.2.3)} */
  public boolean isNodeEligible() {
    return node == HealthReason.NODE_ELIGIBLE || node == HealthReason.NODE_UNKNOWN_YET;
  }

  /**
   * Tells of every family that was ever written whether it keeps up; no other is asked about, so
   * that a kube-proxy that starts is healthy (routing 4.2.2).
   *
   * @param now when it is asked
   * @return the families, in order
   */
  public ImmutableList<FamilyHealth> families(Instant now) {
    checkInstant(now);
    ImmutableList.Builder<FamilyHealth> families = ImmutableList.builder();
    lastUpdated.forEach(
        (family, updated) -> families.add(new FamilyHealth(family, updated, judge(family, now))));
    return families.build();
  }

  private HealthReason judge(IpFamily family, Instant now) {
    Instant since = oldestQueued.get(family);
    if (since == null) {
      return HealthReason.FAMILY_UP_TO_DATE;
    }
    return Duration.between(since, now).compareTo(timeout) < 0
        ? HealthReason.FAMILY_CHANGE_QUEUED
        : HealthReason.FAMILY_BEHIND;
  }

  /**
   * Returns whether kube-proxy keeps up, whatever its node; health checks of Services ask this.
   *
   * @param now when it is asked
   * @return whether every family does
   */
  public boolean isHealthy(Instant now) {
    return families(now).stream().allMatch(FamilyHealth::isHealthy);
  }

  /**
   * Returns what {@code /healthz} answers.
   *
   * @param now when it is asked
   * @return 200 where kube-proxy keeps up and its node may have traffic, else 503
   */
  public HealthAnswer healthz(Instant now) {
    return answer(now, isHealthy(now) && isNodeEligible(), Optional.of(isNodeEligible()));
  }

  /**
   * Returns what {@code /livez} answers.
   *
   * @param now when it is asked
   * @return 200 where kube-proxy keeps up, else 503
   */
  public HealthAnswer livez(Instant now) {
    return answer(now, isHealthy(now), Optional.empty());
  }

  // A passing answer tells the time of the question as that of the last update.
  private HealthAnswer answer(Instant now, boolean passes, Optional<Boolean> nodeEligible) {
    Instant told = passes ? now : latestUpdate();
    return new HealthAnswer(
        passes ? HealthAnswer.OK : HealthAnswer.SERVICE_UNAVAILABLE,
        HEADERS,
        HealthBody.of(told, now, nodeEligible, isHealthy(now), families(now)));
  }

  private Instant latestUpdate() {
    Instant latest = ZERO;
    for (Instant updated : lastUpdated.values()) {
      latest = updated.isAfter(latest) ? updated : latest;
    }
    return latest;
  }

  /**
   * Returns what {@code /healthz} answers, and tells why.
   *
   * @param now when it is asked
   * @return the answer of {@link #healthz}
   */
  public Explained<HealthAnswer> explainHealthz(Instant now) {
    HealthReason outcome =
        !isHealthy(now)
            ? HealthReason.HEALTHZ_FAILS_PROXY
            : isNodeEligible() ? HealthReason.HEALTHZ_PASSES : HealthReason.HEALTHZ_FAILS_NODE;
    Because why = Because.of(outcome).withCause(keepsUp(now)).withCause(Because.of(node));
    return Explained.of(healthz(now), why);
  }

  /**
   * Returns what {@code /livez} answers, and tells why.
   *
   * @param now when it is asked
   * @return the answer of {@link #livez}
   */
  public Explained<HealthAnswer> explainLivez(Instant now) {
    HealthReason outcome = isHealthy(now) ? HealthReason.LIVEZ_PASSES : HealthReason.LIVEZ_FAILS;
    return Explained.of(livez(now), Because.of(outcome).withCause(keepsUp(now)));
  }

  private Because keepsUp(Instant now) {
    Because why =
        Because.of(isHealthy(now) ? HealthReason.PROXY_UP_TO_DATE : HealthReason.PROXY_BEHIND)
            .withFact("timeout", words(timeout));
    for (FamilyHealth family : families(now)) {
      Because of =
          Because.of(family.reason())
              .withFact("family", family.family().wireName())
              .withFact("last written", family.lastUpdated());
      Instant since = oldestQueued.get(family.family());
      why =
          why.withCause(
              since == null ? of : of.withFact("waiting", words(Duration.between(since, now))));
    }
    return why;
  }

  private static String words(Duration time) {
    return time.toNanosPart() == 0 ? time.toSeconds() + "s" : time.toMillis() + "ms";
  }

  private static ImmutableMap<IpFamily, Instant> with(
      ImmutableMap<IpFamily, Instant> times, IpFamily family, Instant at) {
    return ImmutableMap.<IpFamily, Instant>builder()
        .putAll(times)
        .put(family, at)
        .buildKeepingLast();
  }

  private static void checkInstant(Instant instant) {
    checkArgument(
        !instant.isBefore(ZERO) && instant.isBefore(END),
        "Instant: \"%s\"; expected one of the years 1 to 9999",
        instant);
  }
}
