package io.servicesemantics.testkit.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class VectorRunnerTest {
  private final VectorRunner throwing =
      new VectorRunner(
          profile -> {
            throw new IllegalStateException("boom");
          });

  @Test
  void areaWithoutAReader_isNotImplemented() {
    assertThat(throwing.run(vector("nowhere")))
        .isEqualTo(new VectorOutcome.NotImplemented())
        .satisfies(outcome -> assertThat(word(outcome)).isEqualTo("not implemented"));
  }

  @Test
  void implementationThatThrows_disagreesInEveryArea() {
    assertThat(VectorRunner.areas()).isNotEmpty();
    for (String area : VectorRunner.areas()) {
      VectorOutcome outcome = throwing.run(vector(area));

      assertThat(word(outcome)).startsWith("threw java.lang.IllegalStateException: boom at ");
    }
  }

  @Test
  void inputThatIsNoneOfTheArea_disagreesAndIsNotThrown() {
    Vector broken = new Vector("a/b", "yaml", "not a version", "", Map.of(), Map.of());

    assertThat(word(throwing.run(broken))).startsWith("threw ");
  }

  private static String word(VectorOutcome outcome) {
    return outcome.match(
        () -> "agree", disagree -> disagree.difference().actual(), () -> "not implemented");
  }

  private static Vector vector(String area) {
    return new Vector(area + "/one", area, "v1.36.2", "", Map.of(), Map.of("tree", 1));
  }
}
