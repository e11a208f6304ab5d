package io.servicesemantics.traffic;

import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.explain.Explained;
import io.servicesemantics.service.Service;

/**
 * Finds the nodes that a cloud's service controller gives to load balancers.
 *
 * <p>What the load balancer does with them is the cloud's: whether it sends to node ports, to its
 * own address on the node, or past the nodes to Pods.
 *
 * <pre>{@code
 * System.out.println(targets.plan(service, world));          // every node: in, out, and its health
 * targets.plan(service, world).receiving();
 * }</pre>
 *
 * <p>Source: {@code k8s.io/cloud-provider/controllers/service/controller.go} (routing 6.1).
 */
public interface LoadBalancerTargets {

  /**
   * Returns the nodes of a Service's load balancer, each with what its health check answers.
   *
   * <p>kube-proxy is taken to keep up on every node.
   *
   * @param service the Service; it need not be in the snapshot
   * @param world the cluster
   * @return every node of the cluster, in or out
   */
  LoadBalancerPlan plan(Service service, ClusterSnapshot world);

  /**
   * Returns the nodes of a Service's load balancer, and tells why.
   *
   * @param service the Service; it need not be in the snapshot
   * @param world the cluster
   * @return the plan of {@link #plan}
   */
  Explained<LoadBalancerPlan> explain(Service service, ClusterSnapshot world);
}
