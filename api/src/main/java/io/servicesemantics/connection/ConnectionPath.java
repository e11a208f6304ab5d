package io.servicesemantics.connection;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.routing.Forward;
import io.servicesemantics.routing.Verdict;

/**
 * The way of a call, step by step, the same from each of some places.
 *
 * @param entries where it may begin: names of nodes, with the address called where there are
 *     several; empty where no node sees it
 * @param hops the steps; those of the first entry where only addresses differ
 */
public record ConnectionPath(ImmutableList<String> entries, ImmutableList<Hop> hops) {

  /** Checks that it leads somewhere. */
  public ConnectionPath {
    checkNotNull(entries, "Entries are null; expected a list");
    checkArgument(
        !hops.isEmpty() && isEnd(hops.get(hops.size() - 1)),
        "Steps of a call: \"%s\"; expected some, the last of which ends it",
        hops);
    for (int i = 1; i < hops.size(); i++) {
      checkArgument(
          !isForwarded(hops.get(i - 1)) || hops.get(i) instanceof Hop.Delivery,
          "Step behind a verdict that sends on: \"%s\"; expected an arrival",
          hops.get(i));
    }
  }

  private static boolean isForwarded(Hop hop) {
    return hop instanceof Hop.Decision decision && decision.decided().value() instanceof Forward;
  }

  private static boolean isEnd(Hop hop) {
    return hop.match(
        decision ->
            decision.decided().value() instanceof Verdict.Reject
                || decision.decided().value() instanceof Verdict.Drop,
        onward -> false,
        delivery -> true,
        ending -> true);
  }

  /** {@return what the caller experiences} */
  public ConnectionOutcome outcome() {
    return hops.get(hops.size() - 1)
        .match(
            decision ->
                decision.decided().value() instanceof Verdict.Reject
                    ? ConnectionOutcome.REFUSED
                    : ConnectionOutcome.NO_ANSWER,
            onward -> ConnectionOutcome.DEPENDS,
            delivery ->
                delivery.arrivals().stream()
                    .map(Arrival::outcome)
                    .reduce(ConnectionOutcome::and)
                    .orElse(ConnectionOutcome.DEPENDS),
            ending ->
                Outcomes.settledBy(ImmutableList.of(ending.because()))
                    .orElse(ConnectionOutcome.DEPENDS));
  }
}
