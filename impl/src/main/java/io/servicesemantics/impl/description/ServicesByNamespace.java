package io.servicesemantics.impl.description;

import com.google.common.collect.ImmutableListMultimap;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.explain.Likeness;
import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.service.Service;
import java.util.Optional;

/** The names of Services, for finding the one that was meant. */
final class ServicesByNamespace {

  // Searches go over all names; who mistypes more has been told enough.
  private static final int MOST_SEARCHES = 200;

  private final ImmutableListMultimap<String, NamespacedName> byNamespace;
  private final ImmutableListMultimap<String, NamespacedName> byName;
  private int searches;

  private ServicesByNamespace(
      ImmutableListMultimap<String, NamespacedName> byNamespace,
      ImmutableListMultimap<String, NamespacedName> byName) {
    this.byNamespace = byNamespace;
    this.byName = byName;
  }

  static ServicesByNamespace of(ClusterSnapshot world) {
    ImmutableListMultimap.Builder<String, NamespacedName> byNamespace =
        ImmutableListMultimap.builder();
    ImmutableListMultimap.Builder<String, NamespacedName> byName = ImmutableListMultimap.builder();
    for (Service service : world.servicesByName().values()) {
      NamespacedName name = service.namespacedName();
      if (!name.equals(StandardDescriber.API_SERVER)) {
        byNamespace.put(name.namespace(), name);
        byName.put(name.name(), name);
      }
    }
    return new ServicesByNamespace(byNamespace.build(), byName.build());
  }

  // Whether anything was read of a namespace that a name could be missing from.
  boolean isKnown(String namespace) {
    return byNamespace.containsKey(namespace);
  }

  // The Service of a namespace whose name is most alike, or one of the very name elsewhere.
  Optional<NamespacedName> nearest(NamespacedName wanted) {
    if (searches++ < MOST_SEARCHES) {
      for (NamespacedName other : byNamespace.get(wanted.namespace())) {
        if (Likeness.of(other.name(), wanted.name())) {
          return Optional.of(other);
        }
      }
    }
    return byName.get(wanted.name()).stream().findFirst();
  }

  // A Service of the very name in a namespace that is called alike.
  Optional<NamespacedName> inNamespaceAlike(NamespacedName wanted) {
    if (searches++ < MOST_SEARCHES) {
      for (NamespacedName other : byName.get(wanted.name())) {
        if (Likeness.of(other.namespace(), wanted.namespace())) {
          return Optional.of(other);
        }
      }
    }
    return Optional.empty();
  }
}
