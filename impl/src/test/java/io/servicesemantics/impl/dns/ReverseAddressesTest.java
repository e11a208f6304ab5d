package io.servicesemantics.impl.dns;

import static org.assertj.core.api.Assertions.assertThat;

import io.servicesemantics.dns.DnsName;
import io.servicesemantics.net.IpAddress;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReverseAddressesTest {

  private static final String NIBBLES =
      "1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.d.f";

  private static IpAddress read(String text) {
    DnsName name = DnsName.parse(text);
    assertThat(ReverseAddresses.isAddress(name)).isTrue();
    return ReverseAddresses.of(ReverseAddresses.high(name), ReverseAddresses.low(name));
  }

  @Property
  void anyIpv4Address_isReadFromItsReverseName(@ForAll int bits) {
    IpAddress address = IpAddress.ofIpv4(bits);

    assertThat(read(address.reverseName())).isEqualTo(address);
    assertThat(ReverseAddresses.isPlain(DnsName.parse(address.reverseName()))).isTrue();
  }

  @Property
  void anyIpv6Address_isReadFromItsReverseName(@ForAll long high, @ForAll long low) {
    IpAddress address = IpAddress.ofIpv6(high, low);

    assertThat(read(address.reverseName())).isEqualTo(address.unmapped());
  }

  @ParameterizedTest
  @CsvSource({
    "1.0.0.10.in-addr.arpa, 10.0.0.1",
    "1.0.0.10.IN-ADDR.arpa, 10.0.0.1",
    "0.0.0.0.in-addr.arpa, 0.0.0.0",
    "255.255.255.255.in-addr.arpa, 255.255.255.255",
    NIBBLES + ".ip6.arpa, fd00::1",
    "x." + NIBBLES + ".ip6.arpa, fd00::1",
    "x.yy.zzz." + NIBBLES + ".ip6.arpa, fd00::1",
    "1.0.0.0.0.0.a.0.f.f.f.f.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.ip6.arpa, 10.0.0.1"
  })
  void reverseNames_areRead(String name, String address) {
    assertThat(read(name)).hasToString(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "in-addr.arpa",
        "ip6.arpa",
        "10.in-addr.arpa",
        "0.0.10.in-addr.arpa",
        "1.1.0.0.10.in-addr.arpa",
        "01.0.0.10.in-addr.arpa",
        "00.0.0.10.in-addr.arpa",
        "256.0.0.10.in-addr.arpa",
        "1000.0.0.10.in-addr.arpa",
        "-1.0.0.10.in-addr.arpa",
        "a.0.0.10.in-addr.arpa",
        "1.0.0.10.in-addr.arpa.cluster.local",
        "1.0.0.10.ip6.arpa",
        "g" + "." + "0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.d.f.ip6.arpa",
        "10" + "." + "0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.d.f.ip6.arpa",
        "w.x.y.z." + NIBBLES + ".ip6.arpa",
        "1.0.0.10.example"
      })
  void otherNames_areNoAddresses(String name) {
    assertThat(ReverseAddresses.isAddress(DnsName.parse(name))).isFalse();
  }

  @Nested
  class Plain {

    @Test
    void anotherSpelling_isNotPlain() {
      assertThat(ReverseAddresses.isPlain(DnsName.parse("1.0.0.10.IN-addr.arpa"))).isFalse();
      assertThat(ReverseAddresses.isPlain(DnsName.parse("x." + NIBBLES + ".ip6.arpa"))).isFalse();
      assertThat(ReverseAddresses.isPlain(DnsName.parse(NIBBLES + ".ip6.arpa"))).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "in-addr.arpa, true, false",
    "10.in-addr.arpa, true, true",
    "ip6.arpa, true, false",
    "arpa, false, false",
    "xin-addr.arpa, false, false"
  })
  void zonesOfAddresses_areKnown(String name, boolean isReverse, boolean isBelow) {
    assertThat(ReverseAddresses.isReverseZone(DnsName.parse(name))).isEqualTo(isReverse);
    assertThat(ReverseAddresses.isBelowReverseZone(DnsName.parse(name))).isEqualTo(isBelow);
  }
}
