package io.servicesemantics.impl.pod;

import io.servicesemantics.net.IpAddress;
import java.util.Optional;

/**
 * Reads what C libraries take for an address, which is more than a dotted quad: {@code 10.1} is
 * {@code 10.0.0.1}, and {@code 80} is {@code 0.0.0.80}. Numbers may be octal or hexadecimal.
 *
 * <p>Source: POSIX, {@code inet_addr}; the scope of an IPv6 address is not read.
 */
final class AddressText {

  private static final int MOST_PARTS = 4;
  private static final int LONGEST = 64;

  private AddressText() {}

  static Optional<IpAddress> read(String text) {
    if (text.isEmpty() || text.length() > LONGEST) {
      return Optional.empty();
    }
    // An IPv4 address written as one of IPv6 comes out as the former.
    return text.indexOf(':') >= 0 ? IpAddress.tryParseLenient(text) : readIpv4(text);
  }

  private static Optional<IpAddress> readIpv4(String text) {
    long address = 0;
    int start = 0;
    for (int part = 1; part <= MOST_PARTS; part++) {
      int dot = text.indexOf('.', start);
      long number = number(text, start, dot < 0 ? text.length() : dot);
      if (dot < 0) {
        // The last number fills all the octets that are left.
        int octetsLeft = MOST_PARTS + 1 - part;
        return number < 0 || number >= 1L << (8 * octetsLeft)
            ? Optional.empty()
            : Optional.of(IpAddress.ofIpv4((int) (address << (8 * octetsLeft) | number)));
      }
      if (number < 0 || number > 255) {
        return Optional.empty();
      }
      address = address << 8 | number;
      start = dot + 1;
    }
    return Optional.empty();
  }

  // A number as C writes it; -1 for what is none, or too large.
  private static long number(String text, int start, int end) {
    boolean isOctal = end - start > 1 && text.charAt(start) == '0';
    boolean isHexadecimal = isOctal && (text.charAt(start + 1) | 0x20) == 'x';
    int radix = isHexadecimal ? 16 : isOctal ? 8 : 10;
    int from = isHexadecimal ? start + 2 : start;
    long number = from < end ? 0 : -1;
    for (int i = from; i < end; i++) {
      int digit = text.charAt(i) < 0x80 ? Character.digit(text.charAt(i), radix) : -1;
      if (digit < 0) {
        return -1;
      }
      number = number * radix + digit;
      if (number > 0xffff_ffffL) {
        return -1;
      }
    }
    return number;
  }
}
