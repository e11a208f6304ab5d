package io.servicesemantics.impl.slicing;

import com.google.common.collect.ImmutableMap;
import io.servicesemantics.collect.ShardedMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The managed Services of a cluster by one label of their selectors, so that a Pod's Services are
 * found by its labels.
 */
final class SelectorIndex {

  /** A label in a namespace; a null key stands for the selector without labels. */
  private record Key(String namespace, @Nullable String label, String value)
      implements Comparable<Key> {

    @Override
    public int compareTo(Key other) {
      int order = namespace.compareTo(other.namespace);
      if (order == 0) {
        order = text(label).compareTo(text(other.label));
      }
      return order == 0 ? value.compareTo(other.value) : order;
    }

    private static String text(@Nullable String label) {
      return label == null ? "" : label;
    }
  }

  static final SelectorIndex EMPTY = new SelectorIndex(ShardedMap.of());

  private final ShardedMap<Key, ShardedMap<String, ServiceTraits>> services;

  private SelectorIndex(ShardedMap<Key, ShardedMap<String, ServiceTraits>> services) {
    this.services = services;
  }

  static SelectorIndex of(Iterable<ServiceTraits> all) {
    Map<Key, Map<String, ServiceTraits>> services = new HashMap<>();
    for (ServiceTraits service : all) {
      if (service.unmanaged == null) {
        Key rarest = null;
        int fewest = Integer.MAX_VALUE;
        for (Key key : keys(service)) {
          int size = services.getOrDefault(key, Map.of()).size();
          if (size < fewest) {
            rarest = key;
            fewest = size;
          }
        }
        if (rarest != null) {
          services.computeIfAbsent(rarest, key -> new HashMap<>()).put(service.name, service);
        }
      }
    }
    Map<Key, ShardedMap<String, ServiceTraits>> frozen = new HashMap<>();
    services.forEach((key, byName) -> frozen.put(key, ShardedMap.copyOf(byName)));
    return new SelectorIndex(ShardedMap.copyOf(frozen));
  }

  SelectorIndex with(ServiceTraits service) {
    if (service.unmanaged != null) {
      return this;
    }
    Key rarest = null;
    ShardedMap<String, ServiceTraits> fewest = ShardedMap.of();
    for (Key key : keys(service)) {
      ShardedMap<String, ServiceTraits> byName = services.get(key);
      if (byName == null) {
        byName = ShardedMap.of();
      }
      if (rarest == null || byName.size() < fewest.size()) {
        rarest = key;
        fewest = byName;
      }
    }
    return rarest == null
        ? this
        : new SelectorIndex(services.with(rarest, fewest.with(service.name, service)));
  }

  SelectorIndex without(ServiceTraits service) {
    ShardedMap<Key, ShardedMap<String, ServiceTraits>> rest = services;
    for (Key key : keys(service)) {
      ShardedMap<String, ServiceTraits> byName = rest.get(key);
      if (byName != null) {
        ShardedMap<String, ServiceTraits> less = byName.without(service.name);
        rest = less.size() == 0 ? rest.without(key) : rest.with(key, less);
      }
    }
    return rest == services ? this : new SelectorIndex(rest);
  }

  /** Hands over every Service that selects these labels. */
  void forEachSelecting(
      String namespace, ImmutableMap<String, String> labels, Consumer<ServiceTraits> visitor) {
    visit(new Key(namespace, null, ""), labels, visitor);
    for (Map.Entry<String, String> label : labels.entrySet()) {
      visit(new Key(namespace, label.getKey(), label.getValue()), labels, visitor);
    }
  }

  private void visit(
      Key key, ImmutableMap<String, String> labels, Consumer<ServiceTraits> visitor) {
    ShardedMap<String, ServiceTraits> byName = services.get(key);
    if (byName != null) {
      byName.forEach(
          (name, service) -> {
            if (service.selects(labels)) {
              visitor.accept(service);
            }
          });
    }
  }

  private static Iterable<Key> keys(ServiceTraits service) {
    if (service.selector.isEmpty()) {
      return List.of(new Key(service.namespace, null, ""));
    }
    List<Key> keys = new ArrayList<>(service.selector.size());
    service.selector.forEach((label, value) -> keys.add(new Key(service.namespace, label, value)));
    return keys;
  }
}
