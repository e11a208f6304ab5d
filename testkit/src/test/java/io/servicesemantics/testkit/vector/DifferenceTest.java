package io.servicesemantics.testkit.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DifferenceTest {

  @Property
  void anInteger_isEqualToItselfAsDoubleAndToNoOther(@ForAll int number, @ForAll int other) {
    assertThat(Difference.between(number, (double) number)).isEmpty();
    assertThat(Difference.between(number, (double) other).isEmpty()).isEqualTo(number == other);
  }

  @Nested
  @DisplayName("numbers")
  class Numbers {
    @Test
    void sameValueInAnotherType_agrees() {
      assertThat(Difference.between(80, 80L)).isEmpty();
      assertThat(Difference.between(80, 80.0)).isEmpty();
      assertThat(Difference.between(80.0, BigInteger.valueOf(80))).isEmpty();
      assertThat(Difference.between(new BigDecimal("80.00"), 80)).isEmpty();
      assertThat(Difference.between(0.1, new BigDecimal("0.1"))).isEmpty();
      assertThat(Difference.between(1.8446744073709552e19, BigInteger.TWO.pow(64))).isEmpty();
    }

    @Test
    void largeIntegersOneApart_differ() {
      assertThat(Difference.between(9007199254740993L, 9007199254740992L)).isPresent();
      assertThat(Difference.between(BigInteger.TWO.pow(64), Long.MAX_VALUE)).isPresent();
    }

    @Test
    void textIsNoNumber() {
      assertThat(Difference.between(80, "80")).contains(new Difference("", "80", "\"80\""));
    }
  }

  @Nested
  @DisplayName("objects and arrays")
  class Containers {
    @Test
    void keysInAnotherOrder_agree() {
      Map<String, Object> back = new LinkedHashMap<>();
      back.put("b", 2);
      back.put("a", 1);

      assertThat(Difference.between(Map.of("a", 1, "b", 2), back)).isEmpty();
    }

    @Test
    void elementsInAnotherOrder_differAtTheFirst() {
      assertThat(Difference.between(Map.of("a", List.of(1, 2)), Map.of("a", List.of(2, 1))))
          .contains(new Difference("a[0]", "1", "2"));
    }

    @Test
    void missingKeyAndNull_differ() {
      Map<String, @Nullable Object> said = Collections.singletonMap("a", null);

      assertThat(Difference.between(said, Map.of()))
          .contains(new Difference("a", "null", "absent"));
      assertThat(Difference.between(Map.of(), said))
          .contains(new Difference("a", "absent", "null"));
    }

    @Test
    void oneElementMore_differsThere() {
      assertThat(Difference.between(List.of(1), Arrays.asList(1, null)))
          .contains(new Difference("[1]", "absent", "null"));
      assertThat(Difference.between(List.of(List.of(), "x"), List.of(List.of())))
          .contains(new Difference("[1]", "\"x\"", "absent"));
    }

    @Test
    void emptyObjectAndEmptyArray_differ() {
      assertThat(Difference.between(Map.of(), List.of())).contains(new Difference("", "{}", "[]"));
    }

    @Test
    void keyWithDots_isQuotedInThePath() {
      assertThat(
              Difference.between(
                  Map.of("labels", Map.of("a.b/c", "x")), Map.of("labels", Map.of("a.b/c", "y"))))
          .contains(new Difference("labels[\"a.b/c\"]", "\"x\"", "\"y\""));
    }
  }

  @Test
  void whatIsShown_isCompactJsonWithSortedKeys() {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("z", List.of(80.0, 0.5, true));
    tree.put("a", "line\nbreak \"quoted\" \u0001");
    tree.put("n", null);

    assertThat(Difference.between(tree, 1).orElseThrow().expected())
        .isEqualTo(
            "{\"a\":\"line\\nbreak \\\"quoted\\\" \\u0001\",\"n\":null,\"z\":[80,0.5,true]}");
  }
}
