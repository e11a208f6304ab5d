package io.servicesemantics.impl.routing;

import io.servicesemantics.net.IpFamily;
import io.servicesemantics.routing.PortEndpoints;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServicePort;
import org.jspecify.annotations.Nullable;

/**
 * A Service port in one family: from what its verdicts were decided.
 *
 * @param endpoints the endpoints as the node sees them
 * @param ranges which senders its load-balancer addresses take; null where they take all
 */
record PortRoutes(
    Service service,
    ServicePort port,
    IpFamily family,
    PortEndpoints endpoints,
    @Nullable SourceRanges ranges) {

  /** The selection that the verdicts rest on: decided again, by the same rules from the same. */
  Selection selection(NodeContext context) {
    return Selector.decide(
        PortPolicies.of(service, port, family),
        context.place(),
        endpoints,
        context.rules().hintsFor(service));
  }

  String label() {
    String name = service.namespacedName().toString();
    return port.name().isEmpty() ? name : name + ":" + port.name();
  }
}
