package io.servicesemantics.simulation;

import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.ClusterSnapshot;

/**
 * A snapshot whose Pods are up, and what a reader should know about how they came up.
 *
 * @param snapshot the snapshot with all its Pods
 * @param notes what was assumed, and what did not come up as asked
 */
public record Expansion(ClusterSnapshot snapshot, ImmutableList<ExpansionNote> notes) {

  /** Checks that neither part is null. */
  public Expansion {
    checkNotNull(snapshot, "Snapshot is null; expected the expanded one");
    checkNotNull(notes, "Notes are null; expected a list, empty where there are none");
  }
}
