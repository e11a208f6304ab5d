package io.servicesemantics.impl.routing;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.routing.EndpointSet;
import io.servicesemantics.routing.FrontEndKind;
import io.servicesemantics.routing.SessionAffinityRule;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells which Service ports remember their clients: those with endpoints in reach (recorded 13).
 */
final class AffinityRules {

  static final Comparator<SessionAffinityRule> ORDER =
      Comparator.comparing(SessionAffinityRule::service)
          .thenComparing(SessionAffinityRule::portName)
          .thenComparing(SessionAffinityRule::protocol)
          .thenComparing(SessionAffinityRule::family);

  private AffinityRules() {}

  static void add(ServiceRoutes routes, NodeContext context, List<SessionAffinityRule> all) {
    Set<Object> seen = new HashSet<>();
    for (Listed listed : routes.listed()) {
      if (listed instanceof Entrance entrance
          && entrance.kind != FrontEndKind.HEALTH_CHECK_NODE_PORT
          && seen.add(
              ImmutableList.of(
                  entrance.port.port().name(), entrance.protocol(), entrance.family()))) {
        add(entrance.port, context, all);
      }
    }
  }

  private static void add(PortRoutes port, NodeContext context, List<SessionAffinityRule> all) {
    int seconds = Affinity.seconds(port.service());
    if (seconds == 0) {
      return;
    }
    Selection selection = port.selection(context);
    EndpointSet reachable = selection.cluster().union(selection.local());
    if (!reachable.isEmpty()) {
      all.add(
          new SessionAffinityRule(
              port.service().namespacedName(),
              port.port().name(),
              Protocols.of(port.port()),
              port.family(),
              context.traits().affinityMemory(),
              Duration.ofSeconds(seconds),
              reachable));
    }
  }
}
