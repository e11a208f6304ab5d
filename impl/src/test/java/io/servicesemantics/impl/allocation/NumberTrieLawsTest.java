package io.servicesemantics.impl.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A trie against a sorted map, number by number. */
class NumberTrieLawsTest {

  /** One step: a run of numbers is put or removed. */
  record Step(boolean isPut, long first, int count, int stride, String value) {}

  @Provide
  Arbitrary<List<Step>> steps() {
    // Runs as long as a leaf and longer, so that leaves and branches become full, at places where
    // bits carry, far apart, and at both ends.
    Arbitrary<Long> starts =
        Arbitraries.oneOf(
            Arbitraries.of(Long.MAX_VALUE - 5, -300L, -64L, -1L),
            Combinators.combine(
                    Arbitraries.of(0L, 0L, 1L, 2L, 63L),
                    Arbitraries.of(0L, 0L, 1L, 2L, 63L),
                    Arbitraries.of(0L, 0L, 1L, 62L, 63L))
                .as((third, second, first) -> (third * 64 + second) * 64 + first),
            Arbitraries.longs());
    return Combinators.combine(
            Arbitraries.of(true, true, false),
            starts,
            Arbitraries.of(1, 2, 6, 64, 65, 128, 300, 4096),
            Arbitraries.of(1, 1, 1, 1, 2, 64),
            Arbitraries.of("a", "b"))
        .as(Step::new)
        .list()
        .ofMaxSize(8);
  }

  @Property
  void trie_isTheSortedMap(@ForAll("steps") List<Step> steps) {
    NumberTrie<String> trie = NumberTrie.of();
    TreeMap<Long, String> model = new TreeMap<>(Long::compareUnsigned);
    for (Step step : steps) {
      NumberTrie<String> before = trie;
      Map<Long, String> modelBefore = new TreeMap<>(model);
      trie = applied(step, trie, model);

      assertHas(trie, model);
      assertHas(before, modelBefore);
      probe(trie, model, step);
    }
  }

  @Property
  void equality_isThatOfTheNumbers_howeverTheyCame(
      @ForAll("steps") List<Step> steps, @ForAll("steps") List<Step> others) {
    TreeMap<Long, String> model = new TreeMap<>(Long::compareUnsigned);
    NumberTrie<String> trie = NumberTrie.of();
    for (Step step : steps) {
      trie = applied(step, trie, model);
    }
    NumberTrie<String> afresh = NumberTrie.of();
    for (Map.Entry<Long, String> entry : model.descendingMap().entrySet()) {
      afresh = afresh.with(entry.getKey(), entry.getValue());
    }
    TreeMap<Long, String> otherModel = new TreeMap<>(model);
    NumberTrie<String> other = trie;
    for (Step step : others) {
      other = applied(step, other, otherModel);
    }

    assertThat(afresh).isEqualTo(trie).hasSameHashCodeAs(trie);
    assertThat(other.equals(trie)).isEqualTo(otherModel.equals(model));
  }

  private static NumberTrie<String> applied(
      Step step, NumberTrie<String> trie, NavigableMap<Long, String> model) {
    NumberTrie<String> next = trie;
    for (int i = 0; i < step.count(); i++) {
      long number = step.first() + (long) i * step.stride();
      if (step.isPut()) {
        next = next.with(number, step.value());
        model.put(number, step.value());
      } else {
        next = next.without(number);
        model.remove(number);
      }
    }
    return next;
  }

  private static void assertHas(NumberTrie<String> trie, Map<Long, String> model) {
    assertThat(trie.size()).isEqualTo(model.size());
    model.forEach((number, value) -> assertThat(trie.get(number)).isEqualTo(value));
  }

  private static void probe(NumberTrie<String> trie, NavigableMap<Long, String> model, Step step) {
    List<Long> places = new ArrayList<>();
    for (long around : new long[] {-65, -1, 0, 1, 63, 64}) {
      places.add(step.first() + around);
      places.add(step.first() + around + (long) step.count() * step.stride());
    }
    for (long place : places) {
      assertThat(trie.get(place)).isEqualTo(model.get(place));
      for (long length : new long[] {0, 1, 70, 5000}) {
        long last = place + length;
        if (Long.compareUnsigned(last, place) < 0) {
          continue;
        }
        assertThat(trie.firstFree(place, last)).isEqualTo(firstFree(model, place, last));
        assertThat(trie.countIn(place, last))
            .isEqualTo(model.subMap(place, true, last, true).size());
      }
    }
  }

  private static long firstFree(Map<Long, String> model, long first, long last) {
    for (long number = first; ; number++) {
      if (!model.containsKey(number)) {
        return number;
      }
      if (number == last) {
        return first - 1;
      }
    }
  }
}
