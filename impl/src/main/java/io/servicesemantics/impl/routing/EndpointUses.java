package io.servicesemantics.impl.routing;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.routing.EndpointUse;
import io.servicesemantics.routing.PortEndpoints;
import io.servicesemantics.routing.SelectionReason;
import io.servicesemantics.routing.ServiceEndpoint;
import java.util.Optional;

/** Tells of each endpoint what a decision made of it; decides nothing. */
final class EndpointUses {

  private EndpointUses() {}

  static ImmutableList<EndpointUse> of(Selection decided, NodePlace node, PortEndpoints endpoints) {
    if (!decided.isServed()) {
      return ImmutableList.of();
    }
    ImmutableList.Builder<EndpointUse> uses =
        ImmutableList.builderWithExpectedSize(endpoints.size());
    for (int i = 0; i < endpoints.size(); i++) {
      ServiceEndpoint endpoint = endpoints.endpoints().get(i);
      uses.add(
          new EndpointUse(
              endpoint,
              decided.policy().usesClusterEndpoints()
                  ? Optional.of(inCluster(decided, i, endpoint))
                  : Optional.empty(),
              decided.policy().usesLocalEndpoints()
                  ? Optional.of(inLocal(decided, i, endpoint, node))
                  : Optional.empty()));
    }
    return uses.build();
  }

  private static SelectionReason inCluster(Selection decided, int index, ServiceEndpoint endpoint) {
    if (decided.cluster().contains(index)) {
      if (decided.clusterReason() == SelectionReason.CLUSTER_LIST_OF_TERMINATING) {
        return SelectionReason.SERVING_AS_LAST_RESORT;
      }
      return switch (decided.mode()) {
        case NONE -> SelectionReason.READY;
        case PREFER_SAME_ZONE -> SelectionReason.HINTED_FOR_THIS_ZONE;
        case PREFER_SAME_NODE -> SelectionReason.HINTED_FOR_THIS_NODE;
      };
    }
    if (endpoint.isReady()) {
      return switch (decided.mode()) {
        case PREFER_SAME_NODE -> SelectionReason.HINTED_FOR_OTHER_NODES;
        case PREFER_SAME_ZONE, NONE -> SelectionReason.HINTED_FOR_OTHER_ZONES;
      };
    }
    return endpoint.isServingWhileTerminating()
        ? SelectionReason.TERMINATING_WHILE_OTHERS_READY
        : unusable(endpoint);
  }

  private static SelectionReason inLocal(
      Selection decided, int index, ServiceEndpoint endpoint, NodePlace node) {
    if (decided.local().contains(index)) {
      return decided.localReason() == SelectionReason.LOCAL_LIST_OF_TERMINATING
          ? SelectionReason.SERVING_HERE_AS_LAST_RESORT
          : SelectionReason.READY_HERE;
    }
    if (!endpoint.isOn(node.name())) {
      return endpoint.said().nodeName().isPresent()
          ? SelectionReason.ON_ANOTHER_NODE
          : SelectionReason.ON_NO_NODE;
    }
    return endpoint.isServingWhileTerminating()
        ? SelectionReason.TERMINATING_WHILE_OTHERS_HERE_READY
        : unusable(endpoint);
  }

  private static SelectionReason unusable(ServiceEndpoint endpoint) {
    return endpoint.said().conditions().isTerminating()
        ? SelectionReason.NO_LONGER_SERVING
        : SelectionReason.NOT_READY;
  }
}
