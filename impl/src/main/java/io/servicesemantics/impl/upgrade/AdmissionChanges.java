package io.servicesemantics.impl.upgrade;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import io.servicesemantics.admission.AdmissionDecision;
import io.servicesemantics.admission.AdmissionDecision.Accepted;
import io.servicesemantics.admission.AdmissionDecision.Rejected;
import io.servicesemantics.manifest.Manifests;
import io.servicesemantics.upgrade.UpgradeCause;
import io.servicesemantics.upgrade.UpgradeChangeKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What the API server of the other release makes otherwise of one request. */
final class AdmissionChanges {

  private static final String ACCEPTED = "accepted";

  /** Warnings that come and go for the same cause. */
  private record Turnover(List<String> gone, List<String> come) {}

  private final Releases releases;
  private final Manifests manifests;
  private final Function<AskedCluster, AdmissionDecision> decisions;
  private final String where;
  private final UpgradeChangeKind refused;
  private final FoundChanges found;

  AdmissionChanges(
      Releases releases,
      Manifests manifests,
      Function<AskedCluster, AdmissionDecision> decisions,
      String where,
      UpgradeChangeKind refused,
      FoundChanges found) {
    this.releases = releases;
    this.manifests = manifests;
    this.decisions = decisions;
    this.where = where;
    this.refused = refused;
    this.found = found;
  }

  void find() {
    AdmissionDecision before = decisions.apply(releases.from());
    AdmissionDecision after = decisions.apply(releases.to());
    if (before.isAccepted() != after.isAccepted()) {
      found.add(
          before.isAccepted() ? refused : UpgradeChangeKind.ACCEPTED_NOW,
          where,
          answer(before),
          answer(after),
          releases.causes(cluster -> decisions.apply(cluster).isAccepted()));
      return;
    }
    if (before instanceof Accepted one && after instanceof Accepted other) {
      if (!one.service().equals(other.service())) {
        stored(fields(one), fields(other));
      }
    } else if (!answer(before).equals(answer(after))) {
      found.add(
          UpgradeChangeKind.REFUSED_IN_OTHER_WORDS,
          where,
          answer(before),
          answer(after),
          releases.causes(cluster -> answer(decisions.apply(cluster))));
    }
    warned(ImmutableSet.copyOf(warnings(before)), ImmutableSet.copyOf(warnings(after)));
  }

  private void stored(Map<String, String> before, Map<String, String> after) {
    for (String path : Sets.union(before.keySet(), after.keySet())) {
      String old = field(path, before);
      String next = field(path, after);
      if (!old.equals(next)) {
        found.add(
            UpgradeChangeKind.STORED_OTHERWISE,
            where,
            old,
            next,
            releases.causes(
                cluster ->
                    decisions.apply(cluster) instanceof Accepted accepted
                        ? field(path, fields(accepted))
                        : ""));
      }
    }
  }

  private Map<String, String> fields(Accepted accepted) {
    return StoredFields.of(accepted.service(), manifests);
  }

  private static String field(String path, Map<String, String> fields) {
    String value = fields.get(path);
    return value == null ? path + " is not stored" : path + ": " + value;
  }

  private void warned(ImmutableSet<String> before, ImmutableSet<String> after) {
    if (before.equals(after)) {
      return;
    }
    Map<ImmutableList<UpgradeCause>, Turnover> turnovers = new LinkedHashMap<>();
    for (String warning : Sets.symmetricDifference(before, after)) {
      Turnover turnover =
          turnovers.computeIfAbsent(
              releases.causes(cluster -> warnings(decisions.apply(cluster)).contains(warning)),
              unused -> new Turnover(new ArrayList<>(), new ArrayList<>()));
      (before.contains(warning) ? turnover.gone() : turnover.come()).add(warning);
    }
    turnovers.forEach(
        (causes, turnover) -> {
          int most = Math.max(turnover.gone().size(), turnover.come().size());
          for (int i = 0; i < most; i++) {
            found.add(
                UpgradeChangeKind.WARNED_OTHERWISE,
                where,
                at(turnover.gone(), i),
                at(turnover.come(), i),
                causes);
          }
        });
  }

  private static String at(List<String> texts, int index) {
    return index < texts.size() ? texts.get(index) : "";
  }

  private static String answer(AdmissionDecision decision) {
    return decision.match(accepted -> ACCEPTED, Rejected::message);
  }

  private static ImmutableList<String> warnings(AdmissionDecision decision) {
    return decision.match(Accepted::warnings, Rejected::warnings);
  }
}
