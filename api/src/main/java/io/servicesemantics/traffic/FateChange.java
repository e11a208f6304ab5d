package io.servicesemantics.traffic;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.explain.Because;
import io.servicesemantics.routing.FrontEndKind;

/**
 * A class of connections that fares otherwise than before an outage at some nodes.
 *
 * @param phase when
 * @param to what is asked: a cluster IP by Pods, anything else by clients outside
 * @param before what became of the connections before the outage
 * @param after what becomes of them in this phase
 * @param nodes the nodes at which they enter, in order
 * @param because why at the first of these nodes
 */
public record FateChange(
    OutagePhase phase,
    FrontEndKind to,
    EntryFate before,
    EntryFate after,
    ImmutableList<String> nodes,
    Because because) {

  /** Checks that something has changed somewhere. */
  public FateChange {
    checkArgument(
        before != after,
        "Fate of connections after \"%s\": \"%s\"; expected another",
        before,
        after);
    checkArgument(!nodes.isEmpty(), "Nodes of a change: \"[]\"; expected one or more");
  }

  /** {@return whether connections are lost that were not before} */
  public boolean isLoss() {
    return after.isLost() && !before.isLost();
  }

  /** {@return such as {@code Pods at the cluster IP: served before, dropped … at node-c}} */
  @Override
  public String toString() {
    return (to.isInternal() ? "Pods" : "clients outside")
        + " at the "
        + to.words()
        + ": "
        + after.words()
        + " at "
        + SplitText.few(nodes, name -> name)
        + ", "
        + before.words()
        + " before";
  }
}
