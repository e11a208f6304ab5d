package io.servicesemantics.impl.routing;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class GoSortTest {

  @Provide
  Arbitrary<List<String>> texts() {
    return Arbitraries.of("a", "b", "c", "d", "e", "f", "g").list().ofMaxSize(200);
  }

  @Property
  void places_sortTheTexts(@ForAll("texts") List<String> texts) {
    assertThat(sorted(texts)).isEqualTo(texts.stream().sorted().collect(Collectors.toList()));
  }

  @Property
  void ofUpToTwelve_equalOnesStayInOrder(@ForAll("texts") List<String> texts) {
    List<String> few = texts.subList(0, Math.min(12, texts.size()));
    List<Integer> stable =
        IntStream.range(0, few.size())
            .boxed()
            .sorted(Comparator.comparing(few::get))
            .collect(Collectors.toList());

    assertThat(order(few)).isEqualTo(stable);
  }

  @Test
  void patterns_areSorted() {
    for (int size = 0; size < 700; size = size * 3 / 2 + 1) {
      List<String> up =
          IntStream.range(0, size)
              .mapToObj(i -> "" + (char) ('a' + i))
              .collect(Collectors.toList());
      List<String> down = new ArrayList<>(up);
      Collections.reverse(down);
      List<String> organ = new ArrayList<>(up);
      organ.addAll(down);
      List<String> nearly = new ArrayList<>(up);
      Collections.rotate(nearly, 1);
      List<String> saw =
          IntStream.range(0, size).mapToObj(i -> "" + i % 5).collect(Collectors.toList());
      for (List<String> texts : ImmutableList.of(up, down, organ, nearly, saw)) {
        assertThat(sorted(texts)).isEqualTo(texts.stream().sorted().collect(Collectors.toList()));
      }
    }
  }

  // As recorded of Kubernetes 1.30, which read the later of two entries first here.
  @Test
  void ofMoreThanTwelve_equalOnesMayChangePlaces() {
    ImmutableList<String> texts =
        ImmutableList.of(
            "0.2", "1.3", "2.4", "3.5", "0.6", "1.7", "2.8", "3.9", "0.10", "1.11", "1.7", "3.13",
            "0.14", "1.15");

    List<Integer> order = order(texts);

    assertThat(order.indexOf(10)).isLessThan(order.indexOf(5));
  }

  private static List<String> sorted(List<String> texts) {
    return order(texts).stream().map(texts::get).collect(Collectors.toList());
  }

  private static List<Integer> order(List<String> texts) {
    int[] places = GoSort.places(texts);
    Integer[] order = new Integer[places.length];
    for (int i = 0; i < places.length; i++) {
      order[places[i]] = i;
    }
    return Arrays.asList(order);
  }
}
