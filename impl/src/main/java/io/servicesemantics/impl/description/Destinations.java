package io.servicesemantics.impl.description;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.HostAddresses;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.description.TrafficDestination;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.net.Protocol;
import io.servicesemantics.routing.FrontEnd;
import io.servicesemantics.routing.FrontEndKind;
import io.servicesemantics.routing.RoutingTable;
import io.servicesemantics.service.ExternalTrafficPolicy;
import io.servicesemantics.service.LoadBalancerIngress;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServicePort;
import io.servicesemantics.service.ServiceType;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Every address and port of a Service at which traffic may arrive, taken by kube-proxy or not: in
 * the families it serves, by kind.
 */
final class Destinations {

  private static final IpAddress LOCALHOST = IpAddress.parse("127.0.0.1");
  private static final int HIGHEST_PORT = 65535;
  // Nodes with more addresses are told by the first of them.
  private static final int MOST_PLACES = 4;

  private final Service service;
  private final Set<TrafficDestination> found = new LinkedHashSet<>();

  private Destinations(Service service) {
    this.service = service;
  }

  static ImmutableList<TrafficDestination> of(
      Service service, RoutingTable table, Iterable<Node> nodes) {
    Destinations destinations = new Destinations(service);
    for (IpFamily family : IpFamily.values()) {
      Optional<IpAddress> clusterIp = clusterIp(service, table, family);
      if (clusterIp.isPresent()) {
        destinations.add(FrontEndKind.CLUSTER_IP, clusterIp.get());
        destinations.addOutside(family);
        destinations.addNodePorts(family, nodes);
      }
    }
    return ImmutableList.copyOf(destinations.found);
  }

  // Where the table serves it in a family; a Service without one has nothing there at all.
  private static Optional<IpAddress> clusterIp(
      Service service, RoutingTable table, IpFamily family) {
    for (FrontEnd frontEnd : table.frontEnds()) {
      if (frontEnd.kind() == FrontEndKind.CLUSTER_IP
          && frontEnd.address().family() == family
          && frontEnd.service().equals(service.namespacedName())) {
        return Optional.of(frontEnd.address());
      }
    }
    return Optional.empty();
  }

  private void addOutside(IpFamily family) {
    for (LoadBalancerIngress point : service.status().loadBalancer().ingress()) {
      IpAddress.tryParseLenient(point.ip())
          .filter(address -> address.family() == family)
          .ifPresent(address -> add(FrontEndKind.LOAD_BALANCER_IP, address));
    }
    for (String text : service.spec().externalIPs()) {
      IpAddress.tryParseLenient(text)
          .filter(address -> address.family() == family)
          .ifPresent(address -> add(FrontEndKind.EXTERNAL_IP, address));
    }
  }

  private void add(FrontEndKind kind, IpAddress address) {
    for (ServicePort port : service.spec().ports()) {
      if (isPort(port.port()) && isRoutable(port)) {
        found.add(
            new TrafficDestination(
                kind,
                address.family(),
                Optional.of(address),
                0,
                port.port(),
                protocol(port),
                port.name()));
      }
    }
  }

  private void addNodePorts(IpFamily family, Iterable<Node> nodes) {
    int places = 0;
    for (Node node : nodes) {
      places = Math.max(places, HostAddresses.of(node, family).size());
    }
    for (int place = 1; place <= Math.min(places, MOST_PLACES); place++) {
      for (ServicePort port : service.spec().ports()) {
        if (isPort(port.nodePort()) && isRoutable(port)) {
          found.add(nodePort(family, Optional.empty(), place, port));
        }
      }
    }
    for (ServicePort port : service.spec().ports()) {
      if (family == IpFamily.IPV4 && isPort(port.nodePort()) && isRoutable(port)) {
        found.add(nodePort(family, Optional.of(LOCALHOST), 0, port));
      }
    }
    int healthCheck = service.spec().healthCheckNodePort();
    if (places > 0
        && isPort(healthCheck)
        && service.spec().type().is(ServiceType.LOAD_BALANCER)
        && service.spec().externalTrafficPolicy().is(ExternalTrafficPolicy.LOCAL)) {
      found.add(
          new TrafficDestination(
              FrontEndKind.HEALTH_CHECK_NODE_PORT,
              family,
              Optional.empty(),
              1,
              healthCheck,
              Protocol.TCP,
              ""));
    }
  }

  private static TrafficDestination nodePort(
      IpFamily family, Optional<IpAddress> address, int place, ServicePort port) {
    return new TrafficDestination(
        FrontEndKind.NODE_PORT,
        family,
        address,
        place,
        port.nodePort(),
        protocol(port),
        port.name());
  }

  private static Protocol protocol(ServicePort port) {
    return port.protocol().known().orElse(Protocol.TCP);
  }

  private static boolean isRoutable(ServicePort port) {
    return !port.protocol().isSaid() || port.protocol().known().isPresent();
  }

  private static boolean isPort(int number) {
    return number > 0 && number <= HIGHEST_PORT;
  }
}
