package io.servicesemantics.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortRangeTest {

  @ParameterizedTest
  @CsvSource({
    "30000-32767, 30000, 32767",
    "30000+2767, 30000, 32767",
    "80, 80, 80",
    "80-80, 80, 80",
    "80+0, 80, 80",
    "0, 0, 0",
    "0-65535, 0, 65535",
    "0+65535, 0, 65535",
    "'  30000-32767\t\n', 30000, 32767",
    "'\u00a080\u3000', 80, 80",
    "00080-000090, 80, 90",
    "80++5, 80, 85",
    "0--0, 0, 0"
  })
  void textOfTheFlags_isRead(String text, int first, int last) {
    assertThat(PortRange.parse(text)).isEqualTo(PortRange.of(first, last));
    assertThat(PortRange.tryParse(text)).contains(PortRange.of(first, last));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "-",
        "+",
        "a",
        "80-",
        "-80",
        "80+",
        "+80",
        "90-80",
        "80 - 90",
        "80-90-100",
        "80+1+1",
        "80-+90",
        "80+-1",
        "80--1",
        "65536",
        "0-65536",
        "65535+1",
        "1+65535",
        "80-abc",
        "8 0",
        "0x50",
        "80.0",
        "80,90",
        "٨٠",
        "99999999999999999999",
        "80+9223372036854775807",
        "80:90",
        "80-\u00a090",
        "8_0"
      })
  void badText_isRefused(String text) {
    assertThat(PortRange.tryParse(text)).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PortRange.parse(text))
        .withMessageStartingWith("Port range: \"%s\"; expected", text);
  }

  @ParameterizedTest
  @CsvSource({"-1, 5", "5, 4", "0, 65536", "65536, 65536"})
  void impossibleEnds_throw(int first, int last) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PortRange.of(first, last))
        .withMessageStartingWith("Port range: \"%s-%s\"; expected", first, last);
  }

  @Test
  void singlePort_isARangeOfOne() {
    assertThat(PortRange.of(80).size()).isEqualTo(1);
    assertThat(PortRange.of(80)).hasToString("80-80");
  }

  @Property
  void printed_isReadBack(
      @ForAll @IntRange(max = 65535) int one, @ForAll @IntRange(max = 65535) int other)
      throws Exception {
    PortRange range = PortRange.of(Math.min(one, other), Math.max(one, other));

    assertThat(PortRange.parse(range.toString())).isEqualTo(range);
    assertThat(PortRange.parse(range.first() + "+" + (range.size() - 1))).isEqualTo(range);
    assertThat(SerializedForm.read(SerializedForm.write(range))).isEqualTo(range);
  }

  @Property
  void contained_isWhatIsBetweenTheEnds(
      @ForAll @IntRange(max = 65535) int one,
      @ForAll @IntRange(max = 65535) int other,
      @ForAll @IntRange(min = -2, max = 70000) int port) {
    PortRange range = PortRange.of(Math.min(one, other), Math.max(one, other));

    // as kube-apiserver asks it
    assertThat(range.contains(port))
        .isEqualTo(port >= range.first() && port - range.first() < range.size());
  }
}
