package io.servicesemantics.routing;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

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

  /** The postings of endpoints, or of a set of them, each under the names it goes by. */
  static Postings of(
      List<ServiceEndpoint> endpoints,
      @Nullable EndpointSet members,
      Function<ServiceEndpoint, ? extends List<String>> namesOf) {
    Map<String, int[]> counts = new HashMap<>();
    int count = 0;
    for (int i = 0; i < endpoints.size(); i++) {
      if (members == null || members.contains(i)) {
        for (String name : namesOf.apply(endpoints.get(i))) {
          counts.computeIfAbsent(name, unused -> new int[1])[0]++;
          count++;
        }
      }
    }
    if (count == 0) {
      return NONE;
    }
    String[] names = counts.keySet().toArray(new String[0]);
    Arrays.sort(names);
    int[] starts = new int[names.length + 1];
    for (int n = 0; n < names.length; n++) {
      int[] next = counts.getOrDefault(names[n], new int[1]);
      starts[n + 1] = starts[n] + next[0];
      next[0] = starts[n]; // from here on, where the next place goes
    }
    int[] places = new int[count];
    for (int i = 0; i < endpoints.size(); i++) {
      if (members == null || members.contains(i)) {
        for (String name : namesOf.apply(endpoints.get(i))) {
          places[counts.getOrDefault(name, new int[1])[0]++] = i;
        }
      }
    }
    return new Postings(names, starts, places);
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
}
