package io.servicesemantics.impl.upgrade;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import io.servicesemantics.profile.FeatureGates;
import io.servicesemantics.upgrade.UpgradeCause;
import io.servicesemantics.upgrade.UpgradeChange;
import io.servicesemantics.upgrade.UpgradeChangeKind;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Collects what changes for one Service: what changes alike in several places is one change. */
final class FoundChanges {

  // Nobody reads on behind so many.
  private static final int MOST = 4;

  private record Key(
      UpgradeChangeKind kind, String before, String after, ImmutableList<UpgradeCause> causes) {}

  private final FeatureGates gates;
  private final Map<Key, Set<String>> places = new LinkedHashMap<>();

  // The gates of the release after, which some advice is about.
  FoundChanges(FeatureGates gates) {
    this.gates = gates;
  }

  void add(
      UpgradeChangeKind kind,
      String where,
      String before,
      String after,
      ImmutableList<UpgradeCause> causes) {
    places
        .computeIfAbsent(new Key(kind, before, after, causes), unused -> new LinkedHashSet<>())
        .add(where);
  }

  ImmutableList<UpgradeChange> inOrder() {
    ImmutableList.Builder<UpgradeChange> changes = ImmutableList.builder();
    places.forEach(
        (key, where) ->
            changes.add(
                new UpgradeChange(
                    key.kind(),
                    few(where, "; "),
                    key.before(),
                    key.after(),
                    key.causes(),
                    Advice.of(key.kind(), key.causes(), gates))));
    return ImmutableList.sortedCopyOf(Comparator.comparing(UpgradeChange::kind), changes.build());
  }

  static String few(Set<String> texts, String between) {
    ImmutableList<String> all = ImmutableList.copyOf(texts);
    return all.size() <= MOST
        ? Joiner.on(between).join(all)
        : Joiner.on(between).join(all.subList(0, MOST)) + " and " + (all.size() - MOST) + " more";
  }
}
