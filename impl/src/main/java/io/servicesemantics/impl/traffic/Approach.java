package io.servicesemantics.impl.traffic;

import io.servicesemantics.routing.Flow;
import io.servicesemantics.traffic.ShareReason;
import org.jspecify.annotations.Nullable;

/**
 * How clients come to a Service at a node: by a flow, or not at all.
 *
 * @param flow what the node sees; null where there is nothing to ask
 * @param obstacle why there is nothing to ask; null where there is a flow
 */
record Approach(@Nullable Flow flow, @Nullable ShareReason obstacle) {

  static Approach by(Flow flow) {
    return new Approach(flow, null);
  }

  static Approach blocked(ShareReason obstacle) {
    return new Approach(null, obstacle);
  }
}
