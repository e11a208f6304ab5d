package io.servicesemantics.impl.validation;

import java.util.List;

/**
 * How Go prints the bad value of a fault: plain text quoted, everything else but numbers as JSON.
 *
 * <p>Source: {@code apimachinery/pkg/util/validation/field/errors.go}, ErrorBody (api 0.5).
 */
public final class GoText {

  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private GoText() {}

  /**
   * Returns a text in quotes, as Go's {@code %q} prints it.
   *
   * @param text any text; half of a surrogate pair counts as U+FFFD
   * @return the text in quotes
   */
  public static String quoted(String text) {
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
   * Returns a text as JSON, as Go's {@code json.Marshal} prints it: safe to stand in HTML.
   *
   * @param text any text; half of a surrogate pair counts as U+FFFD
   * @return the text in quotes
   */
  public static String json(String text) {
    StringBuilder out = new StringBuilder(text.length() + 2);
    appendJson(out, text);
    return out.toString();
  }

  /**
   * Returns a list of texts as JSON, without blanks.
   *
   * @param items texts, or what prints as its text; an empty list is Go's nil, since an object that
   *     leaves a list out is read as that
   * @return the list; {@code null} when it is empty
   */
  public static String json(List<?> items) {
    if (items.isEmpty()) {
      return "null";
    }
    StringBuilder out = new StringBuilder("[");
    for (Object item : items) {
      if (out.length() > 1) {
        out.append(',');
      }
      appendJson(out, item.toString());
    }
    return out.append(']').toString();
  }

  static void appendJson(StringBuilder out, String text) {
    out.append('"');
    for (int i = 0; i < text.length(); ) {
      int point = codePoint(text, i);
      if (point == 0xfffd && text.charAt(i) != 0xfffd) {
        out.append("\\ufffd");
      } else {
        appendJsonPoint(out, point);
      }
      i += Character.charCount(point);
    }
    out.append('"');
  }

  private static void appendJsonPoint(StringBuilder out, int point) {
    switch (point) {
      case '"', '\\' -> out.append('\\').append((char) point);
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      case '<', '>', '&', 0x2028, 0x2029 -> appendHex(out.append("\\u"), point, 4);
      default -> {
        if (point < ' ') {
          appendHex(out.append("\\u"), point, 4);
        } else {
          out.appendCodePoint(point);
        }
      }
    }
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
    for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
      out.append(HEX[point >>> shift & 0xf]);
    }
  }

  // Go has no lone surrogates: its decoders make U+FFFD of them.
  static int codePoint(String text, int at) {
    int point = text.codePointAt(at);
    return point >= 0xd800 && point <= 0xdfff ? 0xfffd : point;
  }

  // unicode.IsPrint: letters, marks, numbers, punctuation, symbols, and of blanks the ASCII one.
  static boolean isPrintable(int point) {
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
}
