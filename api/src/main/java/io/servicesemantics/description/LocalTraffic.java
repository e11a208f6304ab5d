package io.servicesemantics.description;

import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.collect.ImmutableList;

/**
 * Traffic that must stay on the node it arrives at, and where it finds an endpoint.
 *
 * @param internal whether it is traffic to the cluster address: {@code internalTrafficPolicy:
 *     Local}
 * @param external whether it is traffic from outside: {@code externalTrafficPolicy: Local}
 * @param nodesWith the names of the nodes, of those looked at, where it finds one
 * @param nodesWithout the names of the nodes where it is dropped, or rejected if there is none at
 *     all
 */
public record LocalTraffic(
    boolean internal,
    boolean external,
    ImmutableList<String> nodesWith,
    ImmutableList<String> nodesWithout) {

  /** Checks that no part is null. */
  public LocalTraffic {
    checkNotNull(nodesWith, "Names of nodes are null; expected a list");
    checkNotNull(nodesWithout, "Names of nodes are null; expected a list");
  }
}
