package io.servicesemantics.impl.traffic;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.routing.EndpointSet;
import io.servicesemantics.routing.Forward;
import io.servicesemantics.routing.ServiceEndpoint;
import io.servicesemantics.routing.Verdict;
import io.servicesemantics.traffic.EntryFate;
import io.servicesemantics.traffic.EntryOutcome;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * What verdicts of many nodes come to, each outcome made once: every table reads the endpoints anew
 * and would keep them all.
 */
final class Outcomes {

  /** The same endpoints in every table, for all read the same slices into the same order. */
  private record Key(BitSet endpoints, boolean isClientHidden) {}

  private final Map<Key, EntryOutcome> made = new HashMap<>();
  private final Map<BitSet, ImmutableList<ServiceEndpoint>> lists = new HashMap<>();

  /**
   * Tells what a verdict comes to.
   *
   * @param verdict what a node does with the flow
   * @param isHiddenBefore whether the client was hidden before the flow came to the node
   */
  EntryOutcome of(Verdict verdict, boolean isHiddenBefore) {
    if (!(verdict instanceof Forward forward)) {
      return EntryOutcome.lost(EntryFate.of(verdict));
    }
    EndpointSet set = forward.endpoints();
    BitSet places = new BitSet();
    for (int i = set.nextIndex(0); i >= 0; i = set.nextIndex(i + 1)) {
      places.set(i);
    }
    Key key = new Key(places, isHiddenBefore || forward.masquerade());
    EntryOutcome outcome = made.get(key);
    if (outcome == null) {
      ImmutableList<ServiceEndpoint> takers = lists.computeIfAbsent(places, unused -> set.toList());
      outcome = new EntryOutcome(EntryFate.of(verdict), takers, key.isClientHidden());
      made.put(key, outcome);
    }
    return outcome;
  }
}
