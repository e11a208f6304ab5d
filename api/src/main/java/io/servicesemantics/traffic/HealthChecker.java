package io.servicesemantics.traffic;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.explain.Explained;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.service.Service;

/**
 * Answers at a Service's {@code healthCheckNodePort} as kube-proxy does.
 *
 * <p>Load balancers ask there which nodes have endpoints of a Service whose external traffic must
 * stay on the node. What they ask for all other Services is {@link ProxyHealth}.
 *
 * <pre>{@code
 * checker.answer(service, IPV4, node, slices, true).isPassing();
 * checker.explain(service, IPV4, node, slices, true).because();    // what counts, what does not
 * checker.overview(service, world);                                // every node in a table
 * }</pre>
 *
 * <p>Objects are taken as the API server stores them. Source: {@code
 * pkg/proxy/healthcheck/service_health.go} (routing 4.1).
 */
public interface HealthChecker {

  /**
   * Returns what a node answers.
   *
   * @param service the Service
   * @param family the address family: each has a listener and a count of its own
   * @param node the node; its name and, where node ports are restricted, its addresses count
   * @param slices slices of any Services, in any order
   * @param serviceProxyHealthy whether the node's kube-proxy keeps up ({@link
   *     ProxyHealth#isHealthy})
   * @return the answer
   */
  ServiceHealth answer(
      Service service,
      IpFamily family,
      Node node,
      ImmutableList<EndpointSlice> slices,
      boolean serviceProxyHealthy);

  /**
   * Returns what a node answers, and tells why.
   *
   * @param service the Service
   * @param family the address family
   * @param node the node
   * @param slices slices of any Services, in any order
   * @param serviceProxyHealthy whether the node's kube-proxy keeps up
   * @return the answer of {@link #answer}, with every endpoint on the node and, where the check
   *     fails, what becomes of traffic that arrives before load balancers notice
   */
  Explained<ServiceHealth> explain(
      Service service,
      IpFamily family,
      Node node,
      ImmutableList<EndpointSlice> slices,
      boolean serviceProxyHealthy);

  /**
   * Returns what every node of a cluster answers, in each family of the Service.
   *
   * @param service the Service; it need not be in the snapshot
   * @param world the cluster, all of whose kube-proxies keep up
   * @return one entry a node and family
   */
  HealthOverview overview(Service service, ClusterSnapshot world);
}
