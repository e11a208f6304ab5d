package io.servicesemantics.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FieldErrorsTest {

  private static final FieldError PORT =
      new FieldError(
          FieldErrorType.INVALID, FieldPath.of("spec").child("x"), "70000", "must be small");
  private static final FieldError NAME =
      new FieldError(FieldErrorType.REQUIRED, FieldPath.of("metadata").child("name"), "1", "");

  @Test
  void oneFault_standsAlone() {
    assertThat(FieldErrors.join(List.of(PORT)))
        .isEqualTo("spec.x: Invalid value: 70000: must be small");
  }

  @Test
  void aTypeThatShowsNoValue_leavesItOut() {
    assertThat(NAME.message()).isEqualTo("metadata.name: Required value");
  }

  @Test
  void severalFaults_standInBracketsEachTextOnce() {
    assertThat(FieldErrors.statusMessage("Service", "web", List.of(PORT, NAME, PORT)))
        .isEqualTo(
            "Service \"web\" is invalid: [spec.x: Invalid value: 70000: must be small, "
                + "metadata.name: Required value]");
  }

  @Test
  void oneTextTwice_standsAlone() {
    assertThat(FieldErrors.join(List.of(PORT, PORT))).isEqualTo(PORT.message());
  }

  @Test
  void noFault_isEmptyText() {
    assertThat(FieldErrors.join(List.of())).isEmpty();
  }
}
