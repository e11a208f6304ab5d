package io.servicesemantics.traffic;

import io.servicesemantics.routing.Forward;
import io.servicesemantics.routing.ServiceEndpoint;
import io.servicesemantics.routing.Verdict;

/** What becomes of the connections that enter at a node, as their client sees it. */
public enum EntryFate {
  /** An endpoint takes them that is there to stay. */
  SERVED("served", false),
  /** Only endpoints that are going away take them (routing 2.4.2, 2.4.5). */
  SERVED_WHILE_TERMINATING("served only by endpoints that are going away", false),
  /** Dropped: clients hear nothing and wait until they give up. */
  DROPPED("dropped without an answer", true),
  /** Refused: clients hear of it at once. */
  REFUSED("refused at once", true),
  /** Left as they came: no rule of the Service meets them, and the node has no use for them. */
  NOT_CAUGHT("not caught by the Service's rules", true),
  /** Sent nowhere: the Service has no such way in, here or anywhere. */
  NO_WAY_IN("without a way in", true),
  /** Sent nowhere: the load balancer has no target for them. */
  NO_TARGET("without a healthy target", true);

  private final String words;
  private final boolean lost;

  EntryFate(String words, boolean lost) {
    this.words = words;
    this.lost = lost;
  }

  /** {@return its name in words, to be put behind a number of connections} */
  public String words() {
    return words;
  }

  /** {@return whether no endpoint ever hears of them} */
  public boolean isLost() {
    return lost;
  }

  /**
   * Returns what a verdict comes to.
   *
   * @param verdict what becomes of a flow at a node
   * @return the same, as the client sees it
   */
  public static EntryFate of(Verdict verdict) {
    return verdict.match(
        EntryFate::of, reject -> REFUSED, drop -> DROPPED, passThrough -> NOT_CAUGHT);
  }

  private static EntryFate of(Forward forward) {
    for (ServiceEndpoint endpoint : forward.endpoints()) {
      if (endpoint.isReady()) {
        return SERVED;
      }
    }
    return SERVED_WHILE_TERMINATING;
  }
}
