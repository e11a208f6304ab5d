package io.servicesemantics.slicing;

import io.servicesemantics.cluster.Pod;
import io.servicesemantics.collect.ShardedMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The Pods of one namespace, found by label pairs.
 *
 * <p>A Pod keeps its place as long as its labels do; else it moves to a new place, and the lists of
 * places are left as they are: whoever finds an empty or unfit place passes over it.
 */
final class NamespacePods {

  static final NamespacePods EMPTY = of(new ArrayList<>());

  private static final int REBUILD_ABOVE = 64;

  private final PodSlots pods;
  private final ShardedMap<String, Integer> slotsByName;
  private final ShardedMap<LabelPair, Slots> slotsByLabel;

  private NamespacePods(
      PodSlots pods,
      ShardedMap<String, Integer> slotsByName,
      ShardedMap<LabelPair, Slots> slotsByLabel) {
    this.pods = pods;
    this.slotsByName = slotsByName;
    this.slotsByLabel = slotsByLabel;
  }

  /** Pods of one namespace; of several with one name the last counts. */
  static NamespacePods of(List<Pod> pods) {
    Map<String, Integer> slots = new HashMap<>();
    List<@Nullable Pod> placed = new ArrayList<>(pods.size());
    for (Pod pod : pods) {
      Integer earlier = slots.put(pod.metadata().name(), placed.size());
      if (earlier != null) {
        placed.set(earlier, null);
      }
      placed.add(pod);
    }
    Map<LabelPair, Growing> byLabel = new HashMap<>();
    for (int slot = 0; slot < placed.size(); slot++) {
      Pod pod = placed.get(slot);
      if (pod != null) {
        for (Map.Entry<String, String> label : pod.metadata().labels().entrySet()) {
          byLabel
              .computeIfAbsent(
                  new LabelPair(label.getKey(), label.getValue()), pair -> new Growing())
              .add(slot);
        }
      }
    }
    Map<LabelPair, Slots> frozen = new HashMap<>(byLabel.size() * 2);
    byLabel.forEach((pair, growing) -> frozen.put(pair, growing.freeze()));
    return new NamespacePods(
        PodSlots.copyOf(placed), ShardedMap.copyOf(slots), ShardedMap.copyOf(frozen));
  }

  int size() {
    return slotsByName.size();
  }

  @Nullable Pod get(String name) {
    Integer slot = slotsByName.get(name);
    return slot == null ? null : pods.get(slot);
  }

  /** Hands over every Pod that has all the labels; a selector without labels takes every Pod. */
  void forEachSelected(Map<String, String> selector, Consumer<Pod> visitor) {
    if (selector.isEmpty()) {
      for (int slot = 0; slot < pods.size(); slot++) {
        Pod pod = pods.get(slot);
        if (pod != null) {
          visitor.accept(pod);
        }
      }
      return;
    }
    Slots fewest = fewestOf(selector);
    for (int i = 0; i < fewest.size(); i++) {
      Pod pod = pods.get(fewest.get(i));
      if (pod != null && PodIndex.hasLabels(pod, selector)) {
        visitor.accept(pod);
      }
    }
  }

  private Slots fewestOf(Map<String, String> selector) {
    Slots fewest = null;
    for (Map.Entry<String, String> label : selector.entrySet()) {
      Slots slots = slotsByLabel.get(new LabelPair(label.getKey(), label.getValue()));
      if (slots == null) {
        return Slots.EMPTY;
      }
      if (fewest == null || slots.size() < fewest.size()) {
        fewest = slots;
      }
    }
    return fewest == null ? Slots.EMPTY : fewest;
  }

  NamespacePods with(Pod pod) {
    Integer slot = slotsByName.get(pod.metadata().name());
    Pod before = slot == null ? null : pods.get(slot);
    if (slot != null
        && before != null
        && before.metadata().labels().equals(pod.metadata().labels())) {
      return new NamespacePods(pods.with(slot, pod), slotsByName, slotsByLabel);
    }
    PodSlots nextPods = (slot == null ? pods : pods.with(slot, null)).plus(pod);
    int newSlot = pods.size();
    ShardedMap<LabelPair, Slots> nextByLabel = slotsByLabel;
    for (Map.Entry<String, String> label : pod.metadata().labels().entrySet()) {
      LabelPair pair = new LabelPair(label.getKey(), label.getValue());
      Slots slots = nextByLabel.get(pair);
      nextByLabel = nextByLabel.with(pair, (slots == null ? Slots.EMPTY : slots).plus(newSlot));
    }
    return new NamespacePods(
            nextPods, slotsByName.with(pod.metadata().name(), newSlot), nextByLabel)
        .tidied();
  }

  NamespacePods without(String name) {
    Integer slot = slotsByName.get(name);
    if (slot == null) {
      return this;
    }
    return new NamespacePods(pods.with(slot, null), slotsByName.without(name), slotsByLabel)
        .tidied();
  }

  // Empty places are given back once they are the larger part.
  private NamespacePods tidied() {
    if (pods.size() < REBUILD_ABOVE || pods.size() <= 2 * slotsByName.size()) {
      return this;
    }
    List<Pod> left = new ArrayList<>(slotsByName.size());
    forEachSelected(Map.of(), left::add);
    return of(left);
  }

  /** A list of numbers while it is being made. */
  private static final class Growing {
    private int[] numbers = new int[4];
    private int size;

    void add(int number) {
      if (size == numbers.length) {
        numbers = Arrays.copyOf(numbers, size * 2);
      }
      numbers[size++] = number;
    }

    Slots freeze() {
      return Slots.copyOf(numbers, size);
    }
  }
}
