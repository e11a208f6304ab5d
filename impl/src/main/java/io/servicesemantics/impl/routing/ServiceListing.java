package io.servicesemantics.impl.routing;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.routing.FrontEndKind;
import io.servicesemantics.routing.PortEndpoints;
import io.servicesemantics.routing.SelectionReason;
import io.servicesemantics.routing.ServiceAddresses;
import io.servicesemantics.service.ExternalTrafficPolicy;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServicePort;
import io.servicesemantics.service.ServiceSpec;
import io.servicesemantics.service.ServiceType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists every front end of a Service on a node (routing 2.7 to 2.11). */
final class ServiceListing {

  private static final IpFamily[] FAMILIES = IpFamily.values();
  private static final int HIGHEST_PORT = 65535;

  private final Service service;
  private final ImmutableList<EndpointSlice> slices;
  private final NodeContext context;
  private final EndpointReadings readings;
  private final List<Listed> listed = new ArrayList<>();

  private ServiceListing(
      Service service,
      ImmutableList<EndpointSlice> slices,
      NodeContext context,
      EndpointReadings readings) {
    this.service = service;
    this.slices = slices;
    this.context = context;
    this.readings = readings;
  }

  static List<Listed> of(
      Service service,
      ImmutableList<EndpointSlice> slices,
      NodeContext context,
      EndpointReadings readings) {
    ServiceListing listing = new ServiceListing(service, slices, context, readings);
    for (IpFamily family : FAMILIES) {
      if (ServedServices.judge(service, family) == SelectionReason.SERVICE_HAS_CLUSTER_IP) {
        listing.list(family);
      }
    }
    return listing.listed;
  }

  private void list(IpFamily family) {
    ServiceSpec spec = service.spec();
    IpAddress clusterIp =
        IpAddress.tryParseLenient(ServiceAddresses.clusterIp(spec, family)).orElse(null);
    ImmutableList<IpAddress> externalIps =
        context.servesExternalIps()
            ? ServiceAddresses.externalIps(spec, family)
            : ImmutableList.of();
    ImmutableList<IpAddress> vips = ServiceAddresses.vips(service, family);
    SourceRanges ranges =
        vips.isEmpty() ? null : SourceRanges.of(service, family, vips, context.addresses());
    for (ServicePort port : spec.ports()) {
      if (Protocols.isRoutable(port)) {
        listPort(port, family, clusterIp, externalIps, vips, ranges);
      }
    }
    listHealthCheck(family);
    listAddresses(clusterIp, externalIps, vips);
  }

  private void listPort(
      ServicePort port,
      IpFamily family,
      @Nullable IpAddress clusterIp,
      ImmutableList<IpAddress> externalIps,
      ImmutableList<IpAddress> vips,
      @Nullable SourceRanges ranges) {
    PortEndpoints endpoints =
        readings
            .read(service, port, family, slices, context.rules())
            .seenFrom(context.place().name());
    PortRoutes routes = new PortRoutes(service, port, family, endpoints, ranges);
    Decider decider = new Decider(context, routes, routes.selection(context));
    if (isPort(port.port())) {
      if (clusterIp != null) {
        Outcomes inside = decider.outcomes(FrontEndKind.CLUSTER_IP, false);
        listed.add(Entrance.at(clusterIp, port.port(), routes, FrontEndKind.CLUSTER_IP, inside));
      }
      listOutside(externalIps, routes, FrontEndKind.EXTERNAL_IP, decider);
      listOutside(vips, routes, FrontEndKind.LOAD_BALANCER_IP, decider);
    }
    if (isPort(port.nodePort())) {
      Outcomes outcomes = decider.outcomes(FrontEndKind.NODE_PORT, false);
      listed.add(Entrance.atNode(port.nodePort(), routes, FrontEndKind.NODE_PORT, outcomes));
    }
  }

  private void listOutside(
      ImmutableList<IpAddress> addresses, PortRoutes routes, FrontEndKind kind, Decider decider) {
    if (!addresses.isEmpty()) {
      boolean hasRanges = kind == FrontEndKind.LOAD_BALANCER_IP && routes.ranges() != null;
      Outcomes outcomes = decider.outcomes(kind, hasRanges);
      for (IpAddress address : addresses) {
        listed.add(Entrance.at(address, routes.port().port(), routes, kind, outcomes));
      }
    }
  }

  /** The health check, of a load balancer whose traffic stays where it arrives (routing 2.2.8). */
  private void listHealthCheck(IpFamily family) {
    ServiceSpec spec = service.spec();
    int number = spec.healthCheckNodePort();
    if (isPort(number)
        && spec.type().is(ServiceType.LOAD_BALANCER)
        && spec.externalTrafficPolicy().is(ExternalTrafficPolicy.LOCAL)) {
      FrontEndKind kind = FrontEndKind.HEALTH_CHECK_NODE_PORT;
      PortEndpoints none = PortEndpoints.of(ImmutableList.of());
      PortRoutes routes = new PortRoutes(service, ServicePort.of(number), family, none, null);
      Decider decider = new Decider(context, routes, routes.selection(context));
      listed.add(Entrance.atNode(number, routes, kind, decider.outcomes(kind, false)));
    }
  }

  private void listAddresses(
      @Nullable IpAddress clusterIp,
      ImmutableList<IpAddress> externalIps,
      ImmutableList<IpAddress> vips) {
    if (clusterIp != null) {
      listed.add(new LiveAddress(clusterIp, service, FrontEndKind.CLUSTER_IP));
    }
    if (context.traits().bindsAddresses()) {
      bind(externalIps, FrontEndKind.EXTERNAL_IP);
      bind(vips, FrontEndKind.LOAD_BALANCER_IP);
    }
  }

  // An address that an interface has already is not bound again (routing 2.15.9).
  private void bind(ImmutableList<IpAddress> addresses, FrontEndKind kind) {
    for (IpAddress address : addresses) {
      if (!context.addresses().has(address)) {
        listed.add(new LiveAddress(address, service, kind));
      }
    }
  }

  private static boolean isPort(int number) {
    return number > 0 && number <= HIGHEST_PORT;
  }
}
