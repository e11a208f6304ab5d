package io.servicesemantics.description;

import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.collect.ImmutableList;

/**
 * What becomes of the traffic to one destination.
 *
 * @param destination the destination
 * @param groups what the nodes make of it, those that treat it alike together; nodes that have no
 *     such address are in none
 */
public record TrafficRow(TrafficDestination destination, ImmutableList<TrafficGroup> groups) {

  /** Checks that no part is null. */
  public TrafficRow {
    checkNotNull(destination, "Destination is null; expected one");
    checkNotNull(groups, "Groups of nodes are null; expected a list");
  }
}
