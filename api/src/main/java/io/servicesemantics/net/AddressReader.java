package io.servicesemantics.net;

import org.jspecify.annotations.Nullable;

/**
 * Reads the text of an address in one pass, without allocating more than the address.
 *
 * <p>An IPv4-mapped IPv6 address comes out as the IPv6 address it is written as; the callers decide
 * what becomes of it.
 */
final class AddressReader {
  // "ffff:ffff:ffff:ffff:ffff:ffff:255.255.255.255" is the longest text without superfluous zeros
  private static final int LONGEST_STRICT = 45;
  private static final int GROUPS = 8;

  private AddressReader() {}

  /** Reads as Go's {@code netip.ParseAddr} does, but takes no zone; null where it would refuse. */
  static @Nullable IpAddress strict(String text, int from, int end) {
    return end - from > LONGEST_STRICT ? null : read(text, from, end, false);
  }

  /** Reads as {@code netutils.ParseIPSloppy} does: any number of leading zeros, still decimal. */
  static @Nullable IpAddress lenient(String text, int from, int end) {
    return read(text, from, end, true);
  }

  /**
   * Reads an IPv4 address as {@link #strict} does, without making one: its 32 bits, or -1 for what
   * is none. There is but one way to write it, so that what this reads is canonical.
   */
  static long strictIpv4(String text, int from, int end) {
    return end - from > LONGEST_STRICT ? -1 : ipv4(text, from, end, false);
  }

  private static @Nullable IpAddress read(String text, int from, int end, boolean zeros) {
    for (int i = from; i < end; i++) {
      char c = text.charAt(i);
      if (c == '.') {
        long bits = ipv4(text, from, end, zeros);
        return bits < 0 ? null : IpAddress.ofIpv4((int) bits);
      }
      if (c == ':') {
        return ipv6(text, from, end, zeros);
      }
    }
    return null;
  }

  // The 32 bits, or -1.
  private static long ipv4(String text, int from, int end, boolean zeros) {
    long bits = 0;
    int at = from;
    for (int octet = 0; octet < 4; octet++) {
      if (octet > 0) {
        if (at == end || text.charAt(at) != '.') {
          return -1;
        }
        at++;
      }
      int start = at;
      int value = 0;
      while (at < end && isDigit(text.charAt(at))) {
        value = value * 10 + (text.charAt(at) - '0');
        if (value > 0xff) {
          return -1;
        }
        at++;
      }
      if (at == start || (!zeros && at > start + 1 && text.charAt(start) == '0')) {
        return -1;
      }
      bits = bits << 8 | value;
    }
    return at == end ? bits : -1;
  }

  private static @Nullable IpAddress ipv6(String text, int from, int end, boolean zeros) {
    long high = 0;
    long low = 0;
    int groups = 0;
    // What stands before "::", and how many groups that is; what follows starts again from zero.
    long headHigh = 0;
    long headLow = 0;
    int gap = -1;
    int at = from;
    if (end - at >= 2 && text.charAt(at) == ':' && text.charAt(at + 1) == ':') {
      gap = 0;
      at += 2;
    }
    while (at < end || gap < 0) {
      int groupEnd = hexEnd(text, at, end);
      if (groupEnd == at || groups == GROUPS) {
        return null;
      }
      if (groupEnd < end && text.charAt(groupEnd) == '.') {
        long tail = groups > GROUPS - 2 ? -1 : ipv4(text, at, end, zeros);
        if (tail < 0) {
          return null;
        }
        high = high << 32 | low >>> 32;
        low = low << 32 | tail;
        groups += 2;
        break;
      }
      int group = group(text, at, groupEnd, zeros);
      if (group < 0) {
        return null;
      }
      high = high << 16 | low >>> 48;
      low = low << 16 | group;
      groups++;
      at = groupEnd;
      if (at == end) {
        break;
      }
      if (text.charAt(at) != ':' || at + 1 == end) {
        return null;
      }
      at++;
      if (text.charAt(at) == ':') {
        if (gap >= 0) {
          return null;
        }
        gap = groups;
        headHigh = high;
        headLow = low;
        high = 0;
        low = 0;
        at++;
      }
    }
    if (gap < 0) {
      return groups == GROUPS ? IpAddress.ofIpv6(high, low) : null;
    }
    if (groups == GROUPS) {
      return null;
    }
    int shift = 16 * (GROUPS - gap);
    return IpAddress.ofIpv6(
        high | shiftedHigh(headHigh, headLow, shift), low | (shift >= 64 ? 0 : headLow << shift));
  }

  // The upper half of 128 bits shifted left by 16 to 128.
  private static long shiftedHigh(long high, long low, int shift) {
    if (shift >= 128) {
      return 0;
    }
    return shift >= 64 ? low << (shift - 64) : high << shift | low >>> (64 - shift);
  }

  // The 16 bits, or -1.
  private static int group(String text, int from, int end, boolean zeros) {
    if (!zeros && end - from > 4) {
      return -1;
    }
    int value = 0;
    for (int i = from; i < end; i++) {
      value = value << 4 | hexValue(text.charAt(i));
      if (value > 0xffff) {
        return -1;
      }
    }
    return value;
  }

  private static int hexEnd(String text, int from, int end) {
    int at = from;
    while (at < end && hexValue(text.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }

  // Not Character.digit, which takes the digits of every script.
  private static int hexValue(char c) {
    if (isDigit(c)) {
      return c - '0';
    }
    if (c >= 'a' && c <= 'f') {
      return c - 'a' + 10;
    }
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
