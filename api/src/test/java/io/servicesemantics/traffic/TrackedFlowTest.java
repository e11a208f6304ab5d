package io.servicesemantics.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrackedFlowTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"UDP 10.96.0.10:53 -> 10.244.1.5:53", "SCTP [fd00:96::a]:53 -> [fd00:1::5]:8053"})
  void whatIsPrinted_isReadBack(String text) {
    assertThat(TrackedFlow.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "UDP",
        "UDP 10.96.0.10:53 10.244.1.5:53 x",
        "GRE 10.96.0.10:53 -> 10.244.1.5:53",
        "UDP 10.96.0.10 -> 10.244.1.5:53",
        "UDP 10.96.0.10:53 -> fd00::1",
        "UDP 10.96.0.10:53 -> [fd00::1]:53",
        "UDP 10.96.0.10:99999 -> 10.244.1.5:53",
        "UDP web:53 -> 10.244.1.5:53"
      })
  void otherText_isRefused(String text) {
    assertThatThrownBy(() -> TrackedFlow.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected");
  }

  @Test
  void aFlowToTheServiceItself_isNotTranslated() {
    assertThat(TrackedFlow.parse("UDP 10.96.0.10:53 -> 10.96.0.10:53").isTranslated()).isFalse();
    assertThat(TrackedFlow.parse("UDP 10.96.0.10:53 -> 10.96.0.10:54").isTranslated()).isTrue();
  }
}
