package io.servicesemantics.impl.validation;

import io.servicesemantics.fault.QuotedText;
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
      int point = QuotedText.codePoint(text, i);
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

  private static void appendHex(StringBuilder out, int point, int digits) {
    for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
      out.append(HEX[point >>> shift & 0xf]);
    }
  }
}
