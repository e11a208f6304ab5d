package io.servicesemantics.testkit.arbitrary;

import io.servicesemantics.net.IpFamily;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** Addresses and networks as people write them: plainly, oddly and wrongly (api 3.6, 3.7). */
public final class AddressTextArbitraries {

  private AddressTextArbitraries() {}

  /** {@return addresses of either family that the API server takes as external IPs} */
  public static Arbitrary<String> addresses() {
    return Arbitraries.oneOf(addresses(IpFamily.IPV4), addresses(IpFamily.IPV6), oddlySpelled());
  }

  /**
   * Returns addresses of a family in their canonical spelling, none of them special.
   *
   * @param family the family
   * @return the addresses
   */
  public static Arbitrary<String> addresses(IpFamily family) {
    Arbitrary<Integer> number = Arbitraries.integers().between(1, 254);
    return family == IpFamily.IPV4
        ? Arbitraries.oneOf(
            number.map(octet -> "10.0.0." + octet),
            number.map(octet -> "203.0.113." + octet),
            Arbitraries.of("1.2.3.4", "239.1.1.1", "255.255.255.255", "240.0.0.1", "10.96.0.200"))
        : Arbitraries.oneOf(
            number.map(part -> "2001:db8::" + Integer.toHexString(part)),
            Arbitraries.of("fd00:10:96::200", "2001:db8:1:2:3:4:5:6", "ff0e::1", "64:ff9b::1"));
  }

  /** {@return IPv6 addresses the API server takes, though not in their canonical spelling} */
  public static Arbitrary<String> oddlySpelled() {
    return Arbitraries.of(
        "2001:DB8::1",
        "2001:db8:0:0:0:0:0:1",
        "2001:0db8::1",
        "2001:db8::10.0.0.1",
        "FD00:0::1",
        "2001:db8:0:0::1");
  }

  /** {@return addresses no Service may lead to: unspecified, loopback, link-local} */
  public static Arbitrary<String> special() {
    return Arbitraries.of(
        "0.0.0.0",
        "::",
        "127.0.0.1",
        "127.255.255.255",
        "::1",
        "169.254.169.254",
        "fe80::1",
        "febf::1",
        "224.0.0.1",
        "ff02::1",
        "ff12::1");
  }

  /** {@return text that is an address to older releases alone: leading zeros, IPv4 in IPv6} */
  public static Arbitrary<String> legacy() {
    return Arbitraries.of(
        "010.0.0.1",
        "10.0.0.01",
        "10.000.0.1",
        "::ffff:10.0.0.1",
        "::FFFF:10.96.0.1",
        "::ffff:a00:1",
        "2001:db8::010.0.0.1",
        "2001:00db8::1",
        "00000000000000000000010.0.0.1");
  }

  /** {@return text that is no address} */
  public static Arbitrary<String> wrong() {
    return Arbitraries.of(
        "",
        " ",
        "foo",
        "none",
        "10.0.0",
        "10.0.0.256",
        "10.0.0.1.1",
        "10.0.0.1 ",
        " 10.96.0.1",
        "10.0.0.1/32",
        "10.0.0.-1",
        "0x0a.0.0.1",
        "1e1.0.0.1",
        "99999999999999999999.0.0.1",
        "fe80::1%eth0",
        "[2001:db8::1]",
        "2001:db8::1::",
        "1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:8:9",
        "12345::",
        ":::",
        ":",
        ".",
        "10.0.0.1:80",
        "１０.0.0.1",
        "<script>&\"\\\n");
  }

  /** {@return any of these} */
  public static Arbitrary<String> anyAddress() {
    return Arbitraries.frequencyOf(
        Tuple.of(6, addresses()),
        Tuple.of(1, special()),
        Tuple.of(1, legacy()),
        Tuple.of(1, wrong()));
  }

  /** {@return networks the API server takes as source ranges, some between blanks} */
  public static Arbitrary<String> networks() {
    return Arbitraries.of(
        "10.0.0.0/8",
        "0.0.0.0/0",
        "::/0",
        "192.0.2.0/24",
        "192.0.2.7/32",
        "2001:db8::/32",
        "2001:DB8::/32",
        "2001:db8:0:0::/64",
        "2001:db8::1/128",
        " 10.1.0.0/16 ",
        "\t10.2.0.0/16");
  }

  /** {@return text that is a network to older releases alone: host bits, leading zeros} */
  public static Arbitrary<String> legacyNetworks() {
    return Arbitraries.of(
        "10.0.0.1/8",
        "2001:db8::1/32",
        "010.0.0.0/8",
        "10.0.0.0/08",
        "::ffff:10.0.0.0/104",
        "::ffff:10.0.0.1/104",
        "10.0.0.1/0");
  }

  /** {@return text that is no network} */
  public static Arbitrary<String> wrongNetworks() {
    return Arbitraries.of(
        "",
        "/",
        "foo",
        "10.0.0.0",
        "10.0.0.0/",
        "/8",
        "10.0.0.0/33",
        "2001:db8::/129",
        "10.0.0.0/-1",
        "10.0.0.0/+8",
        "10.0.0.0/8/8",
        "10.0.0.0 /8",
        "10.0.0/8",
        "10.0.0.0/99999999999",
        "fe80::%eth0/64");
  }

  /** {@return any of these} */
  public static Arbitrary<String> anyNetwork() {
    return Arbitraries.frequencyOf(
        Tuple.of(6, networks()), Tuple.of(1, legacyNetworks()), Tuple.of(1, wrongNetworks()));
  }
}
