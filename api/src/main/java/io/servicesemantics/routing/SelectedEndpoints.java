package io.servicesemantics.routing;

import static com.google.common.base.Preconditions.checkNotNull;

import java.util.Optional;

/**
 * The endpoints a node may send the traffic of a Service port to.
 *
 * <p>Upstream's {@code null} and empty lists are both empty sets here; whether a list is made at
 * all is told by {@link #usesCluster} and {@link #usesLocal}.
 *
 * <p>Source: {@code pkg/proxy/topology.go}, CategorizeEndpoints (routing 2.4).
 *
 * @param notServed why kube-proxy makes no port of this Service in this family; empty when it does
 * @param policy what the Service's policies come to
 * @param topologyMode which hints narrowed the cluster's list down
 * @param cluster where traffic may go that may leave the node
 * @param local where traffic may go that must stay on the node
 * @param hasAny whether anything in the cluster is usable: with it, traffic without an endpoint is
 *     dropped, and without it rejected (routing 2.4.9)
 */
public record SelectedEndpoints(
    Optional<SelectionReason> notServed,
    PortPolicy policy,
    TopologyMode topologyMode,
    EndpointSet cluster,
    EndpointSet local,
    boolean hasAny) {

  /** Checks that no part is null. */
  public SelectedEndpoints {
    checkNotNull(notServed, "Reason for no port is null; expected one, or empty");
    checkNotNull(policy, "Policy is null; expected what the Service's policies come to");
    checkNotNull(topologyMode, "Topology mode is null; expected one, NONE without hints");
    checkNotNull(cluster, "Endpoints of the cluster are null; expected a set");
    checkNotNull(local, "Endpoints of the node are null; expected a set");
  }

  /** {@return whether kube-proxy makes a port of this Service in this family (routing 2.1)} */
  public boolean isServed() {
    return notServed.isEmpty();
  }

  /** {@return whether the cluster's list is made (routing 2.2.10)} */
  public boolean usesCluster() {
    return isServed() && policy.usesClusterEndpoints();
  }

  /** {@return whether the node's own list is made (routing 2.2.10)} */
  public boolean usesLocal() {
    return isServed() && policy.usesLocalEndpoints();
  }

  /** {@return the endpoints in either list (routing 2.4.7)} */
  public EndpointSet allReachable() {
    return cluster.union(local);
  }
}
