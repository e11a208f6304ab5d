package io.servicesemantics.simulation;

import io.servicesemantics.cluster.ClusterSnapshot;

/**
 * Brings up the Pods of a snapshot: those that workloads make, and those that have no status yet.
 *
 * <p>What is up already is left as it is: a Pod that has a phase or an address, and a workload that
 * has Pods in the snapshot.
 */
public interface WorkloadExpander {

  /** How many Pods one snapshot is expanded to at the most. */
  int MAX_PODS = 1_000_000;

  /**
   * Returns the snapshot as it stands once everything is up.
   *
   * <p>Workloads get their Pods by their controllers' conventions: names, labels, owner, and a
   * StatefulSet's host names and subdomain. Pods are spread evenly over the nodes that take them
   * and get the next address of each of the node's Pod ranges, in the order of the snapshot; they
   * are Running and Ready. A Pod that no node takes, or for which no address is left, stays Pending
   * and without address. A CronJob is expanded as during one of its runs.
   *
   * <p>Where the snapshot has no node, three are assumed, each in a zone of its own; a node that
   * says no Pod range gets one out of 10.244.0.0/14. Tolerations and affinity are not read: a node
   * with a taint against scheduling takes no Pods, of a DaemonSet either.
   *
   * @param snapshot the objects
   * @param seed what the random part of names is made from; the same seed gives the same names
   * @return the snapshot with all its Pods, and what did not come up as asked
   */
  Expansion expand(ClusterSnapshot snapshot, long seed);
}
