package io.servicesemantics.impl.traffic;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.net.Protocol;
import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.routing.EndpointSelector;
import io.servicesemantics.routing.PortEndpoints;
import io.servicesemantics.routing.ServiceAddresses;
import io.servicesemantics.routing.ServiceEndpoint;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServicePort;
import io.servicesemantics.traffic.TrackedFlow;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The UDP ports of a cluster's Services in one family, by the addresses and node ports at which
 * tracked flows are looked for (routing 2.17.5).
 */
final class UdpPorts {

  private static final Node ANY_NODE = Node.builder().build();
  private static final PortEndpoints NO_ENDPOINTS = PortEndpoints.of(ImmutableList.of());

  private final EndpointSelector selector;
  private final IpFamily family;
  private final Claims serving = new Claims();
  private final Claims idle = new Claims();

  /** What stands first at an address and port, or node port, stays. */
  private record Claims(Map<Place, UdpPort> byPlace, Map<Integer, UdpPort> byNodePort) {
    Claims() {
      this(new HashMap<>(), new HashMap<>());
    }

    @Nullable UdpPort at(TrackedFlow flow) {
      return byPlace.get(new Place(flow.destination(), flow.destinationPort()));
    }

    @Nullable UdpPort atEither(TrackedFlow flow) {
      UdpPort port = at(flow);
      return port == null ? byNodePort.get(flow.destinationPort()) : port;
    }
  }

  private UdpPorts(EndpointSelector selector, IpFamily family) {
    this.selector = selector;
    this.family = family;
  }

  static UdpPorts of(ClusterSnapshot world, IpFamily family, EndpointSelector selector) {
    UdpPorts ports = new UdpPorts(selector, family);
    // The real program leaves to chance which of two claims counts; here it is the first by name.
    List<Service> services =
        ImmutableList.sortedCopyOf(
            Comparator.comparing(Service::namespacedName), world.servicesByName().values());
    for (Service service : services) {
      for (ServicePort port : service.spec().ports()) {
        if (port.protocol().is(Protocol.UDP) && ports.isServed(service, port)) {
          ports.add(service, port, world);
        }
      }
    }
    return ports;
  }

  /** The port with serving endpoints at the address and port of a flow. */
  @Nullable UdpPort at(TrackedFlow flow) {
    return serving.at(flow);
  }

  /** The port with serving endpoints whose node port has the number of a flow's port. */
  @Nullable UdpPort atNodePort(TrackedFlow flow) {
    return serving.byNodePort().get(flow.destinationPort());
  }

  /** The port without serving endpoints that a flow goes to in either way. */
  @Nullable UdpPort idleAt(TrackedFlow flow) {
    return idle.atEither(flow);
  }

  /** The port that a flow goes to in either way, whatever its endpoints. */
  @Nullable UdpPort anyAt(TrackedFlow flow) {
    UdpPort port = serving.atEither(flow);
    return port == null ? idleAt(flow) : port;
  }

  private boolean isServed(Service service, ServicePort port) {
    return selector.select(service, port, family, ANY_NODE, NO_ENDPOINTS).isServed();
  }

  private void add(Service service, ServicePort port, ClusterSnapshot world) {
    NamespacedName name = service.namespacedName();
    UdpPort found =
        new UdpPort(
            port.name().isEmpty() ? name.toString() : name + ":" + port.name(),
            serving(service, port, world.slicesByService().get(name)));
    Claims claims = found.serving().isEmpty() ? idle : serving;
    IpAddress.tryParseLenient(ServiceAddresses.clusterIp(service.spec(), family))
        .ifPresent(address -> claim(claims, address, port, found));
    ServiceAddresses.externalIps(service.spec(), family)
        .forEach(address -> claim(claims, address, port, found));
    ServiceAddresses.vips(service, family).forEach(address -> claim(claims, address, port, found));
    if (port.nodePort() != 0) {
      claims.byNodePort().putIfAbsent(port.nodePort(), found);
    }
  }

  private static void claim(Claims claims, IpAddress address, ServicePort port, UdpPort found) {
    claims.byPlace().putIfAbsent(new Place(address, port.port()), found);
  }

  private ImmutableSet<Place> serving(
      Service service, ServicePort port, ImmutableList<EndpointSlice> slices) {
    ImmutableSet.Builder<Place> serving = ImmutableSet.builder();
    for (ServiceEndpoint endpoint :
        selector.read(service, port, family, slices).endpoints().endpoints()) {
      if (endpoint.said().conditions().isServing()) {
        serving.add(new Place(endpoint.address(), endpoint.port()));
      }
    }
    return serving.build();
  }
}
