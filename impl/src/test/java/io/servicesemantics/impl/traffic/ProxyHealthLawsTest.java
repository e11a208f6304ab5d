package io.servicesemantics.impl.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.profile.Quirks;
import io.servicesemantics.testkit.arbitrary.HealthArbitraries;
import io.servicesemantics.testkit.arbitrary.HealthEvent;
import io.servicesemantics.testkit.fixture.NodeFixtures;
import io.servicesemantics.traffic.FamilyHealth;
import io.servicesemantics.traffic.ProxyHealth;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for kube-proxy's own health over any history. */
class ProxyHealthLawsTest {

  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final Node NODE = NodeFixtures.withoutZone("node-a");

  @Provide
  Arbitrary<ImmutableList<HealthEvent>> histories() {
    return HealthArbitraries.histories();
  }

  @Provide
  Arbitrary<Instant> instants() {
    return Arbitraries.integers().between(0, 700).map(HealthArbitraries.BEGINNING::plusSeconds);
  }

  private static ProxyHealth after(List<HealthEvent> history) {
    ProxyHealth health = ProxyHealth.start(TIMEOUT, Quirks.NONE).withNode(NODE);
    for (HealthEvent event : history) {
      health = event.applyTo(health);
    }
    return health;
  }

  @Property
  void aFamilyIsBehind_whereItsFirstUnwrittenChangeIsOld(
      @ForAll("histories") ImmutableList<HealthEvent> history, @ForAll("instants") Instant now) {
    assertBehind(history, now);
    // the very moment at which a change is old
    history.forEach(event -> assertBehind(history, event.at().plus(TIMEOUT)));
  }

  private static void assertBehind(ImmutableList<HealthEvent> history, Instant now) {
    ProxyHealth health = after(history);
    for (FamilyHealth family : health.families(now)) {
      Optional<Instant> waiting = firstUnwritten(history, family.family());
      boolean isOld = waiting.isPresent() && !now.isBefore(waiting.get().plus(TIMEOUT));
      assertThat(family.isHealthy()).isEqualTo(!isOld);
    }
    assertThat(health.isHealthy(now))
        .isEqualTo(health.families(now).stream().allMatch(FamilyHealth::isHealthy));
  }

  // Told from the whole history at once: what was queued since the family was last written.
  private static Optional<Instant> firstUnwritten(
      ImmutableList<HealthEvent> history, IpFamily family) {
    int lastWritten = -1;
    for (int i = 0; i < history.size(); i++) {
      if (history.get(i).family() == family && history.get(i).written()) {
        lastWritten = i;
      }
    }
    return history.subList(lastWritten + 1, history.size()).stream()
        .filter(event -> event.family() == family)
        .map(HealthEvent::at)
        .findFirst();
  }

  @Property
  void livezPasses_whereverHealthzDoes(
      @ForAll("histories") ImmutableList<HealthEvent> history, @ForAll("instants") Instant now) {
    ProxyHealth health = after(history);

    assertThat(health.healthz(now).isOk()).isEqualTo(health.livez(now).isOk());
    assertThat(health.withoutNode().healthz(now).isOk()).isFalse();
    assertThat(health.withoutNode().livez(now)).isEqualTo(health.livez(now));
  }

  @Property
  void aTaint_concernsHealthzAlone(
      @ForAll("histories") ImmutableList<HealthEvent> history, @ForAll("instants") Instant now) {
    ProxyHealth health = after(history);
    ProxyHealth marked =
        health.withNode(NodeFixtures.tainted(NODE, ProxyHealth.TO_BE_DELETED_TAINT));

    assertThat(marked.livez(now)).isEqualTo(health.livez(now));
    assertThat(marked.isHealthy(now)).isEqualTo(health.isHealthy(now));
    assertThat(marked.families(now)).isEqualTo(health.families(now));
    assertThat(marked.healthz(now).isOk()).isFalse();
  }

  @Property
  void eventsSaidTwice_areOne(@ForAll("histories") ImmutableList<HealthEvent> history) {
    ImmutableList<HealthEvent> twice =
        history.stream()
            .flatMap(event -> Stream.of(event, event))
            .collect(ImmutableList.toImmutableList());

    assertThat(after(twice)).isEqualTo(after(history));
  }

  @Property
  void familiesDoNotMeet(@ForAll("histories") ImmutableList<HealthEvent> history) {
    ImmutableList<HealthEvent> apart =
        ImmutableList.<HealthEvent>builder()
            .addAll(history.stream().filter(event -> event.family() == IpFamily.IPV6).iterator())
            .addAll(history.stream().filter(event -> event.family() == IpFamily.IPV4).iterator())
            .build();

    assertThat(after(apart)).isEqualTo(after(history));
  }

  @Property
  void allWritten_isHealthyForEver(
      @ForAll("histories") ImmutableList<HealthEvent> history, @ForAll("instants") Instant now) {
    ProxyHealth health = after(history);
    for (IpFamily family : IpFamily.values()) {
      health = health.updated(family, now);
    }

    assertThat(health.healthz(now.plusSeconds(1_000_000)).isOk()).isTrue();
  }

  @Property
  void whatIsAnswered_isWhatIsExplained(
      @ForAll("histories") ImmutableList<HealthEvent> history, @ForAll("instants") Instant now) {
    ProxyHealth health = after(history);

    assertThat(health.explainHealthz(now).value()).isEqualTo(health.healthz(now));
    assertThat(health.explainLivez(now).value()).isEqualTo(health.livez(now));
  }
}
