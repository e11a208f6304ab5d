package io.servicesemantics.impl.traffic;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.explain.Because;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.profile.ProxyMode;
import io.servicesemantics.profile.ProxySettings;
import io.servicesemantics.routing.EndpointSelector;
import io.servicesemantics.routing.PortEndpoints;
import io.servicesemantics.routing.SelectedEndpoints;
import io.servicesemantics.routing.ServiceEndpoint;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServicePort;
import io.servicesemantics.traffic.HealthReason;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells why a check came out as it did: which endpoints count, and what becomes of traffic that a
 * load balancer still sends where it failed.
 */
final class HealthAccount {

  private final HealthDecision decided;
  private final Service service;
  private final IpFamily family;
  private final Node node;
  private final LocalEndpoints endpoints;

  HealthAccount(
      HealthDecision decided,
      Service service,
      IpFamily family,
      Node node,
      LocalEndpoints endpoints) {
    this.decided = decided;
    this.service = service;
    this.family = family;
    this.node = node;
    this.endpoints = endpoints;
  }

  Because of(
      EndpointSelector selector, ProxySettings settings, ImmutableList<EndpointSlice> slices) {
    Because why =
        Because.of(decided.reason())
            .withFact("Service", service.namespacedName())
            .withFact("node", name())
            .withFact("family", family.wireName());
    return decided.isServed() ? served(why, selector, settings, slices) : unserved(why, settings);
  }

  private Because unserved(Because why, ProxySettings settings) {
    return switch (decided.reason()) {
      case NOT_A_LOAD_BALANCER -> why.withFact("type", service.spec().type());
      case POLICY_IS_NOT_LOCAL ->
          why.withFact("policy", service.spec().externalTrafficPolicy())
              .withFact("healthz port", settings.healthzPort());
      case LISTENS_NOWHERE -> why.withFact("networks", settings.nodePortAddresses());
      default -> why;
    };
  }

  private Because served(
      Because head,
      EndpointSelector selector,
      ProxySettings settings,
      ImmutableList<EndpointSlice> slices) {
    List<Because> causes = new ArrayList<>();
    addEndpoints(causes);
    causes.add(
        Because.of(
            decided.serviceProxyHealthy()
                ? HealthReason.PROXY_UP_TO_DATE
                : HealthReason.PROXY_BEHIND));
    if (!decided.isPassing()) {
      for (ServicePort port : service.spec().ports()) {
        causes.add(
            arriving(port, selector.select(service, port, family, node, slices), settings.mode()));
      }
    }
    Because why =
        head.withFact("port", service.spec().healthCheckNodePort())
            .withFact("listens at", String.join(" ", decided.addresses()))
            .withFact("counted", decided.count());
    return new Because(why.reason(), why.facts(), ImmutableList.copyOf(causes));
  }

  private void addEndpoints(List<Because> causes) {
    CountedAddresses counted = new CountedAddresses();
    Set<ServiceEndpoint> elsewhere = new HashSet<>();
    for (PortEndpoints port : endpoints.ports()) {
      for (ServiceEndpoint endpoint : port.seenFrom(name()).endpoints()) {
        if (endpoint.isOn(name())) {
          causes.add(Because.of(judge(endpoint, counted)).withFact("endpoint", endpoint));
        } else if (endpoint.isReady()) {
          elsewhere.add(endpoint);
        }
      }
    }
    if (!elsewhere.isEmpty()) {
      causes.add(
          Because.of(HealthReason.ENDPOINTS_ELSEWHERE).withFact("endpoints", elsewhere.size()));
    }
  }

  private static HealthReason judge(ServiceEndpoint endpoint, CountedAddresses counted) {
    if (endpoint.isReady()) {
      return counted.add(endpoint)
          ? HealthReason.ENDPOINT_COUNTS
          : HealthReason.ENDPOINT_ADDRESS_COUNTED;
    }
    return endpoint.said().conditions().isTerminating()
        ? HealthReason.ENDPOINT_TERMINATING
        : HealthReason.ENDPOINT_NOT_READY;
  }

  private static Because arriving(ServicePort port, SelectedEndpoints selected, ProxyMode mode) {
    HealthReason reason;
    if (!selected.local().isEmpty()) {
      reason = HealthReason.ARRIVING_TRAFFIC_SERVED;
    } else if (!selected.hasAny()) {
      reason = HealthReason.ARRIVING_TRAFFIC_REFUSED;
    } else {
      reason =
          mode == ProxyMode.IPVS
              ? HealthReason.ARRIVING_TRAFFIC_SENT_ON
              : HealthReason.ARRIVING_TRAFFIC_DROPPED;
    }
    Because why =
        Because.of(reason).withFact("port", port.name().isEmpty() ? port.port() : port.name());
    return reason == HealthReason.ARRIVING_TRAFFIC_SERVED
        ? why.withFact("endpoints", selected.local())
        : why;
  }

  private String name() {
    return node.metadata().name();
  }
}
