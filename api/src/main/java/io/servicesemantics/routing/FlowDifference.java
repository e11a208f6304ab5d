package io.servicesemantics.routing;

import static com.google.common.base.Preconditions.checkNotNull;

import io.servicesemantics.explain.Explained;

/**
 * A flow that two routing tables do not treat alike, with what each makes of it and why.
 *
 * <p>The flow stands for its class: every flow of such a sender to that address and port.
 *
 * @param flow an example of the class
 * @param sender who sends, in words
 * @param before what the one table makes of it
 * @param after what the other makes of it
 */
public record FlowDifference(
    Flow flow, String sender, Explained<Verdict> before, Explained<Verdict> after) {

  /** Checks that no part is null. */
  public FlowDifference {
    checkNotNull(flow, "Flow of a difference is null; expected one");
    checkNotNull(sender, "Sender of a difference is null; expected who it is");
    checkNotNull(before, "Verdict before is null; expected one");
    checkNotNull(after, "Verdict after is null; expected one");
  }
}
