package io.servicesemantics.impl.dns;

import static org.assertj.core.api.Assertions.assertThat;

import io.servicesemantics.dns.DnsName;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.IpFamily;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LettersTest {

  @Property
  void label_isItsTextInSmallLetters(
      @ForAll @AlphaChars @StringLength(min = 1, max = 63) String text) {
    DnsName name = DnsName.parse(text + ".x");
    String small = text.toLowerCase(Locale.ROOT);

    assertThat(name.hashOf(0, text.length() + 1)).isEqualTo(DnsName.parse(small).hashCode());
    assertThat(name.isSame(0, text.length() + 1, DnsName.parse(small))).isTrue();
    assertThat(name.isSame(0, text.length() + 1, DnsName.parse("_"))).isFalse();
    assertThat(Letters.isSame(name, 0, small)).isTrue();
    assertThat(Letters.isSame(name, 0, text)).isEqualTo(text.equals(small));
    assertThat(Letters.isSameIgnoringCase(name, 0, 0, text)).isTrue();
    assertThat(Letters.isSame(name, 0, small + "x")).isFalse();
    assertThat(Letters.isSame(name, 0, "_" + small.substring(1))).isFalse();
  }

  @Property
  void addressWithDashes_isWhatItsTextIs(@ForAll long high, @ForAll long low) {
    check(IpAddress.ofIpv6(high, low).toString());
    check(IpAddress.ofIpv6(high, 0).toString());
    check(IpAddress.ofIpv4((int) low).toString());
  }

  private static void check(String address) {
    String dashed = Letters.dashed(address);
    DnsName name = DnsName.parse(dashed);

    assertThat(name.labelCount()).isEqualTo(1);
    assertThat(dashed).startsWith(address.replace('.', '-').replace(':', '-'));
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.1, 10-0-0-1",
    "fd00::1, fd00--1",
    "fd00::, fd00--0",
    "::, --0",
    "::ffff:10.0.0.1, ::ffff:10-0-0-1",
    "a.example, a-example"
  })
  void addresses_haveDashes(String address, String dashed) {
    assertThat(Letters.dashed(address)).isEqualTo(dashed);
  }

  @Nested
  class Addresses {

    @ParameterizedTest
    @CsvSource({
      "10.0.0.1, 10.0.0.1",
      "FD00:0::1, fd00::1",
      "::ffff:10.0.0.1, 10.0.0.1",
      "::ffff:a00:1, 10.0.0.1"
    })
    void addressTexts_areRead(String text, String address) {
      assertThat(HostText.address(text)).hasToString(address);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "web",
          "010.0.0.1",
          "10.0.0",
          "10.0.0.256",
          "10.0.0.1.",
          "::ffff:10.0.0.01",
          ":",
          "g::",
          "fe80::1%eth0",
          "[::1]"
        })
    void otherTexts_areNames(String text) {
      assertThat(HostText.address(text)).isNull();
    }

    @Test
    void family_isThatOfTheAddress() {
      assertThat(HostText.isOf("::ffff:10.0.0.1", IpFamily.IPV4)).isTrue();
      assertThat(HostText.isOf("::1", IpFamily.IPV4)).isFalse();
      assertThat(HostText.isOf("web", IpFamily.IPV4)).isFalse();
    }
  }
}
