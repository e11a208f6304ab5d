package io.servicesemantics.dns;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

/** Names as text, with what RFC 1035 section 5.1 escapes. */
final class NameText {

  // What would be read as something else in a zone file.
  private static final String SPECIAL = " '@;()\"\\.";
  private static final int LONGEST = 4 * NameBuilder.MOST_OCTETS;

  private NameText() {}

  /** The octets of a name; null for text that is none. */
  static byte @Nullable [] read(String text) {
    if (text.equals(".")) {
      return new byte[] {0};
    }
    if (text.isEmpty() || text.length() > LONGEST) {
      return null;
    }
    NameBuilder name = new NameBuilder();
    byte[] source = text.getBytes(UTF_8);
    byte[] label = new byte[NameBuilder.MOST_IN_LABEL];
    int count = 0;
    for (int i = 0; i < source.length; i++) {
      int octet = source[i];
      if (octet == '.') {
        if (!name.addLabel(label, count)) {
          return null;
        }
        count = 0;
        continue;
      }
      if (octet == '\\') {
        int width = escapeWidth(source, i);
        if (width == 0) {
          return null;
        }
        octet = width == 1 ? source[i + 1] : number(source, i + 1);
        i += width;
      }
      if (count == NameBuilder.MOST_IN_LABEL || octet > 255) {
        return null;
      }
      label[count++] = (byte) octet;
    }
    return count == 0 || name.addLabel(label, count) ? name.finish() : null;
  }

  // How many octets behind a backslash belong to it: 1 or 3, 0 if it is wrong.
  static int escapeWidth(byte[] source, int at) {
    if (at + 1 >= source.length) {
      return 0;
    }
    if (!isDigit(source[at + 1])) {
      return 1;
    }
    return at + 3 < source.length && isDigit(source[at + 2]) && isDigit(source[at + 3]) ? 3 : 0;
  }

  private static boolean isDigit(byte octet) {
    return octet >= '0' && octet <= '9';
  }

  /** The number that three digits at a place make. */
  static int number(byte[] source, int at) {
    return (source[at] - '0') * 100 + (source[at + 1] - '0') * 10 + (source[at + 2] - '0');
  }

  static String of(byte[] octets) {
    if (octets[0] == 0) {
      return ".";
    }
    StringBuilder text = new StringBuilder(octets.length);
    for (int at = 0; octets[at] != 0; at += octets[at] + 1) {
      for (int i = 1; i <= octets[at]; i++) {
        append(text, octets[at + i] & 0xff);
      }
      text.append('.');
    }
    return text.toString();
  }

  private static void append(StringBuilder text, int octet) {
    if (octet < ' ' || octet > '~') {
      text.append('\\');
      text.append((char) ('0' + octet / 100));
      text.append((char) ('0' + octet / 10 % 10));
      text.append((char) ('0' + octet % 10));
      return;
    }
    if (SPECIAL.indexOf(octet) >= 0) {
      text.append('\\');
    }
    text.append((char) octet);
  }

  /** The label whose length stands at a place. */
  static String ofLabel(byte[] octets, int at) {
    return new String(octets, at + 1, octets[at], UTF_8);
  }
}
