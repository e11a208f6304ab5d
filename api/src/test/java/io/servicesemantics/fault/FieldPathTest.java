package io.servicesemantics.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class FieldPathTest {

  private static final FieldPath PORT = FieldPath.of("spec").child("ports").index(0).child("port");

  @Test
  void printed_asKubernetesPrintsIt() {
    assertThat(PORT).hasToString("spec.ports[0].port");
    assertThat(FieldPath.of("metadata").child("labels").key("a/b.c"))
        .hasToString("metadata.labels[a/b.c]");
    assertThat(FieldPath.root()).hasToString("");
    assertThat(FieldPath.root().index(2).child("x")).hasToString("[2].x");
  }

  @Test
  void steps_areTextAndNumbersFromTheTop() {
    assertThat(PORT.steps()).containsExactly("spec", "ports", 0, "port");
    assertThat(FieldPath.root().steps()).isEmpty();
  }

  @Test
  void equal_whenMadeTheSameWay() {
    FieldPath again = FieldPath.of("spec").child("ports").index(0).child("port");

    assertThat(again).isEqualTo(PORT).hasSameHashCodeAs(PORT);
    assertThat(PORT.parent()).contains(FieldPath.of("spec").child("ports").index(0));
    assertThat(PORT.parent()).isNotEqualTo(again);
  }

  @Test
  void fieldAndMapEntryOfOneName_differ() {
    assertThat(FieldPath.of("a").child("b")).isNotEqualTo(FieldPath.of("a").key("b"));
  }

  @Test
  void negativeIndex_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FieldPath.root().index(-1))
        .withMessageContaining("\"-1\"");
  }

  @Test
  void aVeryLongPath_isComparedAndPrintedWithoutRecursion() {
    FieldPath one = FieldPath.root();
    FieldPath other = FieldPath.root();
    for (int i = 0; i < 100_000; i++) {
      one = one.child("a");
      other = other.child("a");
    }

    assertThat(one.equals(other)).isTrue();
    assertThat(one.toString()).hasSize(199_999);
  }
}
