package io.servicesemantics.traffic;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.routing.Fraction;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a load enters at which node, exactly.
 *
 * <pre>{@code
 * NodeWeights.evenly()                                                         // over all nodes
 * NodeWeights.byZone(Map.of("zone-1", Fraction.of(3, 4), "zone-2", Fraction.of(1, 4)))
 * NodeWeights.ofPods(clients)                                                  // as they stand
 * }</pre>
 *
 * <p>Weights are 0 or more and sum to exactly 1; others are refused at once.
 */
public final class NodeWeights implements Serializable {

  private static final long serialVersionUID = 1;

  private static final NodeWeights EVENLY = new NodeWeights(Kind.EVENLY, ImmutableMap.of());

  /** What the weights are given for. */
  private enum Kind {
    EVENLY,
    NODES,
    ZONES
  }

  private final Kind kind;
  private final ImmutableMap<String, Fraction> weights;

  private NodeWeights(Kind kind, ImmutableMap<String, Fraction> weights) {
    this.kind = kind;
    this.weights = weights;
  }

  /** {@return the same weight for every node there is} */
  public static NodeWeights evenly() {
    return EVENLY;
  }

  /**
   * Returns a weight for each of some nodes.
   *
   * @param weights by name of node; those not named get nothing
   * @return the weights
   */
  public static NodeWeights byNode(Map<String, Fraction> weights) {
    check("nodes", weights);
    return new NodeWeights(Kind.NODES, ImmutableMap.copyOf(weights));
  }

  /**
   * Returns a weight for each of some zones, spread evenly over the nodes of the zone.
   *
   * @param weights by name of zone; those not named get nothing
   * @return the weights
   */
  public static NodeWeights byZone(Map<String, Fraction> weights) {
    check("zones", weights);
    return new NodeWeights(Kind.ZONES, ImmutableMap.copyOf(weights));
  }

  /**
   * Returns weights as some Pods stand on nodes: each of them sends as much as any other.
   *
   * @param pods the Pods, one or more; those without a node are left out
   * @return the weights
   */
  public static NodeWeights ofPods(Iterable<Pod> pods) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    int all = 0;
    for (Pod pod : pods) {
      if (!pod.spec().nodeName().isEmpty()) {
        counts.merge(pod.spec().nodeName(), 1, Integer::sum);
        all++;
      }
    }
    checkArgument(all > 0, "Pods that send: \"[]\"; expected one or more on nodes");
    Map<String, Fraction> weights = new LinkedHashMap<>();
    for (Map.Entry<String, Integer> entry : counts.entrySet()) {
      weights.put(entry.getKey(), Fraction.of(entry.getValue(), all));
    }
    return byNode(weights);
  }

  /** Checks that weights are 0 or more and sum to 1. */
  static void check(String of, Map<String, Fraction> weights) {
    Fraction sum = Fraction.ZERO;
    for (Map.Entry<String, Fraction> entry : weights.entrySet()) {
      checkArgument(
          entry.getValue().compareTo(Fraction.ZERO) >= 0,
          "Weight of \"%s\": \"%s\"; expected 0 or more",
          entry.getKey(),
          entry.getValue());
      sum = sum.plus(entry.getValue());
    }
    checkArgument(
        sum.equals(Fraction.ONE),
        "Weights of %s: \"%s\", in sum %s; expected a sum of 1",
        of,
        weights,
        sum);
  }

  /**
   * Returns the weight of every node.
   *
   * @param nodes the nodes there are, by name
   * @return by name, in the order given, those with a weight other than 0
   * @throws IllegalArgumentException if there is no such node, or no node in such a zone
   */
  public ImmutableMap<String, Fraction> over(ImmutableMap<String, Node> nodes) {
    return switch (kind) {
      case EVENLY -> evenly(nodes);
      case NODES -> byName(nodes);
      case ZONES -> byZone(nodes);
    };
  }

  private static ImmutableMap<String, Fraction> evenly(ImmutableMap<String, Node> nodes) {
    checkArgument(!nodes.isEmpty(), "Nodes to spread a load over: \"[]\"; expected one or more");
    ImmutableMap.Builder<String, Fraction> all = ImmutableMap.builder();
    Fraction each = Fraction.of(1, nodes.size());
    nodes.keySet().forEach(name -> all.put(name, each));
    return all.buildOrThrow();
  }

  private ImmutableMap<String, Fraction> byName(ImmutableMap<String, Node> nodes) {
    checkKnown("node", weights.keySet(), nodes.keySet());
    ImmutableMap.Builder<String, Fraction> all = ImmutableMap.builder();
    for (String name : nodes.keySet()) {
      @Nullable Fraction weight = weights.get(name);
      if (weight != null && !weight.equals(Fraction.ZERO)) {
        all.put(name, weight);
      }
    }
    return all.buildOrThrow();
  }

  private ImmutableMap<String, Fraction> byZone(ImmutableMap<String, Node> nodes) {
    Map<String, List<String>> byZone = new HashMap<>();
    nodes.forEach(
        (name, node) -> byZone.computeIfAbsent(node.zone(), zone -> new ArrayList<>()).add(name));
    checkKnown("zone", weights.keySet(), byZone.keySet());
    Map<String, Fraction> each = new HashMap<>();
    weights.forEach(
        (zone, weight) -> {
          List<String> in = byZone.getOrDefault(zone, List.of());
          if (!weight.equals(Fraction.ZERO)) {
            each.put(zone, weight.dividedBy(Fraction.of(in.size(), 1)));
          }
        });
    ImmutableMap.Builder<String, Fraction> all = ImmutableMap.builder();
    nodes.forEach(
        (name, node) -> {
          @Nullable Fraction weight = each.get(node.zone());
          if (weight != null) {
            all.put(name, weight);
          }
        });
    return all.buildOrThrow();
  }

  private static void checkKnown(String what, Iterable<String> named, Iterable<String> known) {
    ImmutableSet<String> all = ImmutableSet.copyOf(known);
    for (String name : named) {
      checkArgument(all.contains(name), "Weight of %s: \"%s\"; expected one there is", what, name);
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof NodeWeights that && kind == that.kind && weights.equals(that.weights);
  }

  @Override
  public int hashCode() {
    return 31 * kind.hashCode() + weights.hashCode();
  }

  /** {@return the weights in words, such as {@code 3/4 in zone-1, 1/4 in zone-2}} */
  @Override
  public String toString() {
    if (kind == Kind.EVENLY) {
      return "evenly over all nodes";
    }
    String in = kind == Kind.ZONES ? " in " : " at ";
    return SplitText.few(weights.entrySet(), it -> it.getValue() + in + it.getKey());
  }
}
