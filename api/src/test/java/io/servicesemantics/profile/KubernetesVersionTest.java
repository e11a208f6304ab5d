package io.servicesemantics.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KubernetesVersionTest {

  @ParameterizedTest
  @ValueSource(strings = {"1.36", "v1.36", "v1.36.2", "1.36.0-rc.1"})
  void aVersion_isReadByItsFirstTwoNumbers(String text) {
    assertThat(KubernetesVersion.parse(text)).isEqualTo(KubernetesVersion.V1_36);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "v", "1", "1.", "1.x", ".36", "1.36x", "1.36.", "1.99999", "-1.2"})
  void otherText_isRefusedAndQuoted(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KubernetesVersion.parse(text))
        .withMessageContaining("\"" + text + "\"");
  }

  @Test
  void order_isByNumberNotByText() {
    assertThat(KubernetesVersion.parse("1.9")).isLessThan(KubernetesVersion.parse("1.30"));
    assertThat(KubernetesVersion.parse("1.36").isAtLeast(KubernetesVersion.of(1, 36))).isTrue();
  }

  @Test
  void printed_readsBack() {
    assertThat(KubernetesVersion.parse(KubernetesVersion.of(1, 30).toString()))
        .isEqualTo(KubernetesVersion.of(1, 30));
  }
}
