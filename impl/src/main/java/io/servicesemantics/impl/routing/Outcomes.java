package io.servicesemantics.impl.routing;

import io.servicesemantics.routing.RoutingReason;
import io.servicesemantics.routing.Verdict;
import org.jspecify.annotations.Nullable;

/** The verdicts of one kind of front end while they are being decided. */
final class Outcomes {

  private final Verdict[] verdicts = new Verdict[Sender.COUNT];
  private final RoutingReason[] reasons = new RoutingReason[Sender.COUNT];
  private @Nullable RoutingReason notAdmitted;
  private @Nullable RoutingReason ofNodeItself;

  void put(Sender sender, RoutingReason reason, Verdict verdict) {
    verdicts[sender.place] = verdict;
    reasons[sender.place] = reason;
  }

  void turnAway(RoutingReason reason) {
    notAdmitted = reason;
  }

  void treatNodeItself(RoutingReason reason) {
    ofNodeItself = reason;
  }

  Verdict verdict(Sender sender) {
    return verdicts[sender.place];
  }

  RoutingReason reason(Sender sender) {
    return reasons[sender.place];
  }

  @Nullable RoutingReason notAdmitted() {
    return notAdmitted;
  }

  @Nullable RoutingReason ofNodeItself() {
    return ofNodeItself;
  }
}
