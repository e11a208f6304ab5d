package io.servicesemantics.routing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
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

  /**
   * Returns the routing tables of several nodes, which share what was read of slices.
   *
   * @param nodes the nodes
   * @param world the cluster
   * @return what {@link #tableFor} gives for each, by the node's name, in the order given; of
   *     several nodes of one name the last counts
   */
  ImmutableMap<String, RoutingTable> tablesFor(Iterable<Node> nodes, ClusterSnapshot world);

  /**
   * Returns what would change with the proxy mode: every class of flows to the Services of a
   * cluster that the modes do not treat alike on a node, all other settings being the same.
   *
   * <p>Asked are every front end, node ports at every address of the node, a port that an address
   * does not have, and a free address of each Service network; senders are a local Pod, the node
   * itself, somebody outside, somebody in a source range, and an endpoint of the Service. Source
   * ports, ICMP and established connections are left out.
   *
   * @param node the node
   * @param world the cluster
   * @return the differences, by destination; senders treated alike are one class
   */
  ImmutableList<ModeDifference> modeDifferences(Node node, ClusterSnapshot world);
}
