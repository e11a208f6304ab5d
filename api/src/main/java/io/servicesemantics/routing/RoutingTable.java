package io.servicesemantics.routing;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.ClusterChange;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.explain.Explained;
import io.servicesemantics.explain.LeftToChance;
import io.servicesemantics.net.IpAddress;
import java.util.Optional;

/**
 * All that kube-proxy on one node does with the traffic of Services, resolved once.
 *
 * <p>It is immutable and may be used by any number of threads. All answers are about new
 * connections: established ones keep their endpoint (routing 2.17.1).
 *
 * <pre>{@code
 * RoutingTable table = k8s.router().tableFor(node, world);
 * table.route(Flow.parse("TCP 10.244.1.5 -> 10.96.0.10:80"));   // Forward[10.244.2.7:8080 1/1]
 * table.explain(Flow.parse("TCP 203.0.113.7 -> 192.168.0.2:30080")).because();
 * table.after(ClusterChange.put(slice)).route(…);
 * }</pre>
 */
public interface RoutingTable {

  /** {@return the node it is of} */
  Node node();

  /** {@return how new connections are spread over the backends of a verdict} */
  Balancing balancing();

  /**
   * Returns what becomes of a flow.
   *
   * @param flow a new connection
   * @return the verdict; shared, and made without allocating anything
   */
  Verdict route(Flow flow);

  /**
   * Tells what becomes of a flow, and why.
   *
   * @param flow a new connection
   * @return the verdict of {@link #route}, with the rules it rests on
   */
  Explained<Verdict> explain(Flow flow);

  /**
   * Tells what becomes of a ping, which has an address but no port: rules that name a port do not
   * see it (routing 2.7.6, 2.7.7, 2.15.9).
   *
   * @param destination the address that is pinged
   * @return refused, dropped or left alone; that it is left alone does not mean that it is answered
   */
  Explained<Verdict> explainPing(IpAddress destination);

  /**
   * Returns what may become of a flow that chance decides once for all: its address is claimed by
   * several Services, of which kube-proxy serves one (routing 2.9.5; {@link #route} answers for the
   * first by namespace and name), or all its like go to one backend ({@link
   * Balancing#ONE_FOR_ALL}).
   *
   * @param flow a new connection
   * @return the possible verdicts, if there are several different ones
   */
  Optional<LeftToChance<Verdict>> leftToChance(Flow flow);

  /** {@return every address and port at which the node answers, in order} */
  ImmutableList<FrontEnd> frontEnds();

  /** {@return the Service ports whose clients are remembered, in order (routing 2.16)} */
  ImmutableList<SessionAffinityRule> affinityRules();

  /**
   * Returns what another table makes otherwise of flows: every class of flows to the front ends of
   * either that they do not treat alike. Endpoints are alike that have the same address and port,
   * whatever else slices say of them.
   *
   * <p>The same destinations and senders are asked about as in {@link
   * TrafficRouter#modeDifferences}, as this table knows them.
   *
   * @param other a table of the same node, such as one of another release
   * @return the differences, by destination; senders treated alike are one class
   * @throws IllegalArgumentException if the other table is of another implementation
   */
  ImmutableList<FlowDifference> differences(RoutingTable other);

  /**
   * Returns the table after a change. Changes of kinds that do not concern traffic, and of other
   * nodes, give the same table; that the table's own node is gone gives it too.
   *
   * @param change a Service, slice, node or ServiceCIDR that is new, different or gone
   * @return the next table, which shares all that did not change
   */
  RoutingTable after(ClusterChange change);
}
