package io.servicesemantics.impl.connection;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.object.KubernetesObject;
import io.servicesemantics.object.NamespacedName;
import java.util.Comparator;

/** Finds Pods by name, with or without their namespace. */
final class PodNames {

  private PodNames() {}

  /** The Pods called so, by namespace. */
  static ImmutableList<Pod> called(NamespacedName name, World world) {
    if (!name.namespace().isEmpty()) {
      return world
          .snapshot()
          .pod(name.namespace(), name.name())
          .map(ImmutableList::of)
          .orElse(ImmutableList.of());
    }
    return world.snapshot().podsByName().values().stream()
        .filter(pod -> pod.metadata().name().equals(name.name()))
        .sorted(Comparator.comparing(KubernetesObject::namespacedName))
        .collect(ImmutableList.toImmutableList());
  }
}
