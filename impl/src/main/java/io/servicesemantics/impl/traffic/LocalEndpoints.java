package io.servicesemantics.impl.traffic;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.endpoint.EndpointPort;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.net.Protocol;
import io.servicesemantics.object.Choice;
import io.servicesemantics.routing.EndpointSelector;
import io.servicesemantics.routing.PortEndpoints;
import io.servicesemantics.routing.ServiceEndpoint;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServicePort;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The endpoints of a Service in one family, over all ports that its slices have.
 *
 * <p>Ports that the Service itself does not have count as well: what kube-proxy counts are the
 * endpoints it keeps, and it keeps them by the ports of slices (routing 2.3.3, 4.1.3).
 *
 * @param ports the endpoints of each port
 */
record LocalEndpoints(ImmutableList<PortEndpoints> ports) {

  static LocalEndpoints read(
      EndpointSelector selector,
      Service service,
      IpFamily family,
      ImmutableList<EndpointSlice> slices) {
    ImmutableList<ServicePort> found = portsOf(service, slices);
    Service offering = service.withSpec(service.spec().withPorts(found));
    ImmutableList.Builder<PortEndpoints> ports = ImmutableList.builder();
    for (ServicePort port : found) {
      ports.add(selector.read(offering, port, family, slices).endpoints());
    }
    return new LocalEndpoints(ports.build());
  }

  private static ImmutableList<ServicePort> portsOf(
      Service service, ImmutableList<EndpointSlice> slices) {
    Set<ServicePort> found = new LinkedHashSet<>();
    for (EndpointSlice slice : slices) {
      if (slice.serviceName().equals(service.metadata().name())
          && slice.metadata().namespace().equals(service.metadata().namespace())) {
        for (EndpointPort port : slice.ports()) {
          port.name().ifPresent(name -> found.add(port(name, port.protocol())));
        }
      }
    }
    return ImmutableList.copyOf(found);
  }

  // The number is the slice's own affair.
  private static ServicePort port(String name, Choice<Protocol> protocol) {
    return ServicePort.of(1)
        .withName(name)
        .withProtocol(protocol.isSaid() ? protocol : Choice.of(Protocol.TCP));
  }

  /** How many different addresses are ready on a node. */
  int readyAddresses(String node) {
    CountedAddresses addresses = new CountedAddresses();
    for (int i = 0; i < ports.size(); i++) {
      for (ServiceEndpoint endpoint : ports.get(i).seenFrom(node).onNode(node)) {
        if (endpoint.isReady()) {
          boolean unused = addresses.add(endpoint);
        }
      }
    }
    return addresses.size();
  }
}
