package io.servicesemantics.impl.upgrade;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.explain.Reason;
import io.servicesemantics.profile.ClusterProfile;
import io.servicesemantics.profile.FeatureGate;
import io.servicesemantics.profile.FeatureGates;
import io.servicesemantics.profile.Quirk;
import io.servicesemantics.profile.Quirks;
import io.servicesemantics.upgrade.UpgradeCause;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Two releases, and the clusters between them: the later one with some of its gates and quirks as
 * the earlier has them. Lives for one report.
 */
final class Releases {

  private final StandardUpgradeAdvisor.Clusters clusters;
  private final ClusterSnapshot world;
  private final ClusterProfile before;
  private final ClusterProfile after;
  private final ImmutableSet<Reason> different;
  private final AskedCluster from;
  private final Map<ImmutableSet<Reason>, AskedCluster> between = new HashMap<>();

  Releases(
      StandardUpgradeAdvisor.Clusters clusters,
      ClusterProfile before,
      ClusterProfile after,
      ClusterSnapshot world) {
    this.clusters = clusters;
    this.world = world;
    this.before = before;
    this.after = after;
    this.different = different(before, after);
    this.from = AskedCluster.of(clusters.areas(before, before.quirks()), world);
  }

  private static ImmutableSet<Reason> different(ClusterProfile before, ClusterProfile after) {
    ImmutableSet.Builder<Reason> different = ImmutableSet.builder();
    for (FeatureGate gate : FeatureGate.values()) {
      if (before.gates().has(gate) != after.gates().has(gate)) {
        different.add(gate);
      }
    }
    for (Quirk quirk : Quirk.values()) {
      if (before.quirks().has(quirk) != after.quirks().has(quirk)) {
        different.add(quirk);
      }
    }
    return different.build();
  }

  AskedCluster from() {
    return from;
  }

  AskedCluster to() {
    return withAsBefore(ImmutableSet.of());
  }

  /**
   * Why the releases answer a question otherwise: each gate or quirk that alone makes the later one
   * answer as the earlier does; where none does, a set of them that does and cannot be smaller.
   */
  <T> ImmutableList<UpgradeCause> causes(Function<AskedCluster, T> question) {
    T old = question.apply(from);
    ImmutableList.Builder<UpgradeCause> alone = ImmutableList.builder();
    for (Reason reason : different) {
      if (old.equals(question.apply(withAsBefore(ImmutableSet.of(reason))))) {
        alone.add(cause(reason));
      }
    }
    ImmutableList<UpgradeCause> found = alone.build();
    return found.isEmpty() ? together(question, old) : found;
  }

  private <T> ImmutableList<UpgradeCause> together(Function<AskedCluster, T> question, T old) {
    ImmutableSet<Reason> needed = different;
    for (Reason reason : different) {
      ImmutableSet<Reason> fewer = Sets.difference(needed, Set.of(reason)).immutableCopy();
      if (old.equals(question.apply(withAsBefore(fewer)))) {
        needed = fewer;
      }
    }
    return needed.stream().map(this::cause).collect(ImmutableList.toImmutableList());
  }

  private UpgradeCause cause(Reason reason) {
    boolean holdsAfter =
        reason instanceof FeatureGate gate
            ? after.gates().has(gate)
            : after.quirks().all().contains(reason);
    return new UpgradeCause(reason, holdsAfter);
  }

  private AskedCluster withAsBefore(ImmutableSet<Reason> reasons) {
    return between.computeIfAbsent(reasons, this::made);
  }

  private AskedCluster made(ImmutableSet<Reason> asBefore) {
    FeatureGates gates = after.gates();
    Set<Quirk> quirks = new HashSet<>(after.quirks().all());
    for (Reason reason : asBefore) {
      if (reason instanceof FeatureGate gate) {
        gates = gates.supposing(gate, before.gates().has(gate));
      } else if (reason instanceof Quirk quirk && before.quirks().has(quirk)) {
        quirks.add(quirk);
      } else if (reason instanceof Quirk quirk) {
        quirks.remove(quirk);
      }
    }
    return AskedCluster.of(
        clusters.areas(after.withGates(gates), new Quirks(ImmutableSet.copyOf(quirks))), world);
  }
}
