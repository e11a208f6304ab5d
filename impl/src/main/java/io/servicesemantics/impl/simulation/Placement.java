package io.servicesemantics.impl.simulation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.cluster.PodSpec;
import io.servicesemantics.cluster.Taint;
import io.servicesemantics.object.Condition;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where the next Pod goes. Lives for one expansion; nothing outside sees it change. */
final class Placement {

  /** Nodes that take the same Pods, and whose turn it is. */
  private static final class Round {
    private final ImmutableList<NodeAddresses> nodes;
    private int next;

    Round(ImmutableList<NodeAddresses> nodes) {
      this.nodes = nodes;
    }

    @Nullable NodeAddresses take() {
      if (nodes.isEmpty()) {
        return null;
      }
      // One that has run out of addresses is passed over, as long as another one has some.
      for (int tried = 0; tried < nodes.size(); tried++) {
        NodeAddresses node = nodes.get(next);
        next = (next + 1) % nodes.size();
        if (node.hasRoom()) {
          return node;
        }
      }
      return nodes.get(next);
    }
  }

  private final ImmutableList<Node> nodes;
  private final Map<String, NodeAddresses> byName = new HashMap<>();
  private final Map<ImmutableMap<String, String>, Round> rounds = new HashMap<>();

  Placement(ImmutableList<Node> nodes, ImmutableList<Pod> pods) {
    this.nodes = nodes;
    Set<String> taken = new HashSet<>();
    for (Pod pod : pods) {
      taken.addAll(pod.status().podIPs());
      taken.add(pod.status().podIP());
    }
    for (int i = 0; i < nodes.size(); i++) {
      byName.put(nodes.get(i).metadata().name(), new NodeAddresses(nodes.get(i), i, taken));
    }
  }

  // The node of this name, or null.
  @Nullable NodeAddresses named(String name) {
    return byName.get(name);
  }

  // The node whose turn it is, or null where no node takes such a Pod.
  @Nullable NodeAddresses next(PodSpec spec) {
    return rounds.computeIfAbsent(spec.nodeSelector(), selector -> round(spec)).take();
  }

  private Round round(PodSpec spec) {
    ImmutableList.Builder<NodeAddresses> takers = ImmutableList.builder();
    for (Node node : takers(nodes, spec, false)) {
      NodeAddresses addresses = byName.get(node.metadata().name());
      if (addresses != null) {
        takers.add(addresses);
      }
    }
    return new Round(takers.build());
  }

  static ImmutableList<Node> takers(ImmutableList<Node> nodes, PodSpec spec, boolean daemon) {
    ImmutableList.Builder<Node> takers = ImmutableList.builder();
    for (Node node : nodes) {
      if (takes(node, spec, daemon)) {
        takers.add(node);
      }
    }
    return takers.build();
  }

  private static boolean takes(Node node, PodSpec spec, boolean daemon) {
    if (node.spec().unschedulable() && !daemon) {
      return false;
    }
    for (Taint taint : node.spec().taints()) {
      boolean cordon = taint.key().equals("node.kubernetes.io/unschedulable");
      if (!taint.effect().equals("PreferNoSchedule") && !(cordon && daemon)) {
        return false;
      }
    }
    return !isNotReady(node)
        && node.metadata().labels().entrySet().containsAll(spec.nodeSelector().entrySet());
  }

  // A node in a hand-written file has no conditions; only one that says so is not ready.
  private static boolean isNotReady(Node node) {
    for (Condition condition : node.status().conditions()) {
      if (condition.type().equals("Ready")) {
        return !node.isReady();
      }
    }
    return false;
  }
}
