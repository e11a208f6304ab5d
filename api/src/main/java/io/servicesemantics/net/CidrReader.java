package io.servicesemantics.net;

import org.jspecify.annotations.Nullable;

/** Reads the text of a network; an IPv4-mapped address comes out as it is written. */
final class CidrReader {
  private CidrReader() {}

  /** Reads as Go's {@code netip.ParsePrefix} does; null where it would refuse. */
  static @Nullable Cidr strict(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return null;
    }
    return of(AddressReader.strict(text, 0, slash), strictLength(text, slash + 1));
  }

  /** Reads a prefix length without superfluous zeros: at most 128, or -1 for what is none. */
  static int strictLength(String text, int from) {
    boolean zeros = text.length() > from + 1 && text.charAt(from) == '0';
    return zeros ? -1 : prefixLength(text, from);
  }

  /** Reads as {@code netutils.ParseCIDRSloppy} does. */
  static @Nullable Cidr lenient(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return null;
    }
    IpAddress address = AddressReader.lenient(text, 0, slash);
    return of(address, prefixLength(text, slash + 1));
  }

  private static @Nullable Cidr of(@Nullable IpAddress address, int prefixLength) {
    if (address == null || prefixLength < 0 || prefixLength > address.family().bits()) {
      return null;
    }
    return Cidr.of(address, prefixLength);
  }

  // Digits only, at most 128; otherwise -1.
  private static int prefixLength(String text, int from) {
    int value = 0;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!AddressReader.isDigit(c)) {
        return -1;
      }
      value = value * 10 + (c - '0');
      if (value > 128) {
        return -1;
      }
    }
    return from == text.length() ? -1 : value;
  }
}
