package io.servicesemantics.impl.routing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import io.servicesemantics.endpoint.Endpoint;
import io.servicesemantics.routing.SelectionReason;
import io.servicesemantics.routing.ServiceEndpoint;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Which of several entries for one address and port counts (recorded 8; versions R1). */
final class DuplicateEntries {

  // Within a slice upstream reads entries in the order of their addresses as spelled, which tells
  // which of two spellings of one address comes later.
  private static final Comparator<FoundEntry> AS_READ =
      Comparator.comparingInt(FoundEntry::list)
          .thenComparing(FoundEntry::spelling)
          .thenComparingInt(FoundEntry::index);

  private final SelectionRules rules;
  private final @Nullable String node; // null for all of them
  private final List<ImmutableList<Endpoint>> lists;
  private final BiConsumer<SelectionReason, FoundEntry> left;
  private final Map<Integer, int[]> placesWhenSorted = new HashMap<>();
  private final ImmutableListMultimap.Builder<String, ServiceEndpoint> others =
      ImmutableListMultimap.builder();

  /**
   * Settles entries of lists.
   *
   * @param node the name of the node that reads them; null where it is all nodes at once
   * @param lists the lists
   * @param left told of each entry that does not count
   */
  DuplicateEntries(
      SelectionRules rules,
      @Nullable String node,
      List<ImmutableList<Endpoint>> lists,
      BiConsumer<SelectionReason, FoundEntry> left) {
    this.rules = rules;
    this.node = node;
    this.lists = lists;
    this.left = left;
  }

  /** The entries that count on one node alone, by its name. */
  ImmutableListMultimap<String, ServiceEndpoint> others() {
    return others.build();
  }

  /** The one of several entries that counts. */
  ServiceEndpoint settle(List<FoundEntry> same) {
    same.sort(
        rules.entriesSortedUnstably()
            ? Comparator.comparingInt(FoundEntry::list).thenComparingInt(this::placeWhenSorted)
            : AS_READ);
    return rules.firstDuplicateCounts() ? first(same) : last(same);
  }

  private int placeWhenSorted(FoundEntry entry) {
    int[] places =
        placesWhenSorted.computeIfAbsent(
            entry.list(), list -> GoSort.places(spellings(lists.get(list))));
    return places[entry.index()];
  }

  private static ImmutableList<String> spellings(ImmutableList<Endpoint> endpoints) {
    return endpoints.stream().map(FoundEntry::spelling).collect(ImmutableList.toImmutableList());
  }

  private ServiceEndpoint last(List<FoundEntry> same) {
    FoundEntry counting = same.get(0);
    for (FoundEntry later : same.subList(1, same.size())) {
      if (later.endpoint().said().conditions().isTerminating()) {
        left.accept(SelectionReason.ENDPOINT_SAID_BEFORE, later);
      } else {
        left.accept(SelectionReason.ENDPOINT_REPLACED, counting);
        counting = later;
      }
    }
    return counting.endpoint();
  }

  private ServiceEndpoint first(List<FoundEntry> same) {
    FoundEntry counting = same.get(0);
    Map<String, ServiceEndpoint> onTheirNodes = new LinkedHashMap<>();
    for (FoundEntry later : same.subList(1, same.size())) {
      if (node != null && later.endpoint().isOn(node)) {
        left.accept(SelectionReason.ENDPOINT_REPLACED_HERE, counting);
        counting = later;
      } else {
        left.accept(SelectionReason.ENDPOINT_NOT_FIRST, later);
        String its = later.endpoint().said().nodeName().orElse("");
        if (node == null && !its.isEmpty()) {
          onTheirNodes.put(its, later.endpoint());
        }
      }
    }
    onTheirNodes.forEach(others::put);
    return counting.endpoint();
  }
}
