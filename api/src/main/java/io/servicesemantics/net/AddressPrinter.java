package io.servicesemantics.net;

/** Prints addresses, and their names in the reverse DNS trees. */
final class AddressPrinter {
  private static final String HEX = "0123456789abcdef";

  private AddressPrinter() {}

  static String canonical(IpAddress address) {
    if (address.family() == IpFamily.IPV4) {
      StringBuilder out = new StringBuilder(15);
      appendIpv4(out, address.lowBits());
      return out.toString();
    }
    StringBuilder out = new StringBuilder(39);
    if (address.isIpv4Mapped()) {
      out.append("::ffff:");
      appendIpv4(out, address.lowBits());
    } else {
      appendIpv6(out, address);
    }
    return out.toString();
  }

  private static void appendIpv4(StringBuilder out, long bits) {
    for (int shift = 24; shift >= 0; shift -= 8) {
      out.append((int) (bits >>> shift) & 0xff);
      if (shift > 0) {
        out.append('.');
      }
    }
  }

  // RFC 5952: the longest run of two or more zero groups, the first of equals, becomes "::".
  private static void appendIpv6(StringBuilder out, IpAddress address) {
    int gapStart = 8;
    int gapLength = 1;
    for (int i = 0; i < 8; i++) {
      int end = i;
      while (end < 8 && group(address, end) == 0) {
        end++;
      }
      if (end - i > gapLength) {
        gapStart = i;
        gapLength = end - i;
      }
      i = end;
    }
    for (int i = 0; i < 8; i++) {
      if (i == gapStart) {
        out.append("::");
        i += gapLength - 1;
        continue;
      }
      if (i > 0 && i != gapStart + gapLength) {
        out.append(':');
      }
      appendGroup(out, group(address, i));
    }
  }

  private static void appendGroup(StringBuilder out, int group) {
    boolean started = false;
    for (int shift = 12; shift >= 0; shift -= 4) {
      int digit = group >>> shift & 0xf;
      started |= digit != 0 || shift == 0;
      if (started) {
        out.append(HEX.charAt(digit));
      }
    }
  }

  private static int group(IpAddress address, int index) {
    long half = index < 4 ? address.highBits() : address.lowBits();
    return (int) (half >>> (16 * (3 - index % 4))) & 0xffff;
  }

  /**
   * The reverse name of the first bits of an address: a whole number of octets (IPv4) or of
   * hexadecimal digits (IPv6).
   */
  static String reverseName(IpAddress address, int prefixLength) {
    boolean ipv4 = address.family() == IpFamily.IPV4;
    StringBuilder out = new StringBuilder(ipv4 ? 30 : 74);
    int bits = address.family().bits();
    for (int shift = bits - prefixLength; shift < bits; shift += ipv4 ? 8 : 4) {
      long half = shift < 64 ? address.lowBits() : address.highBits();
      if (ipv4) {
        out.append((int) (half >>> shift) & 0xff);
      } else {
        out.append(HEX.charAt((int) (half >>> (shift % 64)) & 0xf));
      }
      out.append('.');
    }
    return out.append(ipv4 ? "in-addr.arpa." : "ip6.arpa.").toString();
  }
}
