package io.servicesemantics.routing;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.endpoint.Endpoint;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.explain.Explained;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServicePort;

/**
 * Selects the endpoints to which a node may send the traffic of a Service port.
 *
 * <p>Slices are read once for all nodes; what comes of it answers for any node without looking at
 * every endpoint again. The methods that take slices do both at once.
 *
 * <pre>{@code
 * PortEndpoints behind = selector.read(service, port, IPV4, slices).endpoints();
 * selector.select(service, port, IPV4, node, behind).cluster();     // [10.0.0.1:8080, …]
 * selector.explain(service, port, IPV4, node, behind).because();    // and by which rules
 * }</pre>
 *
 * <p>Objects are taken as the API server stores them: a Service without a cluster IP has no port
 * here. A protocol left unsaid means TCP. In all methods the port is one of the Service's own;
 * another one is refused with an IllegalArgumentException.
 */
public interface EndpointSelector {

  /**
   * Reads the endpoints behind a port out of slices.
   *
   * <p>Slices whose label names another Service, or that stand in another namespace, are passed
   * over without a word. Where two entries for one address differ and neither is terminating, the
   * real program leaves to chance which slice it reads last; here slices are read in the order of
   * their names.
   *
   * <p>Source: {@code pkg/proxy/endpointslicecache.go} (routing 2.3).
   *
   * @param service the Service
   * @param port one of its ports
   * @param family the address family
   * @param slices slices of any Services, in any order
   * @return the endpoints, and what of the slices was left aside
   */
  SliceReading read(
      Service service, ServicePort port, IpFamily family, ImmutableList<EndpointSlice> slices);

  /**
   * Reads the endpoints of a plain list, all at one port, as if they stood in one slice.
   *
   * @param endpoints the endpoints
   * @param portNumber the port number of all of them, not 0
   * @return the endpoints, and what of the list was left aside
   */
  SliceReading read(ImmutableList<Endpoint> endpoints, int portNumber);

  /**
   * Selects the endpoints a node may use.
   *
   * @param service the Service
   * @param port one of its ports
   * @param family the address family
   * @param node the node; its name and zone count
   * @param endpoints the endpoints behind the port
   * @return the choice
   */
  SelectedEndpoints select(
      Service service, ServicePort port, IpFamily family, Node node, PortEndpoints endpoints);

  /**
   * Selects the endpoints a node may use, out of slices.
   *
   * @param service the Service
   * @param port one of its ports
   * @param family the address family
   * @param node the node; its name and zone count
   * @param slices slices of any Services, in any order
   * @return the choice
   */
  SelectedEndpoints select(
      Service service,
      ServicePort port,
      IpFamily family,
      Node node,
      ImmutableList<EndpointSlice> slices);

  /**
   * Selects the endpoints a node may use, and tells why.
   *
   * @param service the Service
   * @param port one of its ports
   * @param family the address family
   * @param node the node; its name and zone count
   * @param endpoints the endpoints behind the port
   * @return the choice, with how each list came about
   */
  Explained<SelectedEndpoints> explain(
      Service service, ServicePort port, IpFamily family, Node node, PortEndpoints endpoints);

  /**
   * Selects the endpoints a node may use, out of slices, and tells why.
   *
   * @param service the Service
   * @param port one of its ports
   * @param family the address family
   * @param node the node; its name and zone count
   * @param slices slices of any Services, in any order
   * @return the choice, with how each list came about and what of the slices was left aside
   */
  Explained<SelectedEndpoints> explain(
      Service service,
      ServicePort port,
      IpFamily family,
      Node node,
      ImmutableList<EndpointSlice> slices);

  /**
   * Tells of every endpoint whether the node may use it, and by which rule.
   *
   * @param service the Service
   * @param port one of its ports
   * @param family the address family
   * @param node the node; its name and zone count
   * @param endpoints the endpoints behind the port
   * @return one entry an endpoint, in their order; none where kube-proxy makes no port
   */
  ImmutableList<EndpointUse> uses(
      Service service, ServicePort port, IpFamily family, Node node, PortEndpoints endpoints);
}
