package io.servicesemantics.impl.admission;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.admission.ClusterState;
import io.servicesemantics.profile.ClusterProfile;
import io.servicesemantics.testkit.arbitrary.ServiceArbitraries;
import io.servicesemantics.testkit.arbitrary.ServiceEdit;
import io.servicesemantics.testkit.fixture.ClusterFixtures;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Clusters, and what is done to them, for laws. */
final class Scenarios {

  private static final ServiceEdit NO_EDIT = ServiceArbitraries.everyEdit().get(0);
  private static final ImmutableList<ClusterProfile> ROOMY =
      ImmutableList.of(
          ClusterFixtures.dualStack(),
          ClusterFixtures.ipv4(),
          ClusterFixtures.ipv6First(),
          ClusterFixtures.ipv6());
  private static final ImmutableList<ClusterProfile> ALL =
      ImmutableList.<ClusterProfile>builder().addAll(ROOMY).add(ClusterFixtures.tiny()).build();

  private Scenarios() {}

  static Arbitrary<SentService> sentToARoomyCluster() {
    return Arbitraries.oneOf(
        ROOMY.stream()
            .map(
                profile ->
                    ServiceArbitraries.valid(profile)
                        .map(
                            service ->
                                new SentService(
                                    LawCluster.of(profile),
                                    LawCluster.of(profile).empty(),
                                    service)))
            .toList());
  }

  static Arbitrary<SentService> sent() {
    return Arbitraries.oneOf(ALL.stream().map(Scenarios::sentTo).toList());
  }

  private static Arbitrary<SentService> sentTo(ClusterProfile profile) {
    return Combinators.combine(
            ServiceArbitraries.mixed(profile),
            ServiceArbitraries.mixed(profile).list().ofMaxSize(3))
        .as(
            (service, others) -> {
              LawCluster cluster = LawCluster.of(profile);
              ClusterState state = cluster.empty();
              for (int i = 0; i < others.size(); i++) {
                state = new HistoryEvent(i, others.get(i), NO_EDIT, false).after(cluster, state);
              }
              return new SentService(cluster, state, service);
            });
  }

  static Arbitrary<History> histories() {
    return Arbitraries.oneOf(ALL.stream().map(Scenarios::historiesOf).toList());
  }

  private static Arbitrary<History> historiesOf(ClusterProfile profile) {
    return Combinators.combine(
            Arbitraries.integers().between(1, 4),
            ServiceArbitraries.mixed(profile),
            ServiceArbitraries.edits(),
            Arbitraries.of(false, false, false, true))
        .as(HistoryEvent::new)
        .list()
        .ofMaxSize(12)
        .map(events -> new History(LawCluster.of(profile), ImmutableList.copyOf(events)));
  }
}
