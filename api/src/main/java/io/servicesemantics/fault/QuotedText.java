package io.servicesemantics.fault;

/**
 * Texts in quotes as Go's {@code %q} prints them, which is how Kubernetes quotes values in its
 * messages.
 *
 * <p>Source: Go's {@code strconv.Quote} (api 0.5).
 */
public final class QuotedText {

  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private QuotedText() {}

  /**
   * Returns a text in quotes.
   *
   * @param text any text; half of a surrogate pair counts as U+FFFD
   * @return the text in quotes, with what cannot be printed escaped
   */
  public static String of(String text) {
    StringBuilder out = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); ) {
      int point = codePoint(text, i);
      i += Character.charCount(point);
      if (point == '"' || point == '\\') {
        out.append('\\').append((char) point);
      } else if (isPrintable(point)) {
        out.appendCodePoint(point);
      } else {
        appendEscape(out, point);
      }
    }
    return out.append('"').toString();
  }

  /**
   * Returns the character at a place, as Go reads it.
   *
   * @param text any text
   * @param index the place
   * @return its code point; U+FFFD for half of a surrogate pair
   */
  public static int codePoint(String text, int index) {
    int point = text.codePointAt(index);
    return point >= 0xd800 && point <= 0xdfff ? 0xfffd : point;
  }

  /**
   * Returns whether a character is printed as it is.
   *
   * @param point the character
   * @return whether Go's {@code unicode.IsPrint} takes it
   */
  public static boolean isPrintable(int point) {
    if (point < 0x7f) {
      return point >= ' ';
    }
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  private static void appendEscape(StringBuilder out, int point) {
    switch (point) {
      case 0x07 -> out.append("\\a");
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      case 0x0b -> out.append("\\v");
      default -> {
        if (point < ' ' || point == 0x7f) {
          appendHex(out.append("\\x"), point, 2);
        } else if (point < 0x10000) {
          appendHex(out.append("\\u"), point, 4);
        } else {
          appendHex(out.append("\\U"), point, 8);
        }
      }
    }
  }

  private static void appendHex(StringBuilder out, int point, int digits) {
    for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4) {
      out.append(HEX[point >>> shift & 0xf]);
    }
  }
}
