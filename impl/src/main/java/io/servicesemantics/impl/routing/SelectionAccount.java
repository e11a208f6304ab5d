package io.servicesemantics.impl.routing;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.explain.Because;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.routing.EndpointSet;
import io.servicesemantics.routing.EndpointUse;
import io.servicesemantics.routing.PortEndpoints;
import io.servicesemantics.routing.SelectionReason;
import io.servicesemantics.routing.ServiceAddresses;
import io.servicesemantics.routing.ServiceEndpoint;
import io.servicesemantics.routing.UnreadPart;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServiceSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells why a decision came out as it did, from the decision and its arguments alone. */
final class SelectionAccount {

  private final Selection decided;
  private final NodePlace node;
  private final PortEndpoints endpoints;

  private SelectionAccount(Selection decided, NodePlace node, PortEndpoints endpoints) {
    this.decided = decided;
    this.node = node;
    this.endpoints = endpoints;
  }

  static Because of(
      Selection decided,
      Service service,
      IpFamily family,
      NodePlace node,
      PortEndpoints endpoints,
      ImmutableList<UnreadPart> unread) {
    SelectionAccount account = new SelectionAccount(decided, node, endpoints);
    List<Because> causes = new ArrayList<>();
    if (decided.isServed()) {
      causes.add(served(service, family));
      causes.add(account.cluster());
      causes.add(account.local());
      for (EndpointUse use : EndpointUses.of(decided, node, endpoints)) {
        use.cluster().ifPresent(reason -> causes.add(account.of(reason, use.endpoint())));
        use.local().ifPresent(reason -> causes.add(account.of(reason, use.endpoint())));
      }
      for (UnreadPart part : unread) {
        causes.add(left(part));
      }
    }
    Because outcome = decided.isServed() ? account.outcome() : notServed(decided, service, family);
    return new Because(outcome.reason(), outcome.facts(), ImmutableList.copyOf(causes));
  }

  private static Because notServed(Selection decided, Service service, IpFamily family) {
    Because why = Because.of(decided.served());
    return decided.served() == SelectionReason.SERVICE_WITHOUT_CLUSTER_IP_OF_FAMILY
        ? why.withFact("family", family.wireName())
            .withFact("clusterIPs", clusterIps(service.spec()))
        : why;
  }

  private static Because served(Service service, IpFamily family) {
    return Because.of(SelectionReason.SERVICE_HAS_CLUSTER_IP)
        .withFact("clusterIP", ServiceAddresses.clusterIp(service.spec(), family));
  }

  private static String clusterIps(ServiceSpec spec) {
    return spec.clusterIPs().isEmpty() ? spec.clusterIP() : String.join(" ", spec.clusterIPs());
  }

  private Because outcome() {
    return Because.of(decided.outcome())
        .withFact("chosen", share(decided.cluster().union(decided.local())))
        .withFact("node", node.name());
  }

  private Because cluster() {
    Because why = Because.of(decided.clusterReason());
    return decided.clusterReason() == SelectionReason.CLUSTER_LIST_UNUSED
        ? why
        : why.withFact("chosen", share(decided.cluster())).withCause(mode());
  }

  private Because local() {
    Because why = Because.of(decided.localReason());
    return decided.localReason() == SelectionReason.LOCAL_LIST_UNUSED
        ? why
        : why.withFact("chosen", share(decided.local()));
  }

  /** Why that topology mode; node hints that failed before zone hints were asked are a cause. */
  private Because mode() {
    Because why = hints(decided.modeReason());
    boolean isNodeHintsApart =
        decided.nodeHints() != decided.modeReason()
            && decided.nodeHints() != SelectionReason.NO_HINTS;
    return isNodeHintsApart ? why.withCause(hints(decided.nodeHints())) : why;
  }

  private Because hints(SelectionReason reason) {
    Because why = Because.of(reason);
    return switch (reason) {
      case NODE_HINTS_INCOMPLETE -> withEndpoint(why, endpoints.readyWithoutNodeHint());
      case ZONE_HINTS_INCOMPLETE -> withEndpoint(why, endpoints.readyWithoutZoneHint());
      case NODE_HINTS_USED, NODE_HINTS_FOR_OTHERS, NODE_IN_NO_ZONE ->
          why.withFact("node", node.name());
      case ZONE_HINTS_USED, ZONE_HINTS_FOR_OTHERS -> why.withFact("zone", zone());
      default -> why;
    };
  }

  private static Because withEndpoint(Because why, Optional<ServiceEndpoint> endpoint) {
    return endpoint.map(found -> why.withFact("endpoint", found)).orElse(why);
  }

  private Because of(SelectionReason reason, ServiceEndpoint endpoint) {
    Because why = Because.of(reason).withFact("endpoint", endpoint);
    return switch (reason) {
      case ON_ANOTHER_NODE -> why.withFact("node", endpoint.said().nodeName().orElse(""));
      case HINTED_FOR_OTHER_ZONES -> why.withFact("zones", zones(endpoint));
      case HINTED_FOR_OTHER_NODES -> why.withFact("nodes", nodes(endpoint));
      default -> why;
    };
  }

  private static Because left(UnreadPart part) {
    Because why =
        Because.of(part.reason()).withFact("slice", part.slice()).withFact("field", part.field());
    return part.text().isEmpty() ? why : why.withFact("value", part.text());
  }

  private static String zones(ServiceEndpoint endpoint) {
    return endpoint.said().hints().map(hints -> String.join(" ", hints.forZones())).orElse("");
  }

  private static String nodes(ServiceEndpoint endpoint) {
    return endpoint.said().hints().map(hints -> String.join(" ", hints.forNodes())).orElse("");
  }

  private String zone() {
    return node.zone().isEmpty() ? "unknown" : node.zone();
  }

  private String share(EndpointSet chosen) {
    return chosen.size() + " of " + endpoints.size();
  }
}
