package io.servicesemantics.traffic;

import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.collect.ImmutableList;

/**
 * A node as a load balancer is to have it, or not.
 *
 * @param name the name of the node
 * @param reason why it is a target: {@link TargetReason#NODE_IS_TARGET}, or why not
 * @param besides what one might think matters and does not
 * @param probes what health checks of it come to
 */
public record TargetNode(
    String name,
    TargetReason reason,
    ImmutableList<TargetReason> besides,
    ImmutableList<TargetProbe> probes) {

  /** Checks that no part is missing. */
  public TargetNode {
    checkNotNull(name, "Name of a node is null; expected text");
    checkNotNull(reason, "Reason of a node is null; expected one");
    checkNotNull(besides, "Further reasons of a node are null; expected a list");
    checkNotNull(probes, "Probes of a node are null; expected a list");
  }

  /** {@return whether the load balancer is given the node} */
  public boolean isTarget() {
    return reason == TargetReason.NODE_IS_TARGET;
  }

  /** {@return whether new connections come to the node: a target that passes some health check} */
  public boolean isReceiving() {
    return isTarget() && probes.stream().anyMatch(TargetProbe::isPassing);
  }
}
