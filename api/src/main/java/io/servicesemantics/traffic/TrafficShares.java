package io.servicesemantics.traffic;

import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.explain.Explained;
import io.servicesemantics.routing.Verdict;

/**
 * Tells who gets how much of a load over the whole cluster, exactly.
 *
 * <pre>{@code
 * TrafficPort http = TrafficPort.of(web, "http");
 * ClientLoad balanced = ClientLoad.through(LoadBalancerModel.of(TargetKind.NODE_PORT));
 * System.out.println(shares.of(http, balanced, world));        // a table of Pods and their shares
 * System.out.println(shares.compare(http, balanced, world));   // and under each other policy
 * }</pre>
 *
 * <p>Every entry node is asked by its routing table; of the snapshot only the Service itself
 * counts, so that an address which another one claims too is taken as its own. Shares are of new
 * connections of clients not remembered (routing 3.7). kube-proxy is taken to keep up on every
 * node.
 *
 * <p>Wrong use is refused at once: a Service that is not in the snapshot, a port it does not have,
 * weights of nodes or zones there are none of. Source: routing part 3.
 */
public interface TrafficShares {

  /**
   * Returns which part of a load each endpoint gets, and what is lost.
   *
   * @param port the port
   * @param load who sends, and where it enters
   * @param world the cluster
   * @return the shares
   */
  TrafficSplit of(TrafficPort port, ClientLoad load, ClusterSnapshot world);

  /**
   * Tells what becomes of the load that enters at a node, and why.
   *
   * @param port the port
   * @param load who sends
   * @param world the cluster
   * @param node the name of the node; whether any of the load enters there does not matter
   * @return the verdict of the node's routing table; passed through where nothing of the kind asked
   *     is there
   */
  Explained<Verdict> explain(TrafficPort port, ClientLoad load, ClusterSnapshot world, String node);

  /**
   * Returns what the same load comes to under each other policy that means something for the
   * Service, one change at a time.
   *
   * <p>Where a policy settles hints, slices are planned anew as the slice controller would; hints
   * of slices that it does not look after stay, so there these variants are left out.
   *
   * @param port the port
   * @param load who sends, and where it enters
   * @param world the cluster
   * @return the load as it is, and under each variant
   */
  PolicyComparison compare(TrafficPort port, ClientLoad load, ClusterSnapshot world);
}
