package io.servicesemantics.routing;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * For each name, the places at which it stands: two flat arrays, so that a name costs no object of
 * its own however many there are.
 */
final class Postings {

  private static final Postings NONE = new Postings(new String[0], new int[1], new int[0]);

  private final String[] names; // sorted
  private final int[] starts; // one more than names
  private final int[] places;

  private Postings(String[] names, int[] starts, int[] places) {
    this.names = names;
    this.starts = starts;
    this.places = places;
  }

  /** The postings of the members of a set, each under the names it goes by. */
  static Postings of(
      EndpointSet members, Function<ServiceEndpoint, ? extends Iterable<String>> namesOf) {
    TreeMap<String, Growing> byName = new TreeMap<>();
    int count = 0;
    for (int i = members.nextIndex(0); i >= 0; i = members.nextIndex(i + 1)) {
      for (String name : namesOf.apply(members.universe().endpoints().get(i))) {
        count += byName.computeIfAbsent(name, unused -> new Growing()).add(i);
      }
    }
    return byName.isEmpty() ? NONE : flattened(byName, count);
  }

  private static Postings flattened(Map<String, Growing> byName, int count) {
    String[] names = new String[byName.size()];
    int[] starts = new int[names.length + 1];
    int[] places = new int[count];
    int name = 0;
    int end = 0;
    for (Map.Entry<String, Growing> entry : byName.entrySet()) {
      names[name++] = entry.getKey();
      Growing here = entry.getValue();
      System.arraycopy(here.places, 0, places, end, here.size);
      end += here.size;
      starts[name] = end;
    }
    return new Postings(names, starts, places);
  }

  boolean isEmpty() {
    return names.length == 0;
  }

  /** Whether the name stands anywhere. */
  boolean has(String name) {
    return Arrays.binarySearch(names, name) >= 0;
  }

  /** A bit for each place at which the name stands. */
  long[] words(String name, int size) {
    long[] words = new long[(size + 63) >> 6];
    int found = Arrays.binarySearch(names, name);
    if (found >= 0) {
      for (int i = starts[found]; i < starts[found + 1]; i++) {
        words[places[i] >> 6] |= 1L << places[i];
      }
    }
    return words;
  }

  private static final class Growing {
    private int[] places = new int[4];
    private int size;

    // A name said twice of one member counts once; members come in their order.
    int add(int place) {
      if (size > 0 && places[size - 1] == place) {
        return 0;
      }
      if (size == places.length) {
        places = Arrays.copyOf(places, 2 * size);
      }
      places[size++] = place;
      return 1;
    }
  }
}
