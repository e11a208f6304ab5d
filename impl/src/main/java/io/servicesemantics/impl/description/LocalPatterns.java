package io.servicesemantics.impl.description;

import io.servicesemantics.cluster.Node;
import io.servicesemantics.endpoint.EndpointHints;
import io.servicesemantics.routing.PortEndpoints;
import io.servicesemantics.routing.ServiceEndpoint;
import io.servicesemantics.service.ExternalTrafficPolicy;
import io.servicesemantics.service.InternalTrafficPolicy;
import io.servicesemantics.service.Service;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * How many endpoints of a Service are on each node and hinted for it: nodes with as many treat the
 * Service alike, each with its own.
 */
final class LocalPatterns {

  private final Map<String, StringBuilder> byNode = new HashMap<>();
  private final Set<String> zones = new HashSet<>();
  private int places;

  private LocalPatterns() {}

  // Of a Service and of those that claim the same addresses: one of them may get its traffic.
  static LocalPatterns of(Service service, ServedPorts ports, Scene scene) {
    LocalPatterns patterns = new LocalPatterns();
    for (Service each : scene.rivals().of(service)) {
      boolean isSelf = each.namespacedName().equals(service.namespacedName());
      patterns.add(each, isSelf ? ports : ServedPorts.of(each, scene));
    }
    return patterns;
  }

  private void add(Service service, ServedPorts ports) {
    boolean staysLocal =
        service.spec().internalTrafficPolicy().is(InternalTrafficPolicy.LOCAL)
            || service.spec().externalTrafficPolicy().is(ExternalTrafficPolicy.LOCAL);
    for (ServedPorts.Served served : ports.ports()) {
      add(places++, served.endpoints(), staysLocal);
    }
  }

  private void add(int place, PortEndpoints endpoints, boolean staysLocal) {
    for (String node : endpoints.otherViews()) {
      text(node).append(place).append(" sees ").append(node).append(';');
    }
    Map<String, int[]> counts = new HashMap<>();
    for (ServiceEndpoint endpoint : endpoints.endpoints()) {
      int state = endpoint.isReady() ? 0 : endpoint.isServingWhileTerminating() ? 1 : -1;
      if (state >= 0 && staysLocal) {
        endpoint.said().nodeName().ifPresent(node -> count(counts, node, state));
      }
      if (endpoint.isReady()) {
        endpoint.said().hints().ifPresent(hints -> add(hints, counts));
      }
    }
    counts.forEach(
        (node, count) -> {
          StringBuilder text = text(node).append(place);
          for (int number : count) {
            text.append(' ').append(number);
          }
          text.append(';');
        });
  }

  private StringBuilder text(String node) {
    return byNode.computeIfAbsent(node, unused -> new StringBuilder());
  }

  private void add(EndpointHints hints, Map<String, int[]> counts) {
    zones.addAll(hints.forZones());
    hints.forNodes().forEach(node -> count(counts, node, 2));
  }

  private static void count(Map<String, int[]> counts, String node, int what) {
    counts.computeIfAbsent(node, unused -> new int[3])[what]++;
  }

  // Whether all nodes are alike.
  boolean isNone() {
    return byNode.isEmpty() && zones.isEmpty();
  }

  String of(Node node) {
    StringBuilder counts = byNode.get(node.metadata().name());
    String zone = zones.contains(node.zone()) ? node.zone() : "";
    return (counts == null ? "" : counts.toString()) + '@' + zone;
  }
}
