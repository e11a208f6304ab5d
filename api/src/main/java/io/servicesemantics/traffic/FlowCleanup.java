package io.servicesemantics.traffic;

import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import java.io.Serializable;

/**
 * What a node's clean-up of tracked flows comes to.
 *
 * @param fates one entry a flow, in the order given
 */
public record FlowCleanup(ImmutableList<FlowFate> fates) implements Serializable {

  private static final Joiner LINES = Joiner.on('\n');

  /** Checks that no part is missing. */
  public FlowCleanup {
    checkNotNull(fates, "Fates of flows are null; expected a list");
  }

  /** {@return the flows that are removed} */
  public ImmutableList<TrackedFlow> removed() {
    return flows(true);
  }

  /** {@return the flows that stay as they are} */
  public ImmutableList<TrackedFlow> kept() {
    return flows(false);
  }

  private ImmutableList<TrackedFlow> flows(boolean removed) {
    ImmutableList.Builder<TrackedFlow> flows = ImmutableList.builder();
    for (FlowFate fate : fates) {
      if (fate.isRemoved() == removed) {
        flows.add(fate.flow());
      }
    }
    return flows.build();
  }

  /** {@return a line for each flow} */
  @Override
  public String toString() {
    return LINES.join(fates);
  }
}
