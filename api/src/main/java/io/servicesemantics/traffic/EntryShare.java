package io.servicesemantics.traffic;

import static com.google.common.base.Preconditions.checkNotNull;

import io.servicesemantics.routing.Flow;
import io.servicesemantics.routing.Fraction;
import java.util.Optional;

/**
 * The part of a load that enters the cluster at one node, and what becomes of it there.
 *
 * @param node the node; empty where the connections reach none, or one that nobody names
 * @param zone the zone of the entry; empty where nobody says it
 * @param weight which part of the load it is
 * @param flow an example of the connections, as the node sees them; empty where none arrives, and
 *     where Pods are reached past the node
 * @param outcome what becomes of them
 */
public record EntryShare(
    String node, String zone, Fraction weight, Optional<Flow> flow, EntryOutcome outcome) {

  /** Checks that no part is missing. */
  public EntryShare {
    checkNotNull(node, "Node of an entry is null; expected its name, or empty text");
    checkNotNull(zone, "Zone of an entry is null; expected its name, or empty text");
    checkNotNull(weight, "Weight of an entry is null; expected a fraction");
    checkNotNull(flow, "Flow of an entry is null; expected one, or empty");
    checkNotNull(outcome, "Outcome of an entry is null; expected one");
  }

  /** {@return what each endpoint gets of the load through this entry; 0 where it is lost} */
  public Fraction shareOfEach() {
    int takers = outcome.endpoints().size();
    return takers == 0 ? Fraction.ZERO : weight.times(Fraction.of(1, takers));
  }
}
