package io.servicesemantics.testkit.vector;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * EndpointSlices as the vectors record them: slices of the same address type, ports, labels and
 * annotations joined in one entry, because which endpoint lands in which of them is chance.
 */
final class JoinedSlices {
  private JoinedSlices() {}

  /** Joins slices given as v1 objects. */
  static List<@Nullable Object> join(List<? extends Map<String, @Nullable Object>> slices) {
    Map<String, Map<String, @Nullable Object>> heads = new TreeMap<>();
    Map<String, List<@Nullable Object>> endpoints = new TreeMap<>();
    Map<String, List<Integer>> sizes = new TreeMap<>();
    for (Map<String, @Nullable Object> slice : slices) {
      Map<String, @Nullable Object> head = head(slice);
      String key = JsonText.of(head);
      heads.putIfAbsent(key, head);
      List<@Nullable Object> own = Trees.elements(slice, "endpoints");
      List<@Nullable Object> all = endpoints.computeIfAbsent(key, k -> new ArrayList<>());
      own.forEach(endpoint -> all.add(withoutUid(endpoint)));
      sizes.computeIfAbsent(key, k -> new ArrayList<>()).add(own.size());
    }
    List<@Nullable Object> joined = new ArrayList<>();
    heads.forEach(
        (key, head) -> {
          head.put("endpoints", endpoints.get(key));
          List<Integer> each = sizes.getOrDefault(key, List.of());
          if (each.size() > 1) {
            each.sort(Comparator.reverseOrder());
            head.put("sizes", each);
          }
          joined.add(head);
        });
    return joined;
  }

  /** Entries with every array whose order says nothing in one order. */
  static List<@Nullable Object> ordered(List<@Nullable Object> entries) {
    List<@Nullable Object> ordered = new ArrayList<>();
    for (Object entry : entries) {
      Map<String, @Nullable Object> copy =
          Trees.with(entry, "ports", Trees.sorted(Trees.elements(entry, "ports")));
      copy.put("endpoints", Trees.sorted(Trees.elements(entry, "endpoints")));
      ordered.add(copy);
    }
    ordered.sort(Comparator.comparing(entry -> JsonText.of(Trees.without(entry, "endpoints"))));
    return ordered;
  }

  /** Entries whose endpoints have no hints. */
  static List<@Nullable Object> withoutHints(List<@Nullable Object> entries) {
    List<@Nullable Object> bare = new ArrayList<>();
    for (Object entry : entries) {
      List<@Nullable Object> endpoints = new ArrayList<>();
      Trees.elements(entry, "endpoints")
          .forEach(endpoint -> endpoints.add(Trees.without(endpoint, "hints")));
      bare.add(Trees.with(entry, "endpoints", endpoints));
    }
    return bare;
  }

  /** How many endpoints are hinted for each zone, by address type; types without hints left out. */
  static Map<String, @Nullable Object> hintsPerZone(List<@Nullable Object> entries) {
    Map<String, @Nullable Object> counts = new TreeMap<>();
    for (Object entry : entries) {
      Map<String, @Nullable Object> zones =
          new TreeMap<>(Trees.members(counts, String.valueOf(Trees.get(entry, "addressType"))));
      for (Object endpoint : Trees.elements(entry, "endpoints")) {
        for (Object zone : Trees.elements(Trees.members(endpoint, "hints"), "forZones")) {
          String name = String.valueOf(Trees.get(zone, "name"));
          zones.put(name, (Integer) zones.getOrDefault(name, 0) + 1);
        }
      }
      if (!zones.isEmpty()) {
        counts.put(String.valueOf(Trees.get(entry, "addressType")), zones);
      }
    }
    return counts;
  }

  private static Map<String, @Nullable Object> head(Map<String, @Nullable Object> slice) {
    Map<String, @Nullable Object> head = new LinkedHashMap<>();
    head.put("addressType", slice.get("addressType"));
    head.put("ports", Trees.sorted(Trees.elements(slice, "ports")));
    for (String key : List.of("labels", "annotations")) {
      Map<String, @Nullable Object> said = Trees.members(Trees.members(slice, "metadata"), key);
      if (!said.isEmpty()) {
        head.put(key, said);
      }
    }
    return head;
  }

  private static @Nullable Object withoutUid(@Nullable Object endpoint) {
    Object target = Trees.get(endpoint, "targetRef");
    return target == null
        ? endpoint
        : Trees.with(endpoint, "targetRef", Trees.without(target, "uid"));
  }
}
