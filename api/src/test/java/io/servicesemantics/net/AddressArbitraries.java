package io.servicesemantics.net;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Addresses and networks of every kind, dense where special cases are. */
final class AddressArbitraries {
  private AddressArbitraries() {}

  static Arbitrary<IpAddress> ipv4() {
    return Arbitraries.integers().map(IpAddress::ofIpv4);
  }

  // Groups are often zero, so that runs of zeros of every place and length come up.
  static Arbitrary<IpAddress> ipv6() {
    Arbitrary<Integer> group =
        Arbitraries.oneOf(
            Arbitraries.just(0),
            Arbitraries.just(0xffff),
            Arbitraries.integers().between(0, 0xffff));
    return group.array(int[].class).ofSize(8).map(AddressArbitraries::ofGroups);
  }

  static Arbitrary<IpAddress> mapped() {
    return Arbitraries.integers()
        .map(bits -> IpAddress.ofIpv6(0, 0xffff_0000_0000L | (bits & 0xffff_ffffL)));
  }

  static Arbitrary<IpAddress> unmapped() {
    return Arbitraries.oneOf(ipv4(), ipv6().filter(address -> !address.isIpv4Mapped()));
  }

  static Arbitrary<IpAddress> any() {
    return Arbitraries.oneOf(ipv4(), ipv6(), mapped());
  }

  static Arbitrary<Cidr> cidrs() {
    return any()
        .flatMap(
            address ->
                Arbitraries.integers()
                    .between(0, address.family().bits())
                    .map(length -> Cidr.of(address, length)));
  }

  /** Two networks that are often near each other. */
  static Arbitrary<Cidr> near(Cidr cidr) {
    return Combinators.combine(
            Arbitraries.integers().between(0, cidr.family().bits()),
            Arbitraries.integers().between(0, cidr.family().bits() - 1))
        .as((length, flipped) -> Cidr.of(flip(cidr.address(), flipped), length));
  }

  static IpAddress flip(IpAddress address, int bit) {
    byte[] bytes = address.toBytes();
    bytes[bit / 8] ^= (byte) (0x80 >> (bit % 8));
    return IpAddress.of(bytes);
  }

  private static IpAddress ofGroups(int[] groups) {
    byte[] bytes = new byte[16];
    for (int i = 0; i < 8; i++) {
      bytes[2 * i] = (byte) (groups[i] >> 8);
      bytes[2 * i + 1] = (byte) groups[i];
    }
    return IpAddress.of(bytes);
  }
}
