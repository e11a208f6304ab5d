package io.servicesemantics.dns;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;

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

  /** The pieces of quoted text, as {@link #quoted} writes them; nothing for any other text. */
  static Optional<ImmutableList<String>> read(String text) {
    ImmutableList.Builder<String> strings = ImmutableList.builder();
    byte[] source = text.getBytes(UTF_8);
    int at = 0;
    while (at < source.length) {
      ByteArrayOutputStream octets = new ByteArrayOutputStream();
      at = read(source, at, octets);
      String string = octets.toString(UTF_8);
      // octets that are no UTF-8 would come back as others
      if (at < 0
          || octets.size() > MOST_OCTETS
          || !Arrays.equals(string.getBytes(UTF_8), octets.toByteArray())) {
        return Optional.empty();
      }
      strings.add(string);
    }
    return Optional.of(strings.build());
  }

  // Where the next piece begins behind the one at a place; -1 if that is none.
  private static int read(byte[] text, int from, ByteArrayOutputStream octets) {
    if (text[from] != '"') {
      return -1;
    }
    for (int at = from + 1; at < text.length; at++) {
      if (text[at] == '"') {
        boolean isLast = at + 1 == text.length;
        return isLast ? at + 1 : text[at + 1] == ' ' && at + 2 < text.length ? at + 2 : -1;
      }
      int octet = text[at];
      if (octet == '\\') {
        int width = NameText.escapeWidth(text, at);
        if (width == 0) {
          return -1;
        }
        octet = width == 1 ? text[at + 1] : NameText.number(text, at + 1);
        at += width;
      }
      if (octet > 255) {
        return -1;
      }
      octets.write(octet);
    }
    return -1;
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
