package io.servicesemantics.impl.dns;

import io.servicesemantics.dns.DnsName;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.IpFamily;

/**
 * Reads addresses out of reverse names (dns 8.1), as the 128 bits of IPv6: an IPv4 address in its
 * mapped form. Nothing is allocated.
 */
final class ReverseAddresses {

  private static final DnsName IPV4_ZONE = DnsName.parse("in-addr.arpa");
  private static final DnsName IPV6_ZONE = DnsName.parse("ip6.arpa");
  private static final long MAPPED = 0xffffL << 32;
  private static final int OCTETS = 4;
  private static final int NIBBLES = 32;
  private static final int NIBBLES_OF_HALF = 16;
  private static final int OF_GROUP = 4;

  private ReverseAddresses() {}

  static long high(IpAddress address) {
    return address.family() == IpFamily.IPV4 ? 0 : address.highBits();
  }

  static long low(IpAddress address) {
    return address.family() == IpFamily.IPV4 ? MAPPED | address.lowBits() : address.lowBits();
  }

  static int hash(long high, long low) {
    long mixed = (low ^ high * 0x9e3779b97f4a7c15L) * 0xff51afd7ed558ccdL;
    return (int) (mixed >>> 32 ^ mixed);
  }

  static IpAddress of(long high, long low) {
    return high == 0 && low >>> 32 == 0xffff
        ? IpAddress.ofIpv4((int) low)
        : IpAddress.ofIpv6(high, low);
  }

  /** Whether a name is below one of the zones in which addresses are looked up. */
  static boolean isBelowReverseZone(DnsName name) {
    return isBelow(name, IPV4_ZONE) || isBelow(name, IPV6_ZONE);
  }

  /** Whether a zone is one of addresses. */
  static boolean isReverseZone(DnsName name) {
    return name.isAtOrBelow(IPV4_ZONE) || name.isAtOrBelow(IPV6_ZONE);
  }

  /** Whether a zone has names of addresses in it besides others. */
  static boolean isAboveReverseZone(DnsName name) {
    return isBelow(IPV4_ZONE, name) || isBelow(IPV6_ZONE, name);
  }

  private static boolean isBelow(DnsName name, DnsName zone) {
    return name.length() > zone.length() && name.isAtOrBelow(zone);
  }

  /** Whether a name spells an address. */
  static boolean isAddress(DnsName name) {
    if (isBelow(name, IPV4_ZONE)) {
      return isIpv4(name, name.length() - IPV4_ZONE.length());
    }
    return isBelow(name, IPV6_ZONE) && isIpv6(name, name.length() - IPV6_ZONE.length());
  }

  /** Whether it is the address's own name: no label too many, and IPv4 as IPv4. */
  static boolean isPlain(DnsName name) {
    return name.isLowerCase() && (isBelow(name, IPV4_ZONE) || isPlainIpv6(name));
  }

  private static boolean isPlainIpv6(DnsName name) {
    boolean isMapped = high(name) == 0 && low(name) >>> Integer.SIZE == 0xffff;
    return !isMapped && extraLabels(name, name.length() - IPV6_ZONE.length()) == 0;
  }

  private static boolean isIpv4(DnsName name, int end) {
    int count = 0;
    for (int at = 0; at < end; at += name.octet(at) + 1) {
      if (octet(name, at) < 0) {
        return false;
      }
      count++;
    }
    return count == OCTETS;
  }

  // An octet without leading zeros; -1 for anything else.
  private static int octet(DnsName name, int at) {
    int length = name.octet(at);
    if (length > 3 || (length > 1 && name.octet(at + 1) == '0')) {
      return -1;
    }
    int value = 0;
    for (int i = 1; i <= length; i++) {
      int digit = name.octet(at + i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value > 0xff ? -1 : value;
  }

  private static boolean isIpv6(DnsName name, int end) {
    int extra = extraLabels(name, end);
    if (extra < 0 || extra >= OF_GROUP) {
      return false;
    }
    int skipped = 0;
    for (int at = 0; at < end; at += name.octet(at) + 1) {
      if (skipped++ >= extra && nibble(name, at) < 0) {
        return false;
      }
    }
    return true;
  }

  // How many labels there are besides those of an address; negative where there are too few.
  private static int extraLabels(DnsName name, int end) {
    int count = -NIBBLES;
    for (int at = 0; at < end; at += name.octet(at) + 1) {
      count++;
    }
    return count;
  }

  private static int nibble(DnsName name, int at) {
    int letter = Letters.lower(name.octet(at + 1));
    if (name.octet(at) != 1) {
      return -1;
    }
    if (letter >= '0' && letter <= '9') {
      return letter - '0';
    }
    return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
  }

  /** The first 64 bits of the address a name spells. */
  static long high(DnsName name) {
    return isBelow(name, IPV4_ZONE) ? 0 : half(name, NIBBLES_OF_HALF);
  }

  /** The last 64 bits. */
  static long low(DnsName name) {
    if (!isBelow(name, IPV4_ZONE)) {
      return half(name, 0);
    }
    long bits = 0;
    int at = 0;
    for (int i = 0; i < OCTETS; i++) {
      bits |= (long) octet(name, at) << (i * Byte.SIZE);
      at += name.octet(at) + 1;
    }
    return MAPPED | bits;
  }

  // The last digit of an address comes first.
  private static long half(DnsName name, int from) {
    int end = name.length() - IPV6_ZONE.length();
    int index = -extraLabels(name, end) - from;
    long bits = 0;
    for (int at = 0; at < end; at += name.octet(at) + 1) {
      if (index >= 0 && index < NIBBLES_OF_HALF) {
        bits |= (long) nibble(name, at) << (index * 4);
      }
      index++;
    }
    return bits;
  }
}
