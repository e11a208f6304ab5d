package io.servicesemantics.impl.routing;

import io.servicesemantics.routing.EndpointSet;
import io.servicesemantics.routing.PortEndpoints;
import io.servicesemantics.routing.PortPolicy;
import io.servicesemantics.routing.SelectionReason;
import io.servicesemantics.routing.TopologyMode;

/** Decides which endpoints a node may use; the only code that does (routing 2.4). */
final class Selector {

  private Selector() {}

  /** The decision for a Service that has a port, or has none. */
  static Selection decide(
      SelectionReason served,
      PortPolicy policy,
      NodePlace node,
      PortEndpoints endpoints,
      HintRules hints) {
    return served == SelectionReason.SERVICE_HAS_CLUSTER_IP
        ? decide(policy, node, endpoints, hints)
        : notServed(served, policy, endpoints.none());
  }

  /** The decision for a port, from its endpoints as the node sees them. */
  static Selection decide(
      PortPolicy policy, NodePlace node, PortEndpoints endpoints, HintRules hints) {
    EndpointSet none = endpoints.none();
    TopologyMode mode = TopologyMode.NONE;
    SelectionReason modeReason = SelectionReason.CLUSTER_LIST_UNUSED;
    SelectionReason nodeHints = SelectionReason.CLUSTER_LIST_UNUSED;
    SelectionReason clusterReason = SelectionReason.CLUSTER_LIST_UNUSED;
    EndpointSet cluster = none;
    if (policy.usesClusterEndpoints()) {
      Topology topology = Topology.of(endpoints, node, hints);
      mode = topology.mode();
      modeReason = topology.reason();
      nodeHints = topology.nodeHints();
      cluster = topology.near();
      clusterReason = SelectionReason.CLUSTER_LIST_OF_READY;
      if (cluster.isEmpty()) {
        cluster = endpoints.servingWhileTerminating();
        clusterReason =
            cluster.isEmpty()
                ? SelectionReason.CLUSTER_LIST_EMPTY
                : SelectionReason.CLUSTER_LIST_OF_TERMINATING;
      }
    }
    EndpointSet local = none;
    SelectionReason localReason = SelectionReason.LOCAL_LIST_UNUSED;
    if (policy.usesLocalEndpoints()) {
      EndpointSet here = endpoints.onNode(node.name());
      local = here.intersection(endpoints.ready());
      localReason = SelectionReason.LOCAL_LIST_OF_READY;
      if (local.isEmpty()) {
        local = here.intersection(endpoints.servingWhileTerminating());
        localReason =
            local.isEmpty()
                ? SelectionReason.LOCAL_LIST_EMPTY
                : SelectionReason.LOCAL_LIST_OF_TERMINATING;
      }
    }
    boolean hasAny = !endpoints.ready().isEmpty() || !endpoints.servingWhileTerminating().isEmpty();
    SelectionReason outcome = outcome(cluster, local, hasAny);
    return new Selection(
        SelectionReason.SERVICE_HAS_CLUSTER_IP,
        policy,
        outcome,
        mode,
        modeReason,
        nodeHints,
        cluster,
        clusterReason,
        local,
        localReason,
        hasAny);
  }

  private static SelectionReason outcome(EndpointSet cluster, EndpointSet local, boolean hasAny) {
    if (!hasAny) {
      return SelectionReason.NO_USABLE_ENDPOINTS;
    }
    return cluster.isEmpty() && local.isEmpty()
        ? SelectionReason.ENDPOINTS_ELSEWHERE_ONLY
        : SelectionReason.ENDPOINTS_SELECTED;
  }

  private static Selection notServed(SelectionReason why, PortPolicy policy, EndpointSet none) {
    return new Selection(
        why, policy, why, TopologyMode.NONE, why, why, none, why, none, why, false);
  }
}
