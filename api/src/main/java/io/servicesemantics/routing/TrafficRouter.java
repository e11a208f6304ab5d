package io.servicesemantics.routing;

import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.Node;

/** Resolves what kube-proxy does on a node; the door to routing. */
public interface TrafficRouter {

  /**
   * Returns the routing table of a node.
   *
   * <p>Of the node its name, labels, addresses and Pod networks count; all its addresses are taken
   * to be on its interfaces. Of the snapshot the Services, slices and ServiceCIDRs count; without
   * any ServiceCIDR the networks of the profile stand for the one that every API server makes.
   *
   * @param node the node; it need not be in the snapshot
   * @param world the cluster
   * @return the table
   */
  RoutingTable tableFor(Node node, ClusterSnapshot world);
}
