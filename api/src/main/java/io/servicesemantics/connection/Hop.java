package io.servicesemantics.connection;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.explain.Because;
import io.servicesemantics.explain.Explained;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.routing.Flow;
import io.servicesemantics.routing.Verdict;
import java.util.Optional;
import java.util.function.Function;

/** One step of a call on its way. */
public sealed interface Hop {

  /**
   * A node decides.
   *
   * @param node its name
   * @param source the sender's address, as the node sees it
   * @param destination the address asked for
   * @param flow what the node was asked; empty for a ping, which has no ports
   * @param decided what becomes of it there, and why
   */
  record Decision(
      String node,
      IpAddress source,
      IpAddress destination,
      Optional<Flow> flow,
      Explained<Verdict> decided)
      implements Hop {
    /** Checks that no part is missing. */
    public Decision {
      checkNotNull(node, "Node that decides is null; expected its name");
      checkNotNull(source, "Source is null; expected an address");
      checkNotNull(destination, "Destination is null; expected an address");
      checkNotNull(flow, "Flow is null; expected one, or empty for a ping");
      checkNotNull(decided, "Decision is null; expected a verdict");
    }
  }

  /**
   * The call goes on.
   *
   * @param because where to, and why
   */
  record Onward(Because because) implements Hop {
    /** Checks that it is there. */
    public Onward {
      checkNotNull(because, "Account of a step is null; expected a reason");
    }
  }

  /**
   * The call arrives.
   *
   * @param arrivals where it may arrive, by share; the shares sum to exactly 1
   */
  record Delivery(ImmutableList<Arrival> arrivals) implements Hop {
    /** Checks that there is a backend. */
    public Delivery {
      checkArgument(!arrivals.isEmpty(), "Backends: \"[]\"; expected one or more");
    }
  }

  /**
   * The call ends, or leaves what can be known.
   *
   * @param because how, and why; its reason settles the outcome
   */
  record Ending(Because because) implements Hop {
    /** Checks that it settles what the caller experiences. */
    public Ending {
      checkArgument(
          Outcomes.settledBy(ImmutableList.of(because)).isPresent(),
          "Reason of an ending: \"%s\"; expected one that settles the outcome",
          because);
    }
  }

  /**
   * Handles every step; a new kind breaks the build of whoever calls this, as it should.
   *
   * @param <R> the kind of result
   * @param decision what to do about a node's decision
   * @param onward what to do about a step on
   * @param delivery what to do about an arrival
   * @param ending what to do about an end
   * @return what the function returned
   */
  default <R> R match(
      Function<Decision, R> decision,
      Function<Onward, R> onward,
      Function<Delivery, R> delivery,
      Function<Ending, R> ending) {
    if (this instanceof Decision hop) {
      return decision.apply(hop);
    }
    if (this instanceof Onward hop) {
      return onward.apply(hop);
    }
    if (this instanceof Delivery hop) {
      return delivery.apply(hop);
    }
    return ending.apply((Ending) this);
  }
}
