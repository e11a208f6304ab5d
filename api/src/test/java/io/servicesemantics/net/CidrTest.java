package io.servicesemantics.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InvalidObjectException;
import java.math.BigInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CidrTest {

  @Nested
  @DisplayName("reading")
  class Reading {
    @ParameterizedTest
    @CsvSource({
      "0.0.0.0/0, CANONICAL",
      "10.96.0.0/12, CANONICAL",
      "10.0.0.1/32, CANONICAL",
      "::/0, CANONICAL",
      "fd00::/108, CANONICAL",
      "FD00::/108, NON_CANONICAL",
      "fd00:0:0::/64, NON_CANONICAL",
      "10.0.0.1/8, HOST_BITS",
      "0.0.0.1/0, HOST_BITS",
      "FD00::1/64, HOST_BITS"
    })
    void strictText_isReadAndJudged(String text, AddressNotation notation) {
      Cidr cidr = Cidr.parse(text);

      assertThat(AddressNotation.ofCidr(text)).isEqualTo(notation);
      assertThat(Cidr.isCanonical(text)).isEqualTo(notation == AddressNotation.CANONICAL);
      assertThat(cidr.hasHostBits()).isEqualTo(notation == AddressNotation.HOST_BITS);
      assertThat(Cidr.tryParse(text)).contains(cidr);
      assertThat(Cidr.tryParseLenient(text)).contains(cidr);
    }

    @ParameterizedTest
    @CsvSource({
      "010.0.0.0/8, 10.0.0.0/8",
      "10.0.0.0/08, 10.0.0.0/8",
      "10.0.0.0/00000000008, 10.0.0.0/8",
      "10.0.0.0/00, 10.0.0.0/0",
      "::/000, ::/0",
      "010.0.0.1/8, 10.0.0.1/8"
    })
    void leadingZeros_areOnlyLenientlyRead(String text, String meant) {
      assertThat(Cidr.tryParse(text)).isEmpty();
      assertThat(Cidr.tryParseLenient(text)).contains(Cidr.parse(meant));
      assertThat(AddressNotation.ofCidr(text)).isEqualTo(AddressNotation.LEADING_ZEROS);
    }

    @ParameterizedTest
    @CsvSource({
      "::ffff:10.0.0.0/104, 10.0.0.0/8",
      "::ffff:10.0.0.1/128, 10.0.0.1/32",
      "::ffff:0.0.0.0/96, 0.0.0.0/0",
      "::ffff:a00:1/104, 10.0.0.1/8"
    })
    void ipv4MappedNetwork_isTheIpv4Network(String text, String meant) {
      assertThat(Cidr.tryParse(text)).isEmpty();
      assertThat(Cidr.tryParseLenient(text)).contains(Cidr.parse(meant));
      assertThat(AddressNotation.ofCidr(text)).isEqualTo(AddressNotation.IPV4_MAPPED);
    }

    @ParameterizedTest
    @CsvSource({"::ffff:1.2.3.4/64, ::/64", "::ffff:1.2.3.4/90, ::ffc0:0:0/90"})
    void ipv4MappedAddressOfWiderNetwork_staysIpv6(String text, String masked) {
      Cidr cidr = Cidr.tryParseLenient(text).orElseThrow();

      assertThat(cidr.masked()).isEqualTo(Cidr.parse(masked));
      assertThat(cidr.address().unmapped()).hasToString("1.2.3.4");
      assertThat(cidr).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "/",
          "10.0.0.0",
          "10.0.0.0/",
          "/8",
          "10.0.0.0/33",
          "::/129",
          "10.0.0.0/-1",
          "10.0.0.0/+8",
          "10.0.0.0/8/8",
          "10.0.0.0//8",
          "10.0.0.0/8 ",
          " 10.0.0.0/8",
          "10.0.0.0 /8",
          "10.0.0.0/255.0.0.0",
          "10.0.0/8",
          "10/8",
          "::%eth0/64",
          "fe80::1/64%1",
          "10.0.0.0/4294967304",
          "10.0.0.0/18446744073709551624",
          "10.0.0.0/٨",
          "10.0.0.0/0x8",
          "None",
          "::1/6a"
        })
    void badText_isRefusedHoweverRead(String text) {
      assertThat(Cidr.tryParse(text)).isEmpty();
      assertThat(Cidr.tryParseLenient(text)).isEmpty();
      assertThat(AddressNotation.ofCidr(text)).isEqualTo(AddressNotation.UNREADABLE);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Cidr.parse(text))
          .withMessageStartingWith("CIDR: \"%s\"; expected", text);
    }
  }

  @Nested
  @DisplayName("addresses")
  class Addresses {
    @ParameterizedTest
    @CsvSource({
      "10.96.0.1/12, 10.96.0.0, 10.111.255.255, 1048576",
      "10.0.0.1/32, 10.0.0.1, 10.0.0.1, 1",
      "1.2.3.4/0, 0.0.0.0, 255.255.255.255, 4294967296",
      "fd00::5/112, fd00::, fd00::ffff, 65536",
      "fd00:1:2:3::5/64, fd00:1:2:3::, fd00:1:2:3:ffff:ffff:ffff:ffff, 18446744073709551616",
      "fd00:1:2:3::5/48, fd00:1:2::, fd00:1:2:ffff:ffff:ffff:ffff:ffff,"
          + " 1208925819614629174706176",
      "::5/0, ::, ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff,"
          + " 340282366920938463463374607431768211456"
    })
    void endsAndSize_areThoseOfThePrefix(String text, String first, String last, BigInteger size) {
      Cidr cidr = Cidr.parse(text);

      assertThat(cidr.first()).hasToString(first);
      assertThat(cidr.last()).hasToString(last);
      assertThat(cidr.size()).isEqualTo(size);
      assertThat(cidr.saturatedSize())
          .isEqualTo(size.min(BigInteger.valueOf(Long.MAX_VALUE)).longValueExact());
      assertThat(cidr.address(0)).isEqualTo(cidr.first());
    }

    @ParameterizedTest
    @CsvSource({
      "10.0.0.0/24, -1",
      "10.0.0.0/24, 256",
      "10.0.0.0/32, 1",
      "0.0.0.0/0, 4294967296",
      "::/66, 4611686018427387904",
      "::/0, -1"
    })
    void offsetOutside_throws(String text, long offset) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Cidr.parse(text).address(offset))
          .withMessageStartingWith("Offset into %s: %s; expected", text, offset);
    }

    @ParameterizedTest
    @CsvSource({
      "::/65, ::7fff:ffff:ffff:ffff",
      "fd00::/64, fd00::7fff:ffff:ffff:ffff",
      "fd00::/8, fd00::7fff:ffff:ffff:ffff"
    })
    void greatestOffset_reaches(String text, String address) {
      assertThat(Cidr.parse(text).address(Long.MAX_VALUE)).isEqualTo(IpAddress.parse(address));
    }

    @Test
    void offsetPastLong_isNotTold() {
      assertThat(Cidr.parse("fd00::/64").offsetOf(IpAddress.parse("fd00::8000:0:0:0"))).isEmpty();
      assertThat(Cidr.parse("fd00::/48").offsetOf(IpAddress.parse("fd00:0:0:1::"))).isEmpty();
      assertThat(Cidr.parse("fd00::/64").offsetOf(IpAddress.parse("fd01::"))).isEmpty();
    }

    @Test
    void otherFamily_isNeverContained() {
      assertThat(Cidr.parse("::/0").contains(IpAddress.parse("10.0.0.1"))).isFalse();
      assertThat(Cidr.parse("0.0.0.0/0").contains(IpAddress.parse("::"))).isFalse();
      assertThat(Cidr.parse("0.0.0.0/0").overlaps(Cidr.parse("::/0"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 33, 128, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void lengthOutsideTheFamily_throws(int length) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Cidr.of(IpAddress.parse("10.0.0.0"), length))
          .withMessage("Prefix length: %s; expected 0 to 32 for IPv4", length);
    }
  }

  @Nested
  @DisplayName("reverse zones")
  class ReverseZones {
    @ParameterizedTest
    @CsvSource({
      "10.96.0.0/16, 96.10.in-addr.arpa.",
      "10.96.3.7/24, 3.96.10.in-addr.arpa.",
      "10.96.3.7/32, 7.3.96.10.in-addr.arpa.",
      "0.0.0.0/0, in-addr.arpa.",
      "::/0, ip6.arpa.",
      "2001:db8:abcd::/48, d.c.b.a.8.b.d.0.1.0.0.2.ip6.arpa.",
      "fd00::/8, d.f.ip6.arpa."
    })
    void wholeLabels_areOneZone(String cidr, String zone) {
      assertThat(Cidr.parse(cidr).reverseZones()).containsExactly(zone);
    }

    @Test
    void partOfALabel_isTheZonesOfTheNextLongerNetworks() {
      assertThat(Cidr.parse("10.97.5.1/14").reverseZones())
          .containsExactly(
              "96.10.in-addr.arpa.",
              "97.10.in-addr.arpa.",
              "98.10.in-addr.arpa.",
              "99.10.in-addr.arpa.");
      assertThat(Cidr.parse("2000::/3").reverseZones())
          .containsExactly("2.ip6.arpa.", "3.ip6.arpa.");
      assertThat(Cidr.parse("fd00::/107").reverseZones())
          .hasSize(2)
          .allMatch(zone -> zone.length() == 27 * 2 + "ip6.arpa.".length());
    }
  }

  @Test
  void order_isFamilyThenFirstThenWiderThenGiven() {
    assertThat(
            Stream.of("::/0", "10.0.0.1/8", "10.0.0.0/24", "10.0.0.0/8", "9.255.0.0/16", "::/128")
                .map(Cidr::parse)
                .sorted())
        .map(Cidr::toString)
        .containsExactly(
            "9.255.0.0/16", "10.0.0.0/8", "10.0.0.1/8", "10.0.0.0/24", "::/0", "::/128");
  }

  @Test
  void impossibleSerializedLength_isRefused() throws Exception {
    byte[] bytes = SerializedForm.write(Cidr.parse("10.0.0.0/29"));
    for (int i = 0; i < bytes.length - 3; i++) {
      if (bytes[i] == 0 && bytes[i + 1] == 0 && bytes[i + 2] == 0 && bytes[i + 3] == 29) {
        bytes[i + 3] = 33;
      }
    }

    assertThatThrownBy(() -> SerializedForm.read(bytes)).isInstanceOf(InvalidObjectException.class);
  }
}
