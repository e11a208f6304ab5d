package io.servicesemantics.net;

/** Prints addresses. */
final class AddressPrinter {
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
        out.append(Character.forDigit(digit, 16));
      }
    }
  }

  private static int group(IpAddress address, int index) {
    long half = index < 4 ? address.highBits() : address.lowBits();
    return (int) (half >>> (16 * (3 - index % 4))) & 0xffff;
  }
}
