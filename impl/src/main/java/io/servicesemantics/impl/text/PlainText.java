package io.servicesemantics.impl.text;

import com.google.common.collect.ImmutableSet;
import java.util.Locale;

/** Which text may stand in YAML without quotes and still is text to every reader. */
final class PlainText {
  // words that some reader of YAML 1.1 or 1.2, in some spelling, takes for a boolean or null
  private static final ImmutableSet<String> WORDS =
      ImmutableSet.of("y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf");

  private PlainText() {}

  /** Whether nobody reads it as anything but text; the emitter sees to what breaks the syntax. */
  static boolean isSafe(String text) {
    if (text.isEmpty() || !isPrintable(text)) {
      return false;
    }
    char first = text.charAt(0);
    if (isDigit(first)) {
      return isNoNumber(text);
    }
    boolean begins = Character.isLetter(first) || first == '/' || first == '_';
    return begins && !(text.length() <= 5 && WORDS.contains(text.toLowerCase(Locale.ROOT)));
  }

  /** Whether the text can be a block of lines, which keep every blank but those at their ends. */
  static boolean isBlock(String text) {
    if (text.indexOf('\n') < 0 || text.charAt(0) == ' ' || text.charAt(0) == '\n') {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean blankBeforeBreak = c == ' ' && (i + 1 == text.length() || text.charAt(i + 1) == '\n');
      if (blankBeforeBreak || (c != '\n' && !isPrintable(c))) {
        return false;
      }
    }
    return true;
  }

  // no number, date or number of base 60 has such a character, and no number has two points
  private static boolean isNoNumber(String text) {
    int points = 0;
    boolean onlyPointsAndDigits = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '.') {
        points++;
      } else if (!isDigit(c)) {
        onlyPointsAndDigits = false;
        if (!isPartOfNumber(c)) {
          return true;
        }
      }
    }
    return onlyPointsAndDigits && points > 1;
  }

  private static boolean isPartOfNumber(char c) {
    boolean hexadecimal = (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    return hexadecimal || "xXoO_+-:tTzZ ".indexOf(c) >= 0;
  }

  private static boolean isPrintable(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isPrintable(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPrintable(char c) {
    return (c >= ' ' && c < 0x7f) || Character.isLetterOrDigit(c);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
