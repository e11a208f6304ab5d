package io.servicesemantics.impl.connection;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.servicesemantics.cluster.HostAddresses;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.connection.ConnectionReason;
import io.servicesemantics.connection.DestinationPort;
import io.servicesemantics.explain.Because;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.service.LoadBalancerIngress;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServicePort;
import java.util.Optional;

/** What a Service leads to: its cluster IPs from inside, its other addresses from outside. */
final class ServiceTargets {

  private final Service service;
  private final ImmutableList<IpAddress> clusterIps;
  private final World world;
  private final Findings findings;

  private ServiceTargets(
      Service service, ImmutableList<IpAddress> clusterIps, World world, Findings findings) {
    this.service = service;
    this.clusterIps = clusterIps;
    this.world = world;
    this.findings = findings;
  }

  /** The Service at its own addresses. */
  static ServiceTargets of(Service service, World world, Findings findings) {
    return at(service, World.clusterIps(service), world, findings);
  }

  /** The Service at those of its addresses that a look-up found. */
  static ServiceTargets at(
      Service service, ImmutableList<IpAddress> clusterIps, World world, Findings findings) {
    return new ServiceTargets(service, clusterIps, world, findings);
  }

  void find(DestinationPort asked) {
    if (service.spec().isHeadless()) {
      HeadlessTargets.of(service, world, findings).find(asked);
    } else if (findings.origin().isInside()) {
      inside(ServicePorts.of(service, asked, findings));
    } else {
      outside(asked);
    }
  }

  private void inside(ImmutableList<AskedPort> ports) {
    if (clusterIps.isEmpty()) {
      findings.note(
          Because.of(ConnectionReason.SERVICE_HAS_NO_ADDRESS)
              .withFact("service", service.namespacedName()));
    }
    add(clusterIps, ports);
  }

  private void outside(DestinationPort asked) {
    ImmutableSet.Builder<IpAddress> open = ImmutableSet.builder();
    ImmutableSet.Builder<String> hostnames = ImmutableSet.builder();
    for (LoadBalancerIngress ingress : service.status().loadBalancer().ingress()) {
      IpAddress.tryParseLenient(ingress.ip()).ifPresent(open::add);
      if (ingress.ip().isEmpty() && !ingress.hostname().isEmpty()) {
        hostnames.add(ingress.hostname());
      }
    }
    open.addAll(World.parsed(service.spec().externalIPs()));
    ImmutableList<IpAddress> addresses = open.build().asList();
    ImmutableList<ServicePort> nodePorts = nodePorts(asked);
    ImmutableSet<String> outsideNames = hostnames.build();
    if (addresses.isEmpty() && nodePorts.isEmpty() && outsideNames.isEmpty()) {
      findings.note(
          Because.of(ConnectionReason.SERVICE_NOT_OPEN)
              .withFact("service", service.namespacedName()));
      inside(ServicePorts.of(service, asked, findings));
      return;
    }
    for (String hostname : outsideNames) {
      findings.note(
          Because.of(ConnectionReason.NAME_IS_LOAD_BALANCER)
              .withFact("service", service.namespacedName())
              .withFact("name", hostname));
    }
    Because why = Because.of(ConnectionReason.SERVICE_IS_OPEN);
    why = addresses.isEmpty() ? why : why.withFact("addresses", NearMisses.joined(addresses));
    for (ServicePort port : nodePorts) {
      why = why.withFact("node port of " + NearMisses.words(port), port.nodePort());
    }
    findings.note(why);
    if (!addresses.isEmpty()) {
      add(addresses, ServicePorts.of(service, asked, findings));
    }
    nodePorts.forEach(this::addNodePort);
  }

  // Those of the ports asked for, whether by the Service's number or by their own.
  private ImmutableList<ServicePort> nodePorts(DestinationPort asked) {
    return service.spec().ports().stream()
        .filter(port -> port.nodePort() >= 1 && port.nodePort() <= 65535)
        .filter(
            port ->
                asked.match(
                    number -> number.number() == port.port() || number.number() == port.nodePort(),
                    name -> name.name().equals(port.name()),
                    unsaid -> true,
                    ping -> false))
        .collect(ImmutableList.toImmutableList());
  }

  private void addNodePort(ServicePort port) {
    ImmutableList.Builder<IpAddress> addresses = ImmutableList.builder();
    for (Node node : world.nodes()) {
      for (IpAddress address : HostAddresses.of(node)) {
        if (isServedIn(address.family())) {
          addresses.add(address);
        }
      }
    }
    Target.Port asked = Target.Port.of(port.nodePort(), Ports.protocol(port.protocol()));
    findings.add(
        new Target(
            Ports.protocol(port.protocol()).wireName() + " node port " + port.nodePort(),
            asked.protocol(),
            asked.number(),
            addresses.build(),
            Optional.empty()));
  }

  private boolean isServedIn(IpFamily family) {
    return World.clusterIps(service).stream().anyMatch(address -> address.family() == family);
  }

  private void add(ImmutableList<IpAddress> addresses, ImmutableList<AskedPort> ports) {
    for (AskedPort port : ports) {
      for (IpAddress address : addresses) {
        findings.add(Target.at(address, port.port()));
      }
    }
  }
}
