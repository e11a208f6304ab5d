package io.servicesemantics.impl.description;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.explain.Likeness;
import io.servicesemantics.object.KnownLabels;
import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.service.Service;
import io.servicesemantics.slicing.PodIndex;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** One Pod for each set of labels in each namespace: the Pods of a workload differ in no other. */
final class LabelSets {

  // Labels that controllers add, which tell a workload's own Pods apart.
  private static final ImmutableSet<String> OWN =
      ImmutableSet.of(
          KnownLabels.STATEFUL_SET_POD_NAME,
          KnownLabels.POD_INDEX,
          "batch.kubernetes.io/job-completion-index");

  /** A Pod that meets a selector but for some labels, given with the values wanted. */
  record NearMiss(Pod pod, int matched, ImmutableMap<String, String> differing) {}

  private final ImmutableListMultimap<String, Pod> byNamespace;
  private final ImmutableSet<NamespacedName> selected;

  private LabelSets(
      ImmutableListMultimap<String, Pod> byNamespace, ImmutableSet<NamespacedName> selected) {
    this.byNamespace = byNamespace;
    this.selected = selected;
  }

  static LabelSets of(ClusterSnapshot world) {
    record Seen(String namespace, Map<String, String> labels) {}
    Set<Seen> seen = new HashSet<>();
    ImmutableListMultimap.Builder<String, Pod> byNamespace = ImmutableListMultimap.builder();
    for (Pod pod : world.pods()) {
      if (seen.add(new Seen(pod.metadata().namespace(), common(pod.metadata().labels())))) {
        byNamespace.put(pod.metadata().namespace(), pod);
      }
    }
    ImmutableListMultimap<String, Pod> distinct = byNamespace.build();
    return new LabelSets(distinct, selected(world, distinct));
  }

  private static ImmutableSet<NamespacedName> selected(
      ClusterSnapshot world, ImmutableListMultimap<String, Pod> byNamespace) {
    ImmutableSet.Builder<NamespacedName> selected = ImmutableSet.builder();
    for (Service service : world.services()) {
      if (ServiceStory.selectsPods(service)) {
        for (Pod pod : byNamespace.get(service.metadata().namespace())) {
          if (PodIndex.hasLabels(pod, service.spec().selector())) {
            selected.add(pod.namespacedName());
          }
        }
      }
    }
    return selected.build();
  }

  // Whether some Service selects such Pods; asked of Pods that a near miss names.
  boolean isSelected(Pod pod) {
    return selected.contains(pod.namespacedName());
  }

  private static Map<String, String> common(ImmutableMap<String, String> labels) {
    ImmutableMap.Builder<String, String> common = ImmutableMap.builder();
    labels.forEach(
        (key, value) -> {
          if (!OWN.contains(key)) {
            common.put(key, value);
          }
        });
    return common.buildOrThrow();
  }

  boolean isEmpty(String namespace) {
    return !byNamespace.containsKey(namespace);
  }

  ImmutableSet<String> namespaces() {
    return byNamespace.keySet();
  }

  // The Pods of a namespace that miss the fewest labels of a selector, but miss some: those that
  // have another label of it, or a value that looks like the one wanted.
  ImmutableList<NearMiss> nearest(String namespace, Map<String, String> selector) {
    ImmutableList.Builder<NearMiss> nearest = ImmutableList.builder();
    int fewest = Integer.MAX_VALUE;
    for (Pod pod : byNamespace.get(namespace)) {
      NearMiss miss = compare(pod, selector);
      if (miss.differing().isEmpty() || miss.differing().size() > fewest || !isRelated(miss)) {
        continue;
      }
      if (miss.differing().size() < fewest) {
        fewest = miss.differing().size();
        nearest = ImmutableList.builder();
      }
      nearest.add(miss);
    }
    return nearest.build();
  }

  private static boolean isRelated(NearMiss miss) {
    if (miss.matched() > 0) {
      return true;
    }
    ImmutableMap<String, String> labels = miss.pod().metadata().labels();
    for (Map.Entry<String, String> wanted : miss.differing().entrySet()) {
      String found = labels.get(wanted.getKey());
      if (found != null && Likeness.of(found, wanted.getValue())) {
        return true;
      }
    }
    return false;
  }

  private static NearMiss compare(Pod pod, Map<String, String> selector) {
    ImmutableMap.Builder<String, String> differing = ImmutableMap.builder();
    int matched = 0;
    for (Map.Entry<String, String> wanted : selector.entrySet()) {
      if (wanted.getValue().equals(pod.metadata().labels().get(wanted.getKey()))) {
        matched++;
      } else {
        differing.put(wanted);
      }
    }
    return new NearMiss(pod, matched, differing.buildOrThrow());
  }
}
