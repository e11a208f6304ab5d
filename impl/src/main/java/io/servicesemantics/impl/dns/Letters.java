package io.servicesemantics.impl.dns;

import io.servicesemantics.dns.DnsName;

/**
 * Hashes and comparisons of the labels of a question with texts of objects, of which nothing is
 * copied.
 *
 * <p>Questions count in small letters, texts as they are stored (dns 1.7).
 */
final class Letters {

  private static final int SEED = 0x811c9dc5;
  private static final int PRIME = 0x01000193;

  private Letters() {}

  static int lower(int octet) {
    return octet >= 'A' && octet <= 'Z' ? octet + ('a' - 'A') : octet;
  }

  /** The hash of a text behind that of another; 0 before the first. */
  static int hash(int before, String text) {
    int hash = SEED ^ before * PRIME;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * PRIME;
    }
    return spread(hash);
  }

  /** The same of the label whose length stands at a place. */
  static int hash(int before, DnsName name, int at) {
    int hash = SEED ^ before * PRIME;
    int end = at + name.octet(at);
    for (int i = at + 1; i <= end; i++) {
      hash = (hash ^ lower(name.octet(i))) * PRIME;
    }
    return spread(hash);
  }

  /** The hash of an address. */
  static int hash(long high, long low) {
    long mixed = (low ^ high * 0x9e3779b97f4a7c15L) * 0xff51afd7ed558ccdL;
    return (int) (mixed >>> 32 ^ mixed);
  }

  private static int spread(int hash) {
    int mixed = (hash ^ hash >>> 16) * 0x7feb352d;
    return mixed ^ mixed >>> 15;
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

  /** Whether a label is the text of an address, its dots or colons turned to dashes (dns 1.8). */
  static boolean isDashed(DnsName name, int at, String address) {
    char turned = turned(address);
    boolean isPadded = needsZero(address, turned);
    int length = name.octet(at);
    if (length != address.length() + (isPadded ? 1 : 0)) {
      return false;
    }
    for (int i = 0; i < address.length(); i++) {
      if (lower(name.octet(at + 1 + i)) != dash(address.charAt(i), turned)) {
        return false;
      }
    }
    return !isPadded || name.octet(at + length) == '0';
  }

  static int hashDashed(int before, String address) {
    char turned = turned(address);
    int hash = SEED ^ before * PRIME;
    for (int i = 0; i < address.length(); i++) {
      hash = (hash ^ dash(address.charAt(i), turned)) * PRIME;
    }
    if (needsZero(address, turned)) {
      hash = (hash ^ '0') * PRIME;
    }
    return spread(hash);
  }

  static int dashedLength(String address) {
    return address.length() + (needsZero(address, turned(address)) ? 1 : 0);
  }

  static String dashed(String address) {
    char turned = turned(address);
    String text = address.replace(turned, '-');
    return needsZero(address, turned) ? text + "0" : text;
  }

  // An address with a dot in it has its dots turned, any other its colons.
  private static char turned(String address) {
    return address.indexOf('.') < 0 ? ':' : '.';
  }

  private static char dash(char letter, char turned) {
    return letter == turned ? '-' : letter;
  }

  private static boolean needsZero(String address, char turned) {
    return turned == ':' && address.endsWith(":");
  }
}
