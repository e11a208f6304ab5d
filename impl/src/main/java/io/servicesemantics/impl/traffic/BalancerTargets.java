package io.servicesemantics.impl.traffic;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.routing.ServiceEndpoint;
import io.servicesemantics.traffic.HealthChecker;
import io.servicesemantics.traffic.LoadBalancerModel;
import io.servicesemantics.traffic.LoadBalancerPlan;
import io.servicesemantics.traffic.LoadBalancerTargets;
import io.servicesemantics.traffic.ServedHealth;
import io.servicesemantics.traffic.ServiceHealth;
import io.servicesemantics.traffic.ShareReason;
import io.servicesemantics.traffic.TargetNode;
import io.servicesemantics.traffic.TargetProbe;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what a load balancer sends to, by asking who gives it targets and who checks them. */
final class BalancerTargets {

  private final HealthChecker checker;
  private final LoadBalancerTargets targets;

  BalancerTargets(HealthChecker checker, LoadBalancerTargets targets) {
    this.checker = checker;
    this.targets = targets;
  }

  /** The nodes that get connections, each with its part. */
  BalancerWeights<Node> nodes(LoadedPort port, LoadBalancerModel model) {
    Map<String, ServiceHealth> health = health(port);
    LoadBalancerPlan plan = targets.plan(port.service(), port.world());
    ImmutableList.Builder<Node> used = ImmutableList.builder();
    boolean isAnyThere = false;
    if (plan.isHandled()) {
      for (TargetNode target : plan.targets()) {
        isAnyThere = true;
        if (!model.healthChecked() || isPassing(target, port.name().family())) {
          used.add(Objects.requireNonNull(port.nodes().get(target.name())));
        }
      }
    } else {
      // Whoever else looks after the load balancer is taken to give it every node.
      for (Node node : port.nodes().values()) {
        isAnyThere = true;
        ServiceHealth said = health.get(node.metadata().name());
        if (!model.healthChecked() || said == null || !said.isServed() || said.isPassing()) {
          used.add(node);
        }
      }
    }
    return BalancerWeights.of(
        model,
        used.build(),
        Node::zone,
        zones(port),
        node -> weight(health.get(node.metadata().name())),
        isAnyThere ? ShareReason.NO_TARGET_PASSES : ShareReason.NO_TARGET_THERE);
  }

  private static boolean isPassing(TargetNode target, IpFamily family) {
    for (TargetProbe probe : target.probes()) {
      if (probe.isPassing() && probe.family().filter(asked -> asked != family).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private Map<String, ServiceHealth> health(LoadedPort port) {
    Map<String, ServiceHealth> health = new HashMap<>();
    for (ServiceHealth check : checker.overview(port.service(), port.world()).checks()) {
      if (check.family() == port.name().family()) {
        health.put(check.node(), check);
      }
    }
    return health;
  }

  private static int weight(@Nullable ServiceHealth health) {
    return health == null ? -1 : health.served().map(ServedHealth::localEndpoints).orElse(-1);
  }

  /** The ready endpoints, each with its part; nobody else is a target of its own. */
  static BalancerWeights<ServiceEndpoint> pods(LoadedPort port, LoadBalancerModel model) {
    ImmutableSet.Builder<String> zones = ImmutableSet.builder();
    zones.addAll(zones(port));
    port.endpoints().endpoints().forEach(endpoint -> zones.add(port.zone(endpoint)));
    return BalancerWeights.of(
        model,
        port.endpoints().ready().toList(),
        port::zone,
        zones.build(),
        endpoint -> -1,
        ShareReason.NO_TARGET_THERE);
  }

  private static Set<String> zones(LoadedPort port) {
    ImmutableSet.Builder<String> zones = ImmutableSet.builder();
    ImmutableMap<String, Node> nodes = port.nodes();
    nodes.values().forEach(node -> zones.add(node.zone()));
    return zones.build();
  }
}
