package io.servicesemantics.dns;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;

/** Pieces of text as zone files write them (RFC 1035 section 5.1). */
final class CharacterString {

  private static final int MOST_OCTETS = 255;

  private CharacterString() {}

  static boolean isShortEnough(String string) {
    return string.getBytes(UTF_8).length <= MOST_OCTETS;
  }

  static String quoted(ImmutableList<String> strings) {
    StringBuilder text = new StringBuilder();
    for (String string : strings) {
      text.append(text.isEmpty() ? "\"" : " \"");
      for (byte octet : string.getBytes(UTF_8)) {
        append(text, octet & 0xff);
      }
      text.append('"');
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
    if (octet == '"' || octet == '\\') {
      text.append('\\');
    }
    text.append((char) octet);
  }
}
