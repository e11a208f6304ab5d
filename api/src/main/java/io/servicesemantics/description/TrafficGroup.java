package io.servicesemantics.description;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;

/**
 * Nodes that treat the traffic to one destination alike: each in the same way, though perhaps with
 * endpoints of its own.
 *
 * @param nodes the names of the nodes
 * @param cells what the first of them makes of traffic from each sender; a sender that cannot be is
 *     left out
 */
public record TrafficGroup(
    ImmutableList<String> nodes, ImmutableMap<TrafficSender, TrafficCell> cells) {

  /** Checks that there is a node. */
  public TrafficGroup {
    checkNotNull(cells, "Cells are null; expected one for each sender");
    checkArgument(!nodes.isEmpty(), "Nodes: \"%s\"; expected one or more", nodes);
  }
}
