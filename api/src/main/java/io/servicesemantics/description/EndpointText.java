package io.servicesemantics.description;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.endpoint.Endpoint;
import io.servicesemantics.endpoint.EndpointPort;

/** Puts one endpoint into a line for a terminal. */
final class EndpointText {

  private EndpointText() {}

  static String of(EndpointDescription description) {
    Endpoint endpoint = description.endpoint();
    StringBuilder line = new StringBuilder("    ");
    line.append(String.join(", ", endpoint.addresses())).append(ports(description.ports()));
    endpoint
        .targetRef()
        .ifPresent(to -> line.append("  ").append(to.kind()).append(' ').append(to.name()));
    endpoint.nodeName().ifPresent(node -> line.append(" on ").append(node));
    endpoint.zone().ifPresent(zone -> line.append(" in ").append(zone));
    endpoint.hostname().ifPresent(name -> line.append(", host name ").append(name));
    return line.append(state(endpoint)).toString();
  }

  private static String ports(ImmutableList<EndpointPort> ports) {
    StringBuilder numbers = new StringBuilder();
    for (EndpointPort port : ports) {
      numbers.append(numbers.length() == 0 ? ":" : ",");
      numbers.append(port.port().isPresent() ? "" + port.port().getAsInt() : "?");
    }
    return numbers.toString();
  }

  private static String state(Endpoint endpoint) {
    if (endpoint.conditions().isReady()) {
      return ", ready";
    }
    if (endpoint.conditions().isTerminating()) {
      return endpoint.conditions().isServing() ? ", serving while terminating" : ", terminating";
    }
    return ", not ready";
  }

  // Who sends traffic to it; empty where every node does.
  static String use(EndpointDescription description) {
    if (description.usedBy().size() == description.nodes()) {
      return "";
    }
    return description.usedBy().isEmpty()
        ? ": " + description.because().reason().sentence()
        : ", used from " + String.join(", ", description.usedBy());
  }
}
