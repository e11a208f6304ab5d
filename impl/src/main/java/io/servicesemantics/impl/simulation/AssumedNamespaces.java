package io.servicesemantics.impl.simulation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.Namespace;
import io.servicesemantics.explain.Because;
import io.servicesemantics.object.KnownLabels;
import io.servicesemantics.object.KubernetesObject;
import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.object.ObjectMeta;
import io.servicesemantics.simulation.ExpansionNote;
import io.servicesemantics.simulation.ExpansionReason;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The namespaces that objects stand in and that are not among the objects. */
final class AssumedNamespaces {

  private static final ImmutableSet<String> IN_EVERY_CLUSTER =
      ImmutableSet.of("default", "kube-node-lease", "kube-public", "kube-system");
  // Nobody reads the eleventh name.
  private static final int MOST = 10;

  private final ImmutableList<Namespace> missing;
  private final Optional<ExpansionNote> note;

  private AssumedNamespaces(ImmutableList<Namespace> missing, Optional<ExpansionNote> note) {
    this.missing = missing;
    this.note = note;
  }

  static AssumedNamespaces of(ClusterSnapshot world) {
    Set<String> used = new TreeSet<>(IN_EVERY_CLUSTER);
    collect(world.services(), used);
    collect(world.endpointSlices(), used);
    collect(world.endpoints(), used);
    collect(world.pods(), used);
    collect(world.workloads(), used);
    for (Namespace namespace : world.namespaces()) {
      used.remove(namespace.metadata().name());
    }
    ImmutableList.Builder<Namespace> missing = ImmutableList.builder();
    used.forEach(name -> missing.add(namespace(name)));
    used.removeAll(IN_EVERY_CLUSTER);
    return new AssumedNamespaces(missing.build(), note(used));
  }

  ImmutableList<Namespace> missing() {
    return missing;
  }

  // Those that a cluster need not have.
  Optional<ExpansionNote> note() {
    return note;
  }

  private static void collect(List<? extends KubernetesObject> objects, Set<String> used) {
    for (KubernetesObject object : objects) {
      used.add(object.metadata().namespace());
    }
  }

  private static Namespace namespace(String name) {
    return Namespace.builder()
        .metadata(
            ObjectMeta.builder().name(name).putLabel(KnownLabels.NAMESPACE_NAME, name).build())
        .build();
  }

  private static Optional<ExpansionNote> note(Set<String> names) {
    if (names.isEmpty()) {
      return Optional.empty();
    }
    ImmutableList<String> some =
        names.stream().limit(MOST).collect(ImmutableList.toImmutableList());
    String more = names.size() > MOST ? " and " + (names.size() - MOST) + " more" : "";
    return Optional.of(
        new ExpansionNote(
            "",
            NamespacedName.of("", ""),
            Because.of(ExpansionReason.NAMESPACES_ASSUMED)
                .withFact("namespaces", String.join(", ", some) + more)));
  }
}
