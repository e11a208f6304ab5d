package io.servicesemantics.impl.dns;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.Namespace;
import io.servicesemantics.collect.ShardedMap;
import io.servicesemantics.object.NamespacedName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The namespaces whose names are told (dns 1.1, 1.2). A cluster that says of no namespace that it
 * exists is taken to have those that its Services and slices are in.
 *
 * @param existing those that are said to exist, whether their names are told or not
 * @param entries those whose names are told, each under its two names
 */
record SeenNamespaces(
    ImmutableSet<String> existing, ShardedMap<String, ImmutableList<NamespaceEntry>> entries) {

  static SeenNamespaces of(ClusterSnapshot world, ZoneContext context) {
    if (world.namespaces().isEmpty()) {
      Set<String> names = new HashSet<>();
      world.servicesByName().keySet().forEach(name -> names.add(name.namespace()));
      world.slicesByService().keySet().forEach(name -> names.add(name.namespace()));
      return implied(names, context);
    }
    Set<String> existing = new HashSet<>();
    Map<String, ImmutableList<NamespaceEntry>> entries = new HashMap<>();
    for (Namespace namespace : world.namespaces()) {
      String name = namespace.metadata().name();
      existing.add(name);
      if (context.exposes(namespace)) {
        entries.put(name, NamespaceEntry.of(name, context));
      } else {
        entries.remove(name);
      }
    }
    return new SeenNamespaces(ImmutableSet.copyOf(existing), ShardedMap.copyOf(entries));
  }

  private static SeenNamespaces implied(Set<String> names, ZoneContext context) {
    Map<String, ImmutableList<NamespaceEntry>> entries = new HashMap<>();
    for (String name : names) {
      if (context.exposes(Namespace.of(name))) {
        entries.put(name, NamespaceEntry.of(name, context));
      }
    }
    return new SeenNamespaces(ImmutableSet.of(), ShardedMap.copyOf(entries));
  }

  boolean has(String namespace) {
    return entries.get(namespace) != null;
  }

  boolean isImplied() {
    return existing.isEmpty();
  }

  void forEach(Consumer<NamespaceEntry> visitor) {
    entries.forEach((name, both) -> both.forEach(visitor));
  }

  /** Adds the entries that others do not have: known by identity, so that new ones replace. */
  @SuppressWarnings("ReferenceEquality") // the table knows its entries by identity
  void addUnlessIn(SeenNamespaces others, List<Keyed> list) {
    entries.forEach(
        (name, both) -> {
          if (others.entries.get(name) != both) {
            list.addAll(both);
          }
        });
  }

  /** Those after one came, changed or went, in a cluster of some Services. */
  SeenNamespaces after(
      Namespace namespace,
      boolean isGone,
      ShardedMap<NamespacedName, ServiceNames> services,
      ZoneContext context) {
    String name = namespace.metadata().name();
    ImmutableSet<String> rest = Sets.difference(existing, ImmutableSet.of(name)).immutableCopy();
    if (isGone && rest.isEmpty()) {
      Set<String> names = new HashSet<>();
      services.forEach((service, unused) -> names.add(service.namespace()));
      return isImplied() ? this : implied(names, context);
    }
    ShardedMap<String, ImmutableList<NamespaceEntry>> others =
        isImplied() ? ShardedMap.of() : entries;
    boolean isTold = !isGone && context.exposes(namespace);
    return new SeenNamespaces(
        isGone ? rest : ImmutableSet.<String>builder().addAll(rest).add(name).build(),
        isTold == (others.get(name) != null)
            ? others
            : isTold ? others.with(name, NamespaceEntry.of(name, context)) : others.without(name));
  }

  /** Those of a cluster that says of none, after a Service or its slices came or went. */
  SeenNamespaces afterService(
      String namespace, ShardedMap<NamespacedName, ServiceNames> services, ZoneContext context) {
    boolean[] isUsed = new boolean[1];
    services.forEach((name, unused) -> isUsed[0] |= name.namespace().equals(namespace));
    boolean isTold = isUsed[0] && context.exposes(Namespace.of(namespace));
    if (isTold == has(namespace)) {
      return this;
    }
    return new SeenNamespaces(
        existing,
        isTold
            ? entries.with(namespace, NamespaceEntry.of(namespace, context))
            : entries.without(namespace));
  }
}
