package io.servicesemantics.impl.slicing;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.collect.ShardedMap;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The nodes of a cluster by name, and how much CPU each zone has.
 *
 * <p>Follows {@code topologycache/topologycache.go}, SetNodes (routing 1.11.2).
 */
final class NodeTable {

  private final ShardedMap<String, PlacedNode> nodes;
  private final ImmutableSortedMap<String, BigInteger> cpuByZone;
  private final int insufficientNodes;
  private final ImmutableSortedMap<String, Double> ratios;

  private NodeTable(
      ShardedMap<String, PlacedNode> nodes,
      ImmutableSortedMap<String, BigInteger> cpuByZone,
      int insufficientNodes) {
    this.nodes = nodes;
    this.cpuByZone = cpuByZone;
    this.insufficientNodes = insufficientNodes;
    this.ratios = ratios(cpuByZone, insufficientNodes);
  }

  static NodeTable of(Iterable<Node> nodes) {
    Map<String, PlacedNode> placed = new HashMap<>();
    for (Node node : nodes) {
      placed.put(node.metadata().name(), new PlacedNode(node));
    }
    Map<String, BigInteger> cpu = new HashMap<>();
    int insufficient = 0;
    for (PlacedNode node : placed.values()) {
      insufficient += node.isInsufficient() ? 1 : 0;
      add(cpu, node, 1);
    }
    return new NodeTable(ShardedMap.copyOf(placed), ImmutableSortedMap.copyOf(cpu), insufficient);
  }

  @Nullable PlacedNode get(String name) {
    return nodes.get(name);
  }

  /** The share of CPU each zone has; empty when it is not known well enough for hints. */
  ImmutableSortedMap<String, Double> ratios() {
    return ratios;
  }

  /** The names of nodes whose zone or CPU is missing, so that nothing can be shared out. */
  ImmutableSortedSet<String> insufficient() {
    ImmutableSortedSet.Builder<String> names = ImmutableSortedSet.naturalOrder();
    nodes.forEach(
        (name, node) -> {
          if (node.isInsufficient()) {
            names.add(name);
          }
        });
    return names.build();
  }

  /** The zones of which some node counts. */
  ImmutableSortedSet<String> zones() {
    return cpuByZone.keySet();
  }

  NodeTable with(Node node) {
    return replaced(node.metadata().name(), new PlacedNode(node));
  }

  NodeTable without(String name) {
    return replaced(name, null);
  }

  private NodeTable replaced(String name, @Nullable PlacedNode next) {
    PlacedNode before = nodes.get(name);
    Map<String, BigInteger> cpu = new HashMap<>(cpuByZone);
    int insufficient = insufficientNodes;
    if (before != null) {
      insufficient -= before.isInsufficient() ? 1 : 0;
      add(cpu, before, -1);
    }
    if (next != null) {
      insufficient += next.isInsufficient() ? 1 : 0;
      add(cpu, next, 1);
    }
    return new NodeTable(
        next == null ? nodes.without(name) : nodes.with(name, next),
        ImmutableSortedMap.copyOf(cpu),
        insufficient);
  }

  private static void add(Map<String, BigInteger> cpu, PlacedNode node, int sign) {
    if (node.counts && node.zone.isPresent() && node.cpu.signum() != 0) {
      String zone = node.zone.get();
      BigInteger change = sign < 0 ? node.cpu.negate() : node.cpu;
      BigInteger sum = cpu.getOrDefault(zone, BigInteger.ZERO).add(change);
      if (sum.signum() == 0) {
        cpu.remove(zone);
      } else {
        cpu.put(zone, sum);
      }
    }
  }

  private static ImmutableSortedMap<String, Double> ratios(
      ImmutableSortedMap<String, BigInteger> cpuByZone, int insufficientNodes) {
    BigInteger total = BigInteger.ZERO;
    for (BigInteger cpu : cpuByZone.values()) {
      total = total.add(cpu);
    }
    if (insufficientNodes > 0 || cpuByZone.size() < 2 || total.signum() == 0) {
      return ImmutableSortedMap.of();
    }
    double totalMilli = CpuQuantity.milli(total);
    ImmutableSortedMap.Builder<String, Double> ratios = ImmutableSortedMap.naturalOrder();
    cpuByZone.forEach((zone, cpu) -> ratios.put(zone, CpuQuantity.milli(cpu) / totalMilli));
    return ratios.buildOrThrow();
  }
}
