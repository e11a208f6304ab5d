package io.servicesemantics.impl.traffic;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.net.Protocol;
import io.servicesemantics.object.Choice;
import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.routing.EndpointSelector;
import io.servicesemantics.routing.PortEndpoints;
import io.servicesemantics.routing.ServiceEndpoint;
import io.servicesemantics.service.LoadBalancerIngress;
import io.servicesemantics.service.LoadBalancerIpMode;
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
  private final Map<Place, UdpPort> byPlace = new HashMap<>();
  private final Map<Integer, UdpPort> byNodePort = new HashMap<>();

  private UdpPorts(EndpointSelector selector, IpFamily family) {
    this.selector = selector;
    this.family = family;
  }

  /** All ports of a cluster, or only those with or without an endpoint that serves. */
  static UdpPorts of(
      ClusterSnapshot world, IpFamily family, EndpointSelector selector, Wanted wanted) {
    UdpPorts ports = new UdpPorts(selector, family);
    List<Service> services =
        ImmutableList.sortedCopyOf(
            Comparator.comparing(Service::namespacedName), world.servicesByName().values());
    for (Service service : services) {
      for (ServicePort port : service.spec().ports()) {
        if (port.protocol().is(Protocol.UDP) && ports.isServed(service, port)) {
          ports.add(service, port, world, wanted);
        }
      }
    }
    return ports;
  }

  /** Which ports are looked for. */
  enum Wanted {
    ALL,
    WITH_SERVING_ENDPOINTS
  }

  @Nullable UdpPort at(TrackedFlow flow) {
    return byPlace.get(new Place(flow.destination(), flow.destinationPort()));
  }

  @Nullable UdpPort atNodePort(TrackedFlow flow) {
    return byNodePort.get(flow.destinationPort());
  }

  private boolean isServed(Service service, ServicePort port) {
    return selector.select(service, port, family, ANY_NODE, NO_ENDPOINTS).isServed();
  }

  // What stands there first stays: Services come in the order of their names.
  private void add(Service service, ServicePort port, ClusterSnapshot world, Wanted wanted) {
    NamespacedName name = service.namespacedName();
    UdpPort found =
        new UdpPort(
            port.name().isEmpty() ? name.toString() : name + ":" + port.name(),
            serving(service, port, world.slicesByService().get(name)));
    if (wanted == Wanted.WITH_SERVING_ENDPOINTS && found.serving().isEmpty()) {
      return;
    }
    addAt(clusterIp(service), port, found);
    service.spec().externalIPs().forEach(address -> addAt(address, port, found));
    for (LoadBalancerIngress ingress : service.status().loadBalancer().ingress()) {
      if (!ingress.ipMode().isSaid() || ingress.ipMode().is(LoadBalancerIpMode.VIP)) {
        addAt(ingress.ip(), port, found);
      }
    }
    if (port.nodePort() != 0) {
      byNodePort.putIfAbsent(port.nodePort(), found);
    }
  }

  private void addAt(String address, ServicePort port, UdpPort found) {
    IpAddress.tryParseLenient(address)
        .filter(parsed -> parsed.family() == family)
        .ifPresent(parsed -> byPlace.putIfAbsent(new Place(parsed, port.port()), found));
  }

  private String clusterIp(Service service) {
    int place = service.spec().ipFamilies().indexOf(Choice.of(family));
    ImmutableList<String> addresses = service.spec().clusterIPs();
    return place >= 0 && place < addresses.size()
        ? addresses.get(place)
        : service.spec().clusterIP();
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
