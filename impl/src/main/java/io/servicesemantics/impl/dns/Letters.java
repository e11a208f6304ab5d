package io.servicesemantics.impl.dns;

import io.servicesemantics.dns.DnsName;

/**
 * Comparisons of the labels of a question with texts of objects, of which nothing is copied.
 *
 * <p>Questions count in small letters, texts as they are stored (dns 1.7).
 */
final class Letters {

  private Letters() {}

  static int lower(int octet) {
    return octet >= 'A' && octet <= 'Z' ? octet + ('a' - 'A') : octet;
  }

  /** Whether a label is a text. */
  static boolean isSame(DnsName name, int at, String text) {
    int length = name.octet(at);
    if (length != text.length()) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (lower(name.octet(at + 1 + i)) != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a label is a text without regard to capitals, an underscore before it left out. */
  static boolean isSameIgnoringCase(DnsName name, int at, int skipped, String text) {
    int length = name.octet(at) - skipped;
    if (length != text.length()) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (lower(name.octet(at + 1 + skipped + i)) != lower(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** The text of an address, its dots or colons turned to dashes (dns 1.8). */
  static String dashed(String address) {
    char turned = turned(address);
    String text = address.replace(turned, '-');
    return needsZero(address, turned) ? text + "0" : text;
  }

  // An address with a dot in it has its dots turned, any other its colons.
  private static char turned(String address) {
    return address.indexOf('.') < 0 ? ':' : '.';
  }

  private static boolean needsZero(String address, char turned) {
    return turned == ':' && address.endsWith(":");
  }
}
