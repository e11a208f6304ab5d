package io.servicesemantics.impl.dns;

import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.cluster.PodPhase;
import io.servicesemantics.collect.ShardedMap;
import io.servicesemantics.object.NamespacedName;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which addresses Pods have, for names that are given to Pods that exist alone (dns 1.6, 7.5). */
final class PodAddresses {

  static final PodAddresses NONE = new PodAddresses(ShardedMap.of(), ShardedMap.of());

  private final ShardedMap<NamespacedName, String> byPod;
  private final ShardedMap<NamespacedName, Integer> counts; // by namespace and address

  private PodAddresses(
      ShardedMap<NamespacedName, String> byPod, ShardedMap<NamespacedName, Integer> counts) {
    this.byPod = byPod;
    this.counts = counts;
  }

  static PodAddresses of(ClusterSnapshot world, ZoneContext context) {
    if (!context.verifiesPods()) {
      return NONE;
    }
    Map<NamespacedName, String> byPod = new HashMap<>();
    Map<NamespacedName, Integer> counts = new HashMap<>();
    world
        .podsByName()
        .forEach(
            (name, pod) -> {
              String address = address(pod, context);
              if (address != null) {
                byPod.put(name, address);
                counts.merge(key(name, address), 1, Integer::sum);
              }
            });
    return new PodAddresses(ShardedMap.copyOf(byPod), ShardedMap.copyOf(counts));
  }

  private static NamespacedName key(NamespacedName pod, String address) {
    return NamespacedName.of(pod.namespace(), address);
  }

  private static @Nullable String address(Pod pod, ZoneContext context) {
    boolean isSeen =
        pod.metadata().deletionTimestamp().isEmpty()
            && !pod.status().phase().is(PodPhase.SUCCEEDED)
            && !pod.status().phase().is(PodPhase.FAILED)
            && !pod.status().phase().is(PodPhase.UNKNOWN)
            && context.objects().isMet(pod.metadata().labels());
    return isSeen && !pod.status().podIP().isEmpty() ? pod.status().podIP() : null;
  }

  /** How many Pods of a namespace have an address. */
  int count(String namespace, String address) {
    Integer count = counts.get(NamespacedName.of(namespace, address));
    return count == null ? 0 : count;
  }

  PodAddresses after(NamespacedName name, @Nullable Pod pod, ZoneContext context) {
    String before = byPod.get(name);
    String next = pod == null ? null : address(pod, context);
    ShardedMap<NamespacedName, Integer> counted = counts;
    if (before != null) {
      int left = count(name.namespace(), before) - 1;
      NamespacedName key = key(name, before);
      counted = left == 0 ? counted.without(key) : counted.with(key, left);
    }
    if (next == null) {
      return new PodAddresses(byPod.without(name), counted);
    }
    NamespacedName key = key(name, next);
    Integer there = counted.get(key);
    return new PodAddresses(
        byPod.with(name, next), counted.with(key, there == null ? 1 : there + 1));
  }
}
