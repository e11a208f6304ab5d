package io.servicesemantics.impl.manifest;

import com.google.common.collect.ImmutableList;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which item of a changed list was which before: an equal one, else the one of the same name, else,
 * where items have no names, the one at the same place.
 */
final class Pairing {

  private Pairing() {}

  /** For each item after: the index of the item before, or -1. */
  static <T> int[] of(Shape<T> item, ImmutableList<T> before, ImmutableList<T> after) {
    int[] pairs = new int[after.size()];
    Arrays.fill(pairs, -1);
    boolean[] taken = new boolean[before.size()];
    match(before.toArray(), after.toArray(), pairs, taken);
    Struct<?, ?> struct = item.struct();
    if (struct != null) {
      Object[] namesBefore = names(item, before);
      Object[] namesAfter = names(item, after);
      match(namesBefore, namesAfter, pairs, taken);
      for (int i = 0; i < Math.min(pairs.length, taken.length); i++) {
        if (pairs[i] < 0 && !taken[i] && namesAfter[i] == null && namesBefore[i] == null) {
          pairs[i] = i;
          taken[i] = true;
        }
      }
    }
    return pairs;
  }

  private static void match(
      @Nullable Object[] before, @Nullable Object[] after, int[] pairs, boolean[] taken) {
    Map<Object, Deque<Integer>> free = new HashMap<>();
    for (int i = 0; i < before.length; i++) {
      Object key = before[i];
      if (!taken[i] && key != null) {
        free.computeIfAbsent(key, unused -> new ArrayDeque<>()).addLast(i);
      }
    }
    for (int i = 0; i < after.length; i++) {
      Object key = after[i];
      Deque<Integer> same = pairs[i] >= 0 || key == null ? null : free.get(key);
      Integer pair = same == null ? null : same.pollFirst();
      if (pair != null) {
        pairs[i] = pair;
        taken[pair] = true;
      }
    }
  }

  // the names of items as they are written; null where one has none
  private static <T> @Nullable Object[] names(Shape<T> item, ImmutableList<T> items) {
    @Nullable Object[] names = new @Nullable Object[items.size()];
    for (int i = 0; i < names.length; i++) {
      names[i] = item.write(items.get(i)) instanceof Map<?, ?> tree ? tree.get("name") : null;
    }
    return names;
  }
}
