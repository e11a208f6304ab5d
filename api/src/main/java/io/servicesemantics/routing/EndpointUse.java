package io.servicesemantics.routing;

import java.util.Optional;

/**
 * What becomes of one endpoint on a node, and by which rule.
 *
 * @param endpoint the endpoint
 * @param cluster why it is in the cluster's list, or is not; empty where that list is not made
 * @param local why it is in the node's own list, or is not; empty where that list is not made
 */
public record EndpointUse(
    ServiceEndpoint endpoint, Optional<SelectionReason> cluster, Optional<SelectionReason> local) {

  /** {@return whether traffic that may leave the node may go to it} */
  public boolean isInCluster() {
    return cluster.filter(SelectionReason::isAdmitting).isPresent();
  }

  /** {@return whether traffic that must stay on the node may go to it} */
  public boolean isInLocal() {
    return local.filter(SelectionReason::isAdmitting).isPresent();
  }

  /** {@return whether any traffic may go to it} */
  public boolean isUsed() {
    return isInCluster() || isInLocal();
  }
}
