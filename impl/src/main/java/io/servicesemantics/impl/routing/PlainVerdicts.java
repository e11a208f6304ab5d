package io.servicesemantics.impl.routing;

import io.servicesemantics.routing.RoutingReason;
import io.servicesemantics.routing.Verdict;
import io.servicesemantics.routing.VerdictKind;

/** The verdicts that a reason settles by itself. */
final class PlainVerdicts {

  private static final Verdict[] BY_REASON = new Verdict[RoutingReason.values().length];

  static {
    for (RoutingReason reason : RoutingReason.values()) {
      VerdictKind kind = reason.settles().orElse(VerdictKind.FORWARD);
      BY_REASON[reason.ordinal()] =
          switch (kind) {
            case REJECT -> new Verdict.Reject();
            case DROP -> new Verdict.Drop();
            // whoever forwards brings his own endpoints
            case PASS_THROUGH, FORWARD -> new Verdict.PassThrough();
          };
    }
  }

  private PlainVerdicts() {}

  static Verdict of(RoutingReason reason) {
    return BY_REASON[reason.ordinal()];
  }
}
