package io.servicesemantics.testkit.vector;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PickedValuesTest {
  private final PickedValues nothing = new PickedValues("");

  @Test
  void pickedNumber_isAnyNumberAndNothingElse() {
    String recorded = "spec.ports[1].nodePort: Duplicate value: *, spec.ports[1]: x";

    assertThat(nothing.isSame(recorded, recorded.replace("*", "30111"))).isTrue();
    assertThat(nothing.isSame(recorded, recorded.replace("*", "x"))).isFalse();
    assertThat(nothing.isSame("Duplicate value: *", "Duplicate value: 7")).isTrue();
  }

  @Test
  void pickedAddress_isAnyOfItsFamily() {
    assertThat(nothing.isSame("[\"None\",\"*6\"]", "[\"None\",\"fd00::1\"]")).isTrue();
    assertThat(nothing.isSame("[\"None\",\"*6\"]", "[\"None\",\"10.96.0.1\"]")).isFalse();
    assertThat(nothing.isSame("[\"*4\"]", "[\"10.96.0.1\"]")).isTrue();
    assertThat(nothing.isSame("[\"*4\"]", "[\"fd00::1\"]")).isFalse();
  }

  @Test
  void starOfAPattern_isItself() {
    String pattern = "regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?'";

    assertThat(nothing.isSame(pattern, pattern)).isTrue();
    assertThat(nothing.isSame(pattern, pattern.replace("*", "7"))).isFalse();
  }

  @Test
  void generatedName_isThePrefixAndFiveOfTheServersLetters() {
    PickedValues web = new PickedValues("web-");

    assertThat(web.isSame("Service \"web-*\" is invalid", "Service \"web-bcdfg\" is invalid"))
        .isTrue();
    assertThat(web.isSame("Service \"web-*\" is invalid", "Service \"web-aaaaa\" is invalid"))
        .isFalse();
    assertThat(
            new PickedValues("x".repeat(60)).isSame("x".repeat(58) + "*", "x".repeat(58) + "zzzzz"))
        .isTrue();
  }

  @Test
  void maskedText_isTheRecordedOneOnlyWhereTheySayTheSame() {
    assertThat(nothing.masked("Duplicate value: *", "Duplicate value: 5"))
        .isEqualTo("Duplicate value: *");
    assertThat(nothing.masked("Duplicate value: *", "Invalid value: 5"))
        .isEqualTo("Invalid value: 5");
  }

  @Test
  void maskedName_isTheWholePrefixEvenWhereTheNameHasLessOfIt() {
    PickedValues long59 = new PickedValues("x".repeat(59));

    assertThat(long59.maskedName("x".repeat(58) + "bcdfg")).isEqualTo("x".repeat(59) + "*");
    assertThat(long59.maskedName("x".repeat(57) + "bcdfg")).isEqualTo("x".repeat(57) + "bcdfg");
  }
}
