package io.servicesemantics.impl.traffic;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.servicesemantics.routing.Fraction;
import io.servicesemantics.traffic.BalancerSpread;
import io.servicesemantics.traffic.LoadBalancerModel;
import io.servicesemantics.traffic.ShareReason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * Which part of a load balancer's connections goes to each target (routing 3.3).
 *
 * @param <T> what is sent to
 * @param weights by target, in the order given, those that get something
 * @param lost by zone what meets no target there; under the empty name what meets none at all
 * @param obstacle why something is lost
 */
record BalancerWeights<T>(
    ImmutableMap<T, Fraction> weights, ImmutableMap<String, Fraction> lost, ShareReason obstacle) {

  /**
   * Spreads the connections of a load balancer.
   *
   * @param model how it works
   * @param targets what it sends to, each passing its health check where it is asked
   * @param zone the zone of a target
   * @param zones the zones there are
   * @param weight the weight a target reports; negative where it reports none
   * @param obstacle why there may be no target
   */
  static <T> BalancerWeights<T> of(
      LoadBalancerModel model,
      ImmutableList<T> targets,
      Function<T, String> zone,
      Set<String> zones,
      ToIntFunction<T> weight,
      ShareReason obstacle) {
    if (model.spread() == BalancerSpread.BY_ZONE) {
      return byZone(model, targets, zone, zones);
    }
    Map<T, Integer> parts = new LinkedHashMap<>();
    long all = 0;
    boolean isReported = false;
    if (model.spread() == BalancerSpread.BY_ENDPOINT_WEIGHT) {
      for (T target : targets) {
        int reported = weight.applyAsInt(target);
        isReported |= reported >= 0;
        parts.put(target, Math.max(reported, 0));
        all += Math.max(reported, 0);
      }
    }
    if (!isReported) {
      targets.forEach(target -> parts.put(target, 1));
      all = targets.size();
    }
    ImmutableMap.Builder<T, Fraction> weights = ImmutableMap.builder();
    for (Map.Entry<T, Integer> part : parts.entrySet()) {
      if (part.getValue() > 0) {
        weights.put(part.getKey(), Fraction.of(part.getValue(), all));
      }
    }
    return new BalancerWeights<>(
        weights.buildOrThrow(),
        all == 0 ? ImmutableMap.of("", Fraction.ONE) : ImmutableMap.of(),
        obstacle);
  }

  private static <T> BalancerWeights<T> byZone(
      LoadBalancerModel model,
      ImmutableList<T> targets,
      Function<T, String> zone,
      Set<String> zones) {
    Map<String, List<T>> byZone = new LinkedHashMap<>();
    for (T target : targets) {
      byZone.computeIfAbsent(zone.apply(target), name -> new ArrayList<>()).add(target);
    }
    ImmutableMap.Builder<T, Fraction> weights = ImmutableMap.builder();
    ImmutableMap.Builder<String, Fraction> lost = ImmutableMap.builder();
    model
        .zoneShares()
        .forEach(
            (name, share) -> {
              checkArgument(
                  zones.contains(name), "Share of zone: \"%s\"; expected one there is", name);
              List<T> in = byZone.getOrDefault(name, List.of());
              if (in.isEmpty() && !share.equals(Fraction.ZERO)) {
                lost.put(name, share);
              }
              for (T target : share.equals(Fraction.ZERO) ? List.<T>of() : in) {
                weights.put(target, share.times(Fraction.of(1, in.size())));
              }
            });
    return new BalancerWeights<>(
        weights.buildOrThrow(), lost.buildOrThrow(), ShareReason.NO_TARGET_IN_ZONE);
  }
}
