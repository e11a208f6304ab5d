package io.servicesemantics.traffic;

import io.servicesemantics.cluster.ClusterSnapshot;
import java.time.Instant;
import java.util.Set;

/**
 * Tells what becomes of a cluster's Services when nodes go.
 *
 * <pre>{@code
 * System.out.println(outages.drain(Set.of("node-a"), world, Instant.parse("2026-01-01T00:00:00Z")));
 * System.out.println(outages.loseZone("zone-1", world, instant).losingAll());
 * }</pre>
 *
 * <p>The Pods must be part of the snapshot: slices that the slice controller looks after are
 * planned anew from them at every stage, also at the one before. Slices of others stay as they are.
 * Pods that would come up elsewhere are not counted.
 *
 * <p>Asked are Pods at the cluster IP and clients outside at every other kind of address, on every
 * node that is still there. Unknown names are refused with an IllegalArgumentException.
 */
public interface Outages {

  /**
   * Drains nodes as {@code kubectl drain --ignore-daemonsets --force} does: first they are cordoned
   * and their Pods terminate, then those Pods are gone. Pods of DaemonSets and those that a node
   * keeps by itself stay.
   *
   * @param nodes the nodes' names
   * @param world the cluster
   * @param at when it begins
   * @return before, while the Pods terminate, and once they are gone
   */
  OutageReport drain(Set<String> nodes, ClusterSnapshot world, Instant at);

  /**
   * Loses nodes at once: first the cluster notices that they do not answer, which makes their Pods
   * not ready, then nodes and Pods are gone. Until the cluster notices, connections still go to
   * endpoints on them, and hang.
   *
   * @param nodes the nodes' names
   * @param world the cluster
   * @param at when the cluster notices
   * @return before, while the nodes are not ready, and once they are gone
   */
  OutageReport lose(Set<String> nodes, ClusterSnapshot world, Instant at);

  /**
   * Loses every node of a zone, as {@link #lose} does.
   *
   * @param zone the zone's name
   * @param world the cluster
   * @param at when the cluster notices
   * @return before, while the nodes are not ready, and once they are gone
   */
  OutageReport loseZone(String zone, ClusterSnapshot world, Instant at);
}
