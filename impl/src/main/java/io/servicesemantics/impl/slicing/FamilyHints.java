package io.servicesemantics.impl.slicing;

import com.google.common.collect.ImmutableSortedMap;
import io.servicesemantics.endpoint.Endpoint;
import io.servicesemantics.impl.slicing.Draft.Fate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sets the hints of one family's slices, once their endpoints are settled. */
final class FamilyHints {

  private FamilyHints() {}

  /** Hints that follow from place, or none at all; new slices have them already. */
  static void byPlace(HintMode mode, FamilyWork work) {
    for (Draft draft : work.existing()) {
      if (draft.fate() == Fate.KEEP || draft.fate() == Fate.UPDATE) {
        repair(mode, draft);
      }
    }
  }

  /** The same where slices that stay as they are have the right hints already. */
  static void byPlaceWhereWritten(HintMode mode, FamilyWork work) {
    for (Draft draft : work.existing()) {
      if (draft.fate() == Fate.UPDATE) {
        repair(mode, draft);
      }
    }
  }

  // TD ReconcileHints, TCU RemoveHintsFromSlices (routing 1.10.4, 1.10.6, 1.10.7)
  private static void repair(HintMode mode, Draft draft) {
    List<Endpoint> endpoints = draft.endpoints();
    for (int i = 0; i < endpoints.size(); i++) {
      Endpoint endpoint = endpoints.get(i);
      if (mode.isByPlace()) {
        if (AutoHints.isReady(endpoint) && !TrafficHints.isRight(mode, endpoint)) {
          draft.toChange().set(i, endpoint.withHints(TrafficHints.wanted(mode, endpoint)));
        }
      } else if (endpoint.hints().isPresent()) {
        draft.toChange().set(i, endpoint.withHints(Optional.empty()));
      }
    }
  }

  /** Hints by the CPU of zones (routing 1.11). */
  static AutoHints byCapacity(ImmutableSortedMap<String, Double> ratios, FamilyWork work) {
    List<Draft> updated = new ArrayList<>();
    List<Draft> kept = new ArrayList<>();
    int ready = 0;
    for (Draft draft : work.created()) {
      ready += countReady(draft);
    }
    for (Draft draft : work.existing()) {
      if (draft.fate() == Fate.UPDATE) {
        updated.add(draft);
        ready += countReady(draft);
      } else if (draft.fate() == Fate.KEEP) {
        kept.add(draft);
        ready += countReady(draft);
      }
    }
    AutoHints hints = new AutoHints(ratios, ready);
    if (hints.withheld() == null) {
      for (Draft draft : kept) {
        if (!hints.keeps(draft.endpoints())) {
          draft.become(Fate.UPDATE);
          updated.add(draft);
        }
      }
      List<List<Endpoint>> written = new ArrayList<>();
      work.created().forEach(draft -> written.add(draft.toChange()));
      updated.forEach(draft -> written.add(draft.toChange()));
      hints.assign(written);
    }
    if (hints.withheld() != null) {
      byPlace(HintMode.NONE, work);
      work.created().forEach(draft -> repair(HintMode.NONE, draft));
    }
    return hints;
  }

  private static int countReady(Draft draft) {
    int ready = 0;
    for (Endpoint endpoint : draft.endpoints()) {
      ready += AutoHints.isReady(endpoint) ? 1 : 0;
    }
    return ready;
  }
}
