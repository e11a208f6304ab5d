package io.servicesemantics.impl.routing;

import io.servicesemantics.routing.EndpointSet;
import io.servicesemantics.routing.PortEndpoints;
import io.servicesemantics.routing.SelectionReason;
import io.servicesemantics.routing.TopologyMode;

/**
 * Which hints count on a node, and the ready endpoints they leave (routing 2.5).
 *
 * @param mode the mode
 * @param reason the rule that settled it
 * @param nodeHints what became of node hints, which are asked first
 * @param near the ready endpoints that are near enough
 */
record Topology(
    TopologyMode mode, SelectionReason reason, SelectionReason nodeHints, EndpointSet near) {

  static Topology of(PortEndpoints endpoints, NodePlace node, HintRules hints) {
    if (endpoints.ready().isEmpty()) {
      SelectionReason reason = SelectionReason.NO_READY_ENDPOINT;
      return new Topology(TopologyMode.NONE, reason, reason, endpoints.ready());
    }
    SelectionReason nodeHints = SelectionReason.NO_HINTS;
    if (!hints.byNode()) {
      if (endpoints.isAnyReadyNodeHinted()) {
        nodeHints = SelectionReason.NODE_HINTS_NOT_OBEYED;
      }
    } else if (!endpoints.isEachReadyNodeHinted()) {
      if (endpoints.isAnyReadyNodeHinted()) {
        nodeHints = SelectionReason.NODE_HINTS_INCOMPLETE;
      }
    } else {
      EndpointSet here = endpoints.readyHintedForNode(node.name());
      if (!here.isEmpty()) {
        nodeHints = SelectionReason.NODE_HINTS_USED;
        return new Topology(TopologyMode.PREFER_SAME_NODE, nodeHints, nodeHints, here);
      }
      nodeHints = SelectionReason.NODE_HINTS_FOR_OTHERS;
    }
    return byZone(endpoints, node, hints, nodeHints);
  }

  private static Topology byZone(
      PortEndpoints endpoints, NodePlace node, HintRules hints, SelectionReason nodeHints) {
    SelectionReason reason;
    if (!endpoints.isAnyReadyZoneHinted()) {
      // Without any zone hint it was the node hints, if there are some, that did not do.
      reason = nodeHints;
    } else if (!hints.byZone()) {
      reason = SelectionReason.ZONE_HINTS_NOT_ASKED_FOR;
    } else if (!hints.namelessZone() && node.zone().isEmpty()) {
      reason = SelectionReason.NODE_IN_NO_ZONE;
    } else if (endpoints.isEachReadyZoneHinted()) {
      EndpointSet near = endpoints.readyHintedForZone(node.zone());
      if (!near.isEmpty()) {
        reason = SelectionReason.ZONE_HINTS_USED;
        return new Topology(TopologyMode.PREFER_SAME_ZONE, reason, nodeHints, near);
      }
      reason = SelectionReason.ZONE_HINTS_FOR_OTHERS;
    } else {
      reason = SelectionReason.ZONE_HINTS_INCOMPLETE;
    }
    return new Topology(TopologyMode.NONE, reason, nodeHints, endpoints.ready());
  }
}
