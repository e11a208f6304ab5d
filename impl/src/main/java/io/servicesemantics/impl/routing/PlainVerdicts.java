package io.servicesemantics.impl.routing;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import io.servicesemantics.routing.RoutingReason;
import io.servicesemantics.routing.Verdict;
import io.servicesemantics.routing.VerdictKind;
import java.util.EnumMap;
import java.util.Map;

/** The verdicts that a reason settles by itself. */
final class PlainVerdicts {

  private static final Verdict PASS_THROUGH = new Verdict.PassThrough();
  private static final Map<RoutingReason, Verdict> BY_REASON = byReason();

  private PlainVerdicts() {}

  // Whoever forwards brings endpoints of his own; reasons that add to others settle nothing.
  private static Map<RoutingReason, Verdict> byReason() {
    ImmutableMap<VerdictKind, Verdict> byKind =
        ImmutableMap.of(
            VerdictKind.REJECT, new Verdict.Reject(),
            VerdictKind.DROP, new Verdict.Drop(),
            VerdictKind.PASS_THROUGH, PASS_THROUGH);
    Map<RoutingReason, Verdict> byReason = new EnumMap<>(RoutingReason.class);
    for (RoutingReason reason : RoutingReason.values()) {
      reason
          .settles()
          .filter(byKind::containsKey)
          .ifPresent(kind -> byReason.put(reason, byKind.getOrDefault(kind, PASS_THROUGH)));
    }
    return Maps.immutableEnumMap(byReason);
  }

  static Verdict of(RoutingReason reason) {
    return BY_REASON.getOrDefault(reason, PASS_THROUGH);
  }
}
