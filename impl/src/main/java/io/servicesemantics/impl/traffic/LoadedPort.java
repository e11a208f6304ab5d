package io.servicesemantics.impl.traffic;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.routing.EndpointSelector;
import io.servicesemantics.routing.PortEndpoints;
import io.servicesemantics.routing.ServiceEndpoint;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServicePort;
import io.servicesemantics.traffic.TrafficPort;
import java.util.HashSet;
import java.util.Set;

/**
 * A Service port with all that counts of the cluster: the Service alone, its slices, the nodes.
 *
 * @param name what was asked for
 * @param service the Service as it is in the cluster
 * @param port its port
 * @param world the Service, its slices and the Service networks
 * @param nodes the nodes by name
 * @param endpoints the endpoints behind the port
 */
record LoadedPort(
    TrafficPort name,
    Service service,
    ServicePort port,
    ClusterSnapshot world,
    ImmutableMap<String, Node> nodes,
    PortEndpoints endpoints) {

  static LoadedPort of(TrafficPort name, ClusterSnapshot world, EndpointSelector selector) {
    Service service = world.servicesByName().get(name.service());
    checkArgument(service != null, "Service: \"%s\"; expected one of the snapshot", name.service());
    ServicePort port = name.in(service);
    ImmutableList<EndpointSlice> slices = world.slicesByService().get(name.service());
    ClusterSnapshot alone =
        ClusterSnapshot.builder()
            .addServices(service)
            .endpointSlices(slices)
            .serviceCidrs(world.serviceCidrs())
            .nodes(world.nodes())
            .build();
    return new LoadedPort(
        name,
        service,
        port,
        alone,
        world.nodesByName(),
        selector.read(service, port, name.family(), slices).endpoints());
  }

  /** The addresses of its endpoints, which are no clients. */
  Set<IpAddress> endpointAddresses() {
    Set<IpAddress> addresses = new HashSet<>();
    for (ServiceEndpoint endpoint : endpoints.endpoints()) {
      addresses.add(endpoint.address());
    }
    return addresses;
  }

  /** The zone of a node, or of an endpoint on it; empty where neither says it. */
  String zone(ServiceEndpoint endpoint) {
    Node node = nodes.get(endpoint.said().nodeName().orElse(""));
    String said = node == null ? "" : node.zone();
    return said.isEmpty() ? endpoint.said().zone().orElse("") : said;
  }
}
