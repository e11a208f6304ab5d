package io.servicesemantics.traffic;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.routing.ServiceEndpoint;
import java.io.Serializable;

/**
 * What becomes of the connections that enter at one node.
 *
 * @param fate what becomes of them
 * @param endpoints who takes them, all alike; empty exactly where they are lost
 * @param isClientHidden whether the endpoints see another sender than the client
 */
public record EntryOutcome(
    EntryFate fate, ImmutableList<ServiceEndpoint> endpoints, boolean isClientHidden)
    implements Serializable {

  /** Checks that there are endpoints exactly where there should be. */
  public EntryOutcome {
    checkArgument(
        fate.isLost() == endpoints.isEmpty(),
        "Endpoints of connections %s: \"%s\"; expected %s",
        fate.words(),
        endpoints,
        fate.isLost() ? "none" : "one or more");
  }

  /**
   * Returns the outcome of connections that nobody takes.
   *
   * @param fate what becomes of them
   * @return the outcome
   */
  public static EntryOutcome lost(EntryFate fate) {
    return new EntryOutcome(fate, ImmutableList.of(), false);
  }
}
