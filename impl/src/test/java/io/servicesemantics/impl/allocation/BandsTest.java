package io.servicesemantics.impl.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.servicesemantics.admission.NumberPicker;
import io.servicesemantics.net.Cidr;
import io.servicesemantics.net.PortRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BandsTest {

  @ParameterizedTest
  @DisplayName("api 6.1: the bands of a network")
  @CsvSource({
    "10.96.0.0/16,      10.96.0.1,     10.96.1.1,      10.96.255.254",
    "10.0.0.0/24,       10.0.0.1,      10.0.0.17,      10.0.0.254",
    "10.0.0.0/20,       10.0.0.1,      10.0.1.1,       10.0.15.254",
    "10.0.0.0/22,       10.0.0.1,      10.0.0.65,      10.0.3.254",
    "10.0.0.0/27,       10.0.0.1,      10.0.0.17,      10.0.0.30",
    "10.0.0.0/28,       10.0.0.1,      10.0.0.1,       10.0.0.14",
    "10.96.0.0/12,      10.96.0.1,     10.96.1.1,      10.111.255.254",
    "10.0.0.0/29,       10.0.0.1,      10.0.0.1,       10.0.0.6",
    "10.0.0.4/30,       10.0.0.5,      10.0.0.5,       10.0.0.6",
    "0.0.0.0/2,         0.0.0.1,       0.0.1.1,        63.255.255.254",
    // the size overflows to 0 in the server, and 0 is small
    "128.0.0.0/1,       128.0.0.1,     128.0.0.1,      255.255.255.254",
    "0.0.0.0/0,         0.0.0.1,       0.0.0.1,        255.255.255.254",
    "fd00::/112,        fd00::1,       fd00::101,      fd00::ffff",
    "fd00::/124,        fd00::1,       fd00::1,        fd00::f",
    "fd00::/123,        fd00::1,       fd00::11,       fd00::1f",
    "fd00::/127,        fd00::1,       fd00::1,        fd00::1",
    "fd00::8/127,       fd00::9,       fd00::9,        fd00::9",
    "fd00::/65,         fd00::1,       fd00::101,      fd00::7fff:ffff:ffff:ffff",
    "fd00::/64,         fd00::1,       fd00::101,      fd00::ffff:ffff:ffff:ffff",
    "fd00:0:0:ff::/64,  fd00:0:0:ff::1, fd00:0:0:ff::101, fd00::ff:ffff:ffff:ffff:ffff",
  })
  void network_hasTheseBands(String network, String first, String dynamicFirst, String last) {
    AddressRange range = AddressRange.of(Cidr.parse(network), true);
    Bands bands = range.bands();

    assertThat(range.address(bands.first())).hasToString(first);
    assertThat(range.address(bands.dynamicFirst())).hasToString(dynamicFirst);
    assertThat(range.address(bands.last())).hasToString(last);
    assertThat(bands.contains(bands.first() - 1)).isFalse();
    assertThat(bands.contains(bands.first())).isTrue();
    assertThat(bands.contains(bands.last())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.0/31",
        "10.0.0.0/32",
        "255.255.255.255/32",
        "0.0.0.0/32",
        "fd00::/128",
        "::/128",
        "fd00::/63",
        "fd00::/48",
        "::/0"
      })
  void networkThatGivesNothing_hasNoBands(String network) {
    Bands bands = Bands.of(Cidr.parse(network));

    assertThat(bands.isEmpty()).isTrue();
    for (long number : new long[] {-2, -1, 0, 1, 2, 0xffffffffL}) {
      assertThat(bands.contains(number)).isFalse();
    }
    assertThat(bands.contains(bands.pick(NumberTrie.of(), NumberPicker.lowestFree(), 0))).isFalse();
  }

  @ParameterizedTest
  @DisplayName("api 6.4: the bands of node ports")
  @CsvSource({
    "30000-32767, 30086",
    "30000-30015, 30000",
    "30000-30016, 30016",
    "30000-30511, 30016",
    "30000-30543, 30017",
    "0-65535,     128",
    "30000-30000, 30000",
    "0-0,         0",
    "65535-65535, 65535",
  })
  void ports_haveThisDynamicBand(String range, int dynamicFirst) {
    Bands bands = Bands.of(PortRange.parse(range));

    assertThat(bands.dynamicFirst()).isEqualTo(dynamicFirst);
    assertThat(bands.isEmpty()).isFalse();
    assertThat(bands.hasStatic()).isEqualTo(dynamicFirst != bands.first());
  }

  @Nested
  @DisplayName("picking")
  class Picking {

    private final Bands bands = Bands.of(PortRange.of(100, 119)); // static 100-115, dynamic 116-119

    @Test
    void start_isInTheDynamicBandAndGoesRound() {
      assertThat(bands.pick(held(), at(2), 0)).isEqualTo(118);
      assertThat(bands.pick(held(118), at(2), 0)).isEqualTo(119);
      assertThat(bands.pick(held(118, 119), at(2), 0)).isEqualTo(116);
      assertThat(bands.pick(held(116, 118, 119), at(2), 0)).isEqualTo(117);
    }

    @Test
    void dynamicBandFull_goesToTheStaticOneLikewise() {
      assertThat(bands.pick(held(116, 117, 118, 119), at(2), 0)).isEqualTo(102);
      assertThat(bands.pick(held(116, 117, 118, 119, 102, 103), at(2), 0)).isEqualTo(104);
      assertThat(bands.pick(run(102, 119), at(2), 0)).isEqualTo(100);
      assertThat(bands.pick(run(101, 119), at(2), 0)).isEqualTo(100);
    }

    @Test
    void bothFull_isNoNumberOfTheirs() {
      assertThat(bands.contains(bands.pick(run(100, 119), at(2), 0))).isFalse();
      Bands single = Bands.of(PortRange.of(0));
      assertThat(single.contains(single.pick(held(0), at(0), 0))).isFalse();
      assertThat(single.pick(held(), at(0), 0)).isZero();
    }

    @Test
    void sizes_areThoseOfTheBands_andDrawsDiffer() {
      StringBuilder asked = new StringBuilder();
      NumberPicker picker =
          (size, draw) -> {
            asked.append(size).append(draw == 7 ? " as drawn, " : " otherwise drawn, ");
            return 0;
          };

      assertThat(bands.pick(run(116, 119), picker, 7)).isEqualTo(100);
      assertThat(asked).hasToString("4 as drawn, 16 otherwise drawn, ");
    }

    @Test
    void pickerOutsideTheBand_isRefused() {
      NumberTrie<String> none = held();
      NumberPicker tooFar = at(4);
      NumberPicker negative = at(-1);

      assertThatThrownBy(() -> bands.pick(none, tooFar, 0))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("Place picked: \"4\"; expected one from 0 to 3");
      assertThatThrownBy(() -> bands.pick(none, negative, 0))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("Place picked: \"18446744073709551615\"; expected one from 0 to 3");
    }

    private NumberPicker at(long place) {
      return (size, draw) -> place;
    }

    private NumberTrie<String> held(long... numbers) {
      NumberTrie<String> held = NumberTrie.of();
      for (long number : numbers) {
        held = held.with(number, "somebody");
      }
      return held;
    }

    private NumberTrie<String> run(int first, int last) {
      NumberTrie<String> held = NumberTrie.of();
      for (int number = first; number <= last; number++) {
        held = held.with(number, "somebody");
      }
      return held;
    }
  }
}
