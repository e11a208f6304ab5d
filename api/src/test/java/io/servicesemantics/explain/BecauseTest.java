package io.servicesemantics.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableSet;
import org.junit.jupiter.api.Test;

class BecauseTest {

  private enum Weather implements Reason {
    WET("The street is wet.", "weather 1"),
    RAIN("It rained.", "weather 2"),
    CLOUD("There was a cloud.", "weather 3");

    private final String sentence;
    private final String rule;

    Weather(String sentence, String rule) {
      this.sentence = sentence;
      this.rule = rule;
    }

    @Override
    public String sentence() {
      return sentence;
    }

    @Override
    public String rule() {
      return rule;
    }
  }

  @Test
  void printed_causesStandBelowWhatFollowsFromThem() {
    Because because =
        Because.of(Weather.WET)
            .withFact("street", "High Street")
            .withFact("depth", 2)
            .withCause(Because.of(Weather.RAIN).withCause(Because.of(Weather.CLOUD)))
            .withCause(Because.of(Weather.CLOUD));

    assertThat(because)
        .hasToString(
            """
            The street is wet. (street High Street, depth 2) [weather 1]
              It rained. [weather 2]
                There was a cloud. [weather 3]
              There was a cloud. [weather 3]""");
  }

  @Test
  void aFactSaidTwice_keepsTheLast() {
    assertThat(Because.of(Weather.WET).withFact("a", 1).withFact("a", 2).facts())
        .containsExactly(java.util.Map.entry("a", "2"));
  }

  @Test
  void aSinglePossibleAnswer_isNotLeftToChance() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LeftToChance<>(ImmutableSet.of("a")))
        .withMessageContaining("[a]");
  }
}
