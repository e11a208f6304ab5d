package io.servicesemantics.slicing;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.ClusterChange;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.collect.ShardedMap;
import io.servicesemantics.object.NamespacedName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The Pods of a cluster by namespace and labels, so that a selector's Pods are found without
 * looking at the others.
 *
 * <p>It is immutable; {@link #after} gives the next one, which shares all that did not change. Of
 * several Pods with one name the last counts.
 */
public final class PodIndex {

  private static final PodIndex EMPTY = new PodIndex(ShardedMap.of(), 0);

  private final ShardedMap<String, NamespacePods> namespaces;
  private final int size;

  private PodIndex(ShardedMap<String, NamespacePods> namespaces, int size) {
    this.namespaces = namespaces;
    this.size = size;
  }

  /**
   * Returns the index of some Pods.
   *
   * @param pods the Pods
   * @return the index
   */
  public static PodIndex of(Iterable<Pod> pods) {
    Map<String, List<Pod>> byNamespace = new LinkedHashMap<>();
    for (Pod pod : pods) {
      byNamespace
          .computeIfAbsent(pod.metadata().namespace(), namespace -> new ArrayList<>())
          .add(pod);
    }
    if (byNamespace.isEmpty()) {
      return EMPTY;
    }
    Map<String, NamespacePods> namespaces = new HashMap<>();
    int size = 0;
    for (Map.Entry<String, List<Pod>> entry : byNamespace.entrySet()) {
      NamespacePods indexed = NamespacePods.of(entry.getValue());
      namespaces.put(entry.getKey(), indexed);
      size += indexed.size();
    }
    return new PodIndex(ShardedMap.copyOf(namespaces), size);
  }

  /**
   * Returns whether a Pod has every label of a selector with exactly its value.
   *
   * <p>Source: routing 1.1.3. Further labels of the Pod do not matter; no labels select every Pod.
   *
   * @param pod the Pod
   * @param selector the labels wanted
   * @return whether it has them all
   */
  public static boolean hasLabels(Pod pod, Map<String, String> selector) {
    Map<String, String> labels = pod.metadata().labels();
    for (Map.Entry<String, String> wanted : selector.entrySet()) {
      if (!wanted.getValue().equals(labels.get(wanted.getKey()))) {
        return false;
      }
    }
    return true;
  }

  /** {@return how many Pods there are} */
  public int size() {
    return size;
  }

  /**
   * Returns a Pod.
   *
   * @param name namespace and name
   * @return the Pod, if there is one
   */
  public Optional<Pod> pod(NamespacedName name) {
    return Optional.ofNullable(namespace(name.namespace()).get(name.name()));
  }

  /**
   * Returns the Pods of a namespace that have all labels of a selector.
   *
   * @param namespace the namespace
   * @param selector the labels wanted; none of them selects every Pod of the namespace
   * @return the Pods
   */
  public ImmutableList<Pod> select(String namespace, Map<String, String> selector) {
    ImmutableList.Builder<Pod> selected = ImmutableList.builder();
    forEachSelected(namespace, selector, selected::add);
    return selected.build();
  }

  /**
   * Hands over the Pods that {@link #select} would return.
   *
   * @param namespace the namespace
   * @param selector the labels wanted; none of them selects every Pod of the namespace
   * @param visitor what is to be done with a Pod
   */
  public void forEachSelected(
      String namespace, Map<String, String> selector, Consumer<Pod> visitor) {
    namespace(namespace).forEachSelected(selector, visitor);
  }

  /**
   * Hands over every Pod, in no particular order of namespaces.
   *
   * @param visitor what is to be done with a Pod
   */
  public void forEach(Consumer<Pod> visitor) {
    namespaces.forEach((namespace, pods) -> pods.forEachSelected(Map.of(), visitor));
  }

  /**
   * Returns the index after a change.
   *
   * @param change a Pod that is new, different or gone; other kinds change nothing
   * @return the next index
   */
  public PodIndex after(ClusterChange change) {
    if (!(change.object() instanceof Pod pod)) {
      return this;
    }
    String name = pod.metadata().namespace();
    NamespacePods before = namespace(name);
    NamespacePods now =
        change.match(put -> before.with(pod), gone -> before.without(pod.metadata().name()));
    return now == before
        ? this
        : new PodIndex(namespaces.with(name, now), size + now.size() - before.size());
  }

  private NamespacePods namespace(String name) {
    @Nullable NamespacePods pods = namespaces.get(name);
    return pods == null ? NamespacePods.EMPTY : pods;
  }
}
