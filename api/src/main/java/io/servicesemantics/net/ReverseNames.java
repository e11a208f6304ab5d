package io.servicesemantics.net;

import com.google.common.collect.ImmutableList;

/** Names of addresses and networks in the reverse DNS trees (RFC 1035 3.5, RFC 3596 2.5). */
final class ReverseNames {
  private ReverseNames() {}

  static String of(IpAddress address) {
    return of(address, address.family().bits());
  }

  // Of the first bits of an address, a whole number of labels.
  private static String of(IpAddress address, int prefixLength) {
    boolean ipv4 = address.family() == IpFamily.IPV4;
    StringBuilder out = new StringBuilder(ipv4 ? 30 : 74);
    int bits = address.family().bits();
    for (int shift = bits - prefixLength; shift < bits; shift += bitsOfLabel(address.family())) {
      long half = shift < 64 ? address.lowBits() : address.highBits();
      if (ipv4) {
        out.append((int) (half >>> shift) & 0xff);
      } else {
        out.append(Character.forDigit((int) (half >>> (shift % 64)) & 0xf, 16));
      }
      out.append('.');
    }
    return out.append(ipv4 ? "in-addr.arpa." : "ip6.arpa.").toString();
  }

  /** The zones that together hold exactly the names of a network's addresses, in their order. */
  static ImmutableList<String> zones(Cidr cidr) {
    int step = bitsOfLabel(cidr.family());
    int cut = (cidr.prefixLength() + step - 1) / step * step;
    int shift = cidr.family().bits() - cut;
    IpAddress first = cidr.first();
    ImmutableList.Builder<String> zones = ImmutableList.builder();
    for (long i = 0; i < 1L << (cut - cidr.prefixLength()); i++) {
      zones.add(of(withBits(first, i, shift), cut));
    }
    return zones.build();
  }

  // The bits never reach from one half into the other: a label is in one of them.
  private static IpAddress withBits(IpAddress first, long bits, int shift) {
    if (first.family() == IpFamily.IPV4) {
      return IpAddress.ofIpv4((int) (first.lowBits() | bits << shift));
    }
    return shift >= 64
        ? IpAddress.ofIpv6(first.highBits() | bits << (shift - 64), first.lowBits())
        : IpAddress.ofIpv6(first.highBits(), first.lowBits() | bits << shift);
  }

  private static int bitsOfLabel(IpFamily family) {
    return family == IpFamily.IPV4 ? 8 : 4;
  }
}
