package io.servicesemantics.impl.routing;

import io.servicesemantics.routing.EndpointSet;
import io.servicesemantics.routing.PortPolicy;
import io.servicesemantics.routing.SelectionReason;
import io.servicesemantics.routing.TopologyMode;

/**
 * What was decided for one service port on one node: sets and codes only, nothing rendered.
 *
 * @param served {@link SelectionReason#SERVICE_HAS_CLUSTER_IP}, or why there is no port
 * @param outcome what is left of it all
 * @param modeReason why that topology mode
 * @param nodeHints what became of node hints on the way to that mode
 */
record Selection(
    SelectionReason served,
    PortPolicy policy,
    SelectionReason outcome,
    TopologyMode mode,
    SelectionReason modeReason,
    SelectionReason nodeHints,
    EndpointSet cluster,
    SelectionReason clusterReason,
    EndpointSet local,
    SelectionReason localReason,
    boolean hasAny) {

  boolean isServed() {
    return served == SelectionReason.SERVICE_HAS_CLUSTER_IP;
  }
}
