package io.servicesemantics.traffic;

import static com.google.common.base.Preconditions.checkNotNull;

import java.io.Serializable;

/**
 * What becomes of a tracked flow.
 *
 * @param flow the flow
 * @param reason why it is removed, or stays
 * @param port the Service port it goes to, such as {@code shop/dns:udp}; empty where it goes to
 *     none, or where that is not asked
 */
public record FlowFate(TrackedFlow flow, CleanupReason reason, String port)
    implements Serializable {

  /** Checks that no part is missing. */
  public FlowFate {
    checkNotNull(flow, "Flow is null; expected one");
    checkNotNull(reason, "Reason of a flow's fate is null; expected one");
    checkNotNull(port, "Service port of a flow is null; expected text, empty where there is none");
  }

  /** {@return whether it is removed} */
  public boolean isRemoved() {
    return reason.isRemoving();
  }

  /** {@return the flow, its fate and why, in a line} */
  @Override
  public String toString() {
    String whose = port.isEmpty() ? "" : " (" + port + ")";
    return flow + whose + (isRemoved() ? " removed: " : " stays: ") + reason.sentence();
  }
}
