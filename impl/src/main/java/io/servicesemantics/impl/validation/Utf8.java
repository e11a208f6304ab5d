package io.servicesemantics.impl.validation;

/** How many bytes a text has, without making them. */
final class Utf8 {

  private Utf8() {}

  static long length(String text) {
    long bytes = text.length();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x800) {
        // half of a surrogate pair: two of the pair's four bytes, or alone the three of U+FFFD
        bytes += isHalfOfPair(text, i) ? 1 : 2;
      } else if (c >= 0x80) {
        bytes += 1;
      }
    }
    return bytes;
  }

  static int length(int codePoint) {
    return codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
  }

  // A char is at least a byte and at most three, so that the text need seldom be read.
  static boolean isLongerThan(String text, long limit) {
    if (text.length() > limit) {
      return true;
    }
    return text.length() * 3L > limit && length(text) > limit;
  }

  private static boolean isHalfOfPair(String text, int at) {
    char c = text.charAt(at);
    if (Character.isHighSurrogate(c)) {
      return at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
    }
    return Character.isLowSurrogate(c) && at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
  }
}
