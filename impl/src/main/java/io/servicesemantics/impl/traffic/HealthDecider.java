package io.servicesemantics.impl.traffic;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.profile.ProxySettings;
import io.servicesemantics.routing.EndpointSelector;
import io.servicesemantics.routing.PortEndpoints;
import io.servicesemantics.routing.SelectionReason;
import io.servicesemantics.service.ExternalTrafficPolicy;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServiceSpec;
import io.servicesemantics.service.ServiceType;
import io.servicesemantics.traffic.HealthReason;
import java.util.Optional;

/** Decides how nodes answer for a Service; the only code that does. */
final class HealthDecider {

  private static final PortEndpoints NO_ENDPOINTS = PortEndpoints.of(ImmutableList.of());

  private final EndpointSelector selector;
  private final ProxySettings settings;

  HealthDecider(EndpointSelector selector, ProxySettings settings) {
    this.selector = selector;
    this.settings = settings;
  }

  HealthDecision decide(
      Service service,
      IpFamily family,
      Node node,
      LocalEndpoints endpoints,
      boolean serviceProxyHealthy) {
    Optional<HealthReason> against = against(service, family, node);
    if (against.isPresent()) {
      return HealthDecision.unserved(against.get());
    }
    ImmutableList<String> addresses = HealthListeners.of(node, family, settings);
    if (addresses.isEmpty()) {
      return HealthDecision.unserved(HealthReason.LISTENS_NOWHERE);
    }
    int count = endpoints.readyAddresses(node.metadata().name());
    return new HealthDecision(
        outcome(count, serviceProxyHealthy), addresses, count, serviceProxyHealthy);
  }

  private static HealthReason outcome(int count, boolean serviceProxyHealthy) {
    if (count == 0) {
      return HealthReason.NO_LOCAL_ENDPOINT_READY;
    }
    return serviceProxyHealthy ? HealthReason.LOCAL_ENDPOINTS_READY : HealthReason.PROXY_UNHEALTHY;
  }

  /** Why nobody listens, if so (routing 2.1, 2.2.8). */
  private Optional<HealthReason> against(Service service, IpFamily family, Node node) {
    ServiceSpec spec = service.spec();
    if (spec.ports().isEmpty()) {
      return Optional.of(HealthReason.SERVICE_WITHOUT_PORTS);
    }
    Optional<SelectionReason> unseen =
        selector.select(service, spec.ports().get(0), family, node, NO_ENDPOINTS).notServed();
    if (unseen.isPresent()) {
      return Optional.of(unseen(unseen.get()));
    }
    if (!spec.type().is(ServiceType.LOAD_BALANCER)) {
      return Optional.of(HealthReason.NOT_A_LOAD_BALANCER);
    }
    if (!spec.externalTrafficPolicy().is(ExternalTrafficPolicy.LOCAL)) {
      return Optional.of(HealthReason.POLICY_IS_NOT_LOCAL);
    }
    return spec.healthCheckNodePort() == 0
        ? Optional.of(HealthReason.NO_HEALTH_CHECK_NODE_PORT)
        : Optional.empty();
  }

  private static HealthReason unseen(SelectionReason reason) {
    return switch (reason) {
      case SERVICE_LEFT_TO_ANOTHER_PROXY -> HealthReason.SERVICE_LEFT_TO_ANOTHER_PROXY;
      case SERVICE_IS_EXTERNAL_NAME -> HealthReason.SERVICE_IS_EXTERNAL_NAME;
      case SERVICE_IS_HEADLESS -> HealthReason.SERVICE_IS_HEADLESS;
      case SERVICE_WITHOUT_CLUSTER_IP_OF_FAMILY ->
          HealthReason.SERVICE_WITHOUT_CLUSTER_IP_OF_FAMILY;
      default -> HealthReason.SERVICE_WITHOUT_CLUSTER_IP;
    };
  }
}
