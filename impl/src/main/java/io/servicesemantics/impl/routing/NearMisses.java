package io.servicesemantics.impl.routing;

import io.servicesemantics.collect.ShardedMap;
import io.servicesemantics.explain.Because;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.routing.Flow;
import io.servicesemantics.routing.RoutingReason;
import io.servicesemantics.routing.SelectionReason;
import io.servicesemantics.routing.ServiceAddresses;
import io.servicesemantics.service.LoadBalancerIngress;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServicePort;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells of a flow that no Service takes which ones would, and what keeps each from it: a look at
 * every Service, for explanations alone.
 */
final class NearMisses {

  private final Flow flow;
  private final NodeContext context;

  private NearMisses(Flow flow, NodeContext context) {
    this.flow = flow;
    this.context = context;
  }

  static Because of(
      Flow flow,
      RoutingEngine engine,
      ShardedMap<NamespacedName, ServiceRoutes> services,
      Because because) {
    NearMisses misses = new NearMisses(flow, engine.context());
    List<Service> near = new ArrayList<>();
    services.forEach(
        (name, routes) -> {
          Service service = routes.service();
          if (service != null && misses.isNear(service)) {
            near.add(service);
          }
        });
    near.sort((one, other) -> one.namespacedName().compareTo(other.namespacedName()));
    Because told = because;
    for (Service service : near) {
      told = told.withCause(misses.account(service));
    }
    return told;
  }

  private boolean isNear(Service service) {
    return isAtBalancer(service)
        || (ServedServices.judge(service, flow.family()) != SelectionReason.SERVICE_HAS_CLUSTER_IP
            && (isAtAddress(service) || isAtNodePort(service)));
  }

  private Because account(Service service) {
    if (isAtBalancer(service)) {
      return Because.of(RoutingReason.ADDRESS_LEFT_TO_BALANCER)
          .withFact("service", service.namespacedName());
    }
    Because why =
        Because.of(ServedServices.judge(service, flow.family()))
            .withFact("service", service.namespacedName())
            .withFact("family", flow.family().wireName());
    return why.withFact(
        "clusterIPs",
        service.spec().clusterIPs().isEmpty()
            ? "none"
            : String.join(" ", service.spec().clusterIPs()));
  }

  private boolean isAtBalancer(Service service) {
    for (LoadBalancerIngress point : service.status().loadBalancer().ingress()) {
      if (!point.isVip() && isDestination(point.ip())) {
        return hasPort(service);
      }
    }
    return false;
  }

  private boolean isAtAddress(Service service) {
    if (!hasPort(service)) {
      return false;
    }
    IpAddress asked = flow.destination();
    return ServiceAddresses.vips(service, flow.family()).contains(asked)
        || ServiceAddresses.externalIps(service.spec(), flow.family()).contains(asked)
        || service.spec().clusterIPs().stream().anyMatch(this::isDestination);
  }

  private boolean isAtNodePort(Service service) {
    if (!context.addresses().isLocal(flow.destination())) {
      return false;
    }
    for (ServicePort port : service.spec().ports()) {
      if (port.nodePort() == flow.port() && Protocols.of(port) == flow.protocol()) {
        return flow.port() != 0;
      }
    }
    return false;
  }

  private boolean hasPort(Service service) {
    for (ServicePort port : service.spec().ports()) {
      if (port.port() == flow.port() && Protocols.of(port) == flow.protocol()) {
        return true;
      }
    }
    return false;
  }

  private boolean isDestination(String text) {
    return IpAddress.tryParseLenient(text).filter(flow.destination()::equals).isPresent();
  }
}
