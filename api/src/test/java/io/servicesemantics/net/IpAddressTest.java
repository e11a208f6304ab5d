package io.servicesemantics.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressTest {

  @Nested
  @DisplayName("strict reading")
  class StrictReading {
    @ParameterizedTest
    @CsvSource({
      "0.0.0.0, 0.0.0.0",
      "10.96.0.1, 10.96.0.1",
      "255.255.255.255, 255.255.255.255",
      "::, ::",
      "::1, ::1",
      "1::, 1::",
      "FD00:0::1, fd00::1",
      "2001:0db8:0000:0000:0000:0000:0000:0001, 2001:db8::1",
      "1:2:3:4:5:6:7::, 1:2:3:4:5:6:7:0",
      "::2:3:4:5:6:7:8, 0:2:3:4:5:6:7:8",
      "1:2:3::5:6:7:8, 1:2:3:0:5:6:7:8",
      "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
      "2001:0:0:1:0:0:0:1, 2001:0:0:1::1",
      "0:0:0:0:0:0:0:0, ::",
      "1:0:0:0:0:0:0:0, 1::",
      "64:ff9b::192.0.2.33, 64:ff9b::c000:221",
      "1:2:3:4:5:6:7.8.9.10, 1:2:3:4:5:6:708:90a",
      "::1.2.3.4, ::102:304",
      "::fffe:1.2.3.4, ::fffe:102:304",
      "::ffff:0:1.2.3.4, ::ffff:0:102:304"
    })
    void goodText_printsCanonically(String text, String canonical) {
      assertThat(IpAddress.parse(text)).hasToString(canonical);
      assertThat(IpAddress.tryParse(text)).contains(IpAddress.parse(canonical));
      assertThat(IpAddress.tryParseLenient(text)).contains(IpAddress.parse(canonical));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          " ",
          "1",
          "abc",
          ".",
          ":",
          "...",
          ":::",
          "::::",
          "1.2.3",
          "1.2.3.",
          ".1.2.3",
          "1..2.3",
          "1.2.3.4.",
          "1.2.3.4.5",
          "256.1.1.1",
          "1.2.3.999999999999",
          "1.2.3.-4",
          "1.2.3.+4",
          "1.2.3.4 ",
          " 1.2.3.4",
          "1.2.3.4/32",
          "0x1.2.3.4",
          "1.2.3.a",
          "1:2",
          "1:",
          ":1",
          "1:2:3:4:5:6:7",
          "1:2:3:4:5:6:7:8:9",
          "1:2:3:4:5:6:7:8:",
          "1:2:3:4:5:6:7:8::",
          "::1:2:3:4:5:6:7:8",
          "1:2:3:4::5:6:7:8",
          "1::2::3",
          "1:::2",
          ":1::2",
          "::g",
          "::12345",
          "[::1]",
          "::1%eth0",
          "fe80::1%1",
          "1.2.3.4%eth0",
          "%eth0",
          "::1.2.3",
          "::1.2.3.256",
          "::1.2.3.4.5",
          "::1.2.3.4:5",
          "1:2:3:4:5:6:7:1.2.3.4",
          "1:2:3:4:5:1.2.3.4",
          "1:2:3:4:5:6::1.2.3.4",
          "::a.1.1.1",
          "::1.2.3.4%1",
          "1.2:3.4",
          "::-1",
          "::+1",
          "１.2.3.4",
          "١.١.١.١",
          "::１",
          "1.2.3.4\n",
          "1.2.3.4\0",
          "localhost",
          "None",
          "1,2,3,4"
        })
    void badText_isRefusedHoweverRead(String text) {
      assertThat(IpAddress.tryParse(text)).isEmpty();
      assertThat(IpAddress.tryParseLenient(text)).isEmpty();
      assertThat(AddressNotation.ofAddress(text)).isEqualTo(AddressNotation.UNREADABLE);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> IpAddress.parse(text))
          .withMessageStartingWith("IP address: \"%s\"; expected", text);
    }

    @Test
    void hugeText_isNotQuotedWhole() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> IpAddress.parse("1".repeat(1_000_000)))
          .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(300));
    }
  }

  @Nested
  @DisplayName("lenient reading")
  class LenientReading {
    @ParameterizedTest
    @CsvSource({
      "010.0.0.1, 10.0.0.1",
      "127.0.0.001, 127.0.0.1",
      "08.09.0000.000000000255, 8.9.0.255",
      "00001::, 1::",
      "::000000fffe:1:2, ::fffe:1:2",
      "::01.02.03.04, ::102:304",
      "::00000000255.1.1.1, ::ff01:101"
    })
    void leadingZeros_areDecimalAndOnlyLenientlyRead(String text, String canonical) {
      assertThat(IpAddress.tryParseLenient(text)).contains(IpAddress.parse(canonical));
      assertThat(IpAddress.tryParse(text)).isEmpty();
      assertThat(AddressNotation.ofAddress(text)).isEqualTo(AddressNotation.LEADING_ZEROS);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"::ffff:10.0.0.1", "::FFFF:a00:1", "0:0:0:0:0:ffff:10.0.0.1", "::ffff:a00:0001"})
    void ipv4Mapped_isTheIpv4Address(String text) {
      assertThat(IpAddress.tryParseLenient(text)).contains(IpAddress.parse("10.0.0.1"));
      assertThat(IpAddress.tryParse(text)).isEmpty();
      assertThat(AddressNotation.ofAddress(text)).isEqualTo(AddressNotation.IPV4_MAPPED);
    }

    @Test
    void mappedWithLeadingZeros_isToldForTheZerosFirst() {
      assertThat(AddressNotation.ofAddress("::ffff:010.0.0.1"))
          .isEqualTo(AddressNotation.LEADING_ZEROS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "a", ":", ".", "::", "1.", "1:", "0:", "0.", "/", "\uD800"})
    void aMillionCharacters_takesNoTimeToSpeakOf(String piece) {
      String text = piece.repeat(1_000_000 / piece.length());
      Assertions.assertTimeoutPreemptively(
          Duration.ofSeconds(10),
          () -> {
            for (String hostile : new String[] {text, text + ".0.0.1", "::" + text, "1::" + text}) {
              assertThat(IpAddress.tryParse(hostile)).isEmpty();
              AddressNotation notation = AddressNotation.ofAddress(hostile);
              assertThat(IpAddress.tryParseLenient(hostile).isPresent())
                  .isEqualTo(notation != AddressNotation.UNREADABLE);
              assertThat(Cidr.tryParse(hostile + "/0")).isEmpty();
              assertThat(Cidr.tryParseLenient("::/" + hostile).isPresent())
                  .isEqualTo(hostile.equals(text) && piece.equals("0"));
            }
          });
    }
  }

  @Nested
  @DisplayName("notation")
  class Notation {
    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.1", "::", "fd00::1", "2001:db8::1:0:0:1"})
    void asPrinted_isCanonical(String text) {
      assertThat(IpAddress.isCanonical(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"FD00::1", "fd00:0::1", "0:0:0:0:0:0:0:0", "::1.2.3.4", "2001:db8:0:1::0"})
    void unambiguousIpv6_isNonCanonical(String text) {
      assertThat(AddressNotation.ofAddress(text)).isEqualTo(AddressNotation.NON_CANONICAL);
      assertThat(IpAddress.isCanonical(text)).isFalse();
    }
  }

  @Nested
  @DisplayName("parts")
  class Parts {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 5, 15, 17})
    void anotherNumberOfBytes_throws(int length) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> IpAddress.of(new byte[length]))
          .withMessage("Length of an address: %s; expected 4 or 16 bytes", length);
    }

    @Test
    void ipv4_hasItsBitsUnsigned() {
      IpAddress address = IpAddress.parse("255.0.0.1");

      assertThat(address.family()).isEqualTo(IpFamily.IPV4);
      assertThat(address.highBits()).isZero();
      assertThat(address.lowBits()).isEqualTo(0xff00_0001L);
      assertThat(address).isEqualTo(IpAddress.ofIpv4(0xff00_0001));
    }

    @Test
    void mapped_isNotTheIpv4AddressUntilUnmapped() {
      IpAddress mapped = IpAddress.ofIpv6(0, 0xffff_0a00_0001L);

      assertThat(mapped.isIpv4Mapped()).isTrue();
      assertThat(mapped).isNotEqualTo(IpAddress.parse("10.0.0.1")).hasToString("::ffff:10.0.0.1");
      assertThat(mapped.unmapped()).isEqualTo(IpAddress.parse("10.0.0.1"));
      assertThat(IpAddress.parse("::fffe:a00:1").isIpv4Mapped()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
      "10.96.0.1, 1.0.96.10.in-addr.arpa.",
      "2001:db8::567:89ab,"
          + " b.a.9.8.7.6.5.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa."
    })
    void reverseName_isThatOfThePtrRecord(String address, String name) {
      assertThat(IpAddress.parse(address).reverseName()).isEqualTo(name);
    }
  }

  @Nested
  @DisplayName("special addresses")
  class SpecialAddresses {
    @ParameterizedTest
    @CsvSource({
      "0.0.0.0, U",
      "0.0.0.1, ''",
      "::, U",
      "126.255.255.255, ''",
      "127.0.0.0, L",
      "127.255.255.255, L",
      "128.0.0.0, ''",
      "::1, L",
      "::2, ''",
      "0:0:0:1::1, ''",
      "9.255.255.255, ''",
      "10.0.0.0, P",
      "10.255.255.255, P",
      "11.0.0.0, ''",
      "172.15.255.255, ''",
      "172.16.0.0, P",
      "172.31.255.255, P",
      "172.32.0.0, ''",
      "192.167.255.255, ''",
      "192.168.0.0, P",
      "192.168.255.255, P",
      "192.169.0.0, ''",
      "fbff::1, ''",
      "fc00::, P",
      "fdff:ffff::, P",
      "fe00::, ''",
      "169.253.255.255, ''",
      "169.254.0.0, K",
      "169.254.255.255, K",
      "169.255.0.0, ''",
      "fe7f:ffff::, ''",
      "fe80::, K",
      "febf:ffff::1, K",
      "fec0::, ''",
      "223.255.255.255, ''",
      "224.0.0.0, MN",
      "224.0.0.255, MN",
      "224.0.1.0, M",
      "239.1.1.1, M",
      "240.0.0.0, ''",
      "255.255.255.255, ''",
      "feff::, ''",
      "ff00::, M",
      "ff01::1, MI",
      "ff02::1, MN",
      "ff12::1, MN",
      "ff31::1, MI",
      "ff0e::1, M"
    })
    void edgeOfARange_isToldAsGoDoes(String text, String kinds) {
      IpAddress address = IpAddress.parse(text);

      assertThat(kinds(address)).isEqualTo(kinds);
    }

    @ParameterizedTest
    @CsvSource({"0.0.0.0, U", "127.0.0.1, L", "10.0.0.1, P", "169.254.1.1, K", "224.0.0.1, MN"})
    void mapped_isToldAsItsIpv4Address(String text, String kinds) {
      IpAddress mapped = IpAddress.ofIpv6(0, 0xffffL << 32 | IpAddress.parse(text).lowBits());

      assertThat(mapped.isIpv4Mapped()).isTrue();
      assertThat(kinds(mapped)).isEqualTo(kinds);
    }

    private String kinds(IpAddress address) {
      return (address.isUnspecified() ? "U" : "")
          + (address.isLoopback() ? "L" : "")
          + (address.isPrivate() ? "P" : "")
          + (address.isLinkLocalUnicast() ? "K" : "")
          + (address.isMulticast() ? "M" : "")
          + (address.isLinkLocalMulticast() ? "N" : "")
          + (address.isInterfaceLocalMulticast() ? "I" : "");
    }
  }

  @Nested
  @DisplayName("arithmetic")
  class Arithmetic {
    @ParameterizedTest
    @CsvSource({
      "10.0.0.255, 1, 10.0.1.0",
      "10.0.1.0, -1, 10.0.0.255",
      "0.0.0.0, 4294967295, 255.255.255.255",
      "255.255.255.255, -4294967295, 0.0.0.0",
      "::ffff:ffff:ffff:ffff, 1, 0:0:0:1::",
      "0:0:0:1::, -1, ::ffff:ffff:ffff:ffff",
      "::8000:0:0:0, -9223372036854775808, ::",
      "::8000:0:0:0, 9223372036854775807, ::ffff:ffff:ffff:ffff",
      "ffff:ffff:ffff:ffff:ffff:ffff:ffff:fffe, 1, ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"
    })
    void insideTheFamily_carries(String from, long distance, String to) {
      assertThat(IpAddress.parse(from).plus(distance)).isEqualTo(IpAddress.parse(to));
    }

    @ParameterizedTest
    @CsvSource({
      "255.255.255.255, 1",
      "0.0.0.0, -1",
      "0.0.0.0, 4294967296",
      "255.255.255.255, 9223372036854775807",
      "255.255.255.255, -9223372036854775808",
      "::, -1",
      "::, -9223372036854775808",
      "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, 1"
    })
    void outOfTheFamily_throws(String from, long distance) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> IpAddress.parse(from).plus(distance))
          .withMessageStartingWith("Distance from %s: %s; expected", from, distance);
    }
  }

  @Test
  void loopback_isTheAddressOfAHostToItself() {
    assertThat(IpFamily.IPV4.loopback()).isEqualTo(IpAddress.parse("127.0.0.1"));
    assertThat(IpFamily.IPV6.loopback()).isEqualTo(IpAddress.parse("::1"));
  }

  @Test
  void anyBits_areReadBackAsAnAddress() throws Exception {
    byte[] bytes = SerializedForm.write(IpAddress.ofIpv4(0x0a00_0001));
    assertThat(SerializedForm.read(bytes)).isEqualTo(IpAddress.parse("10.0.0.1"));

    bytes[bytes.length - 4] = (byte) 0xff;

    assertThat(SerializedForm.read(bytes)).isEqualTo(IpAddress.parse("255.0.0.1"));
  }
}
