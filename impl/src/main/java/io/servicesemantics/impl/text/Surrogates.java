package io.servicesemantics.impl.text;

/** Halves of characters beyond U+FFFF: alone they are no text. */
final class Surrogates {
  private Surrogates() {}

  /** The text with U+FFFD in place of every lone half, as Go's JSON has it. */
  static String paired(String text) {
    int lone = firstLone(text, 0);
    if (lone < 0) {
      return text;
    }
    StringBuilder mended = new StringBuilder(text);
    for (int at = lone; at >= 0; at = firstLone(text, at + 1)) {
      mended.setCharAt(at, '\uFFFD');
    }
    return mended.toString();
  }

  // where the first lone half from there on stands; -1 where there is none
  private static int firstLone(String text, int from) {
    int at = from;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (!Character.isSurrogate(c)) {
        at++;
      } else if (Character.isHighSurrogate(c)
          && at + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(at + 1))) {
        at += 2;
      } else {
        return at;
      }
    }
    return -1;
  }
}
