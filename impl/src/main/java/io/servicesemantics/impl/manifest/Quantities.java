package io.servicesemantics.impl.manifest;

import io.servicesemantics.fault.QuotedText;
import org.jspecify.annotations.Nullable;

/** Amounts such as {@code 3920m}, which may be written as text or number. */
final class Quantities {

  private static final String RULE =
      "quantities must match the regular expression "
          + "'^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'";

  private Quantities() {}

  static @Nullable String read(Object value, Reading reading) {
    String text;
    if (value instanceof String said) {
      text = said;
    } else if (value instanceof Number) {
      text = Numbers.print(value);
    } else {
      reading.unreadable(
          NeutralTrees.describe(value) + " where a quantity belongs",
          "write it as 250m or 1Gi",
          RULE);
      return null;
    }
    if (!isQuantity(text)) {
      reading.unreadable(
          "text " + QuotedText.of(text) + " is no quantity", "write it as 250m or 1Gi", RULE);
      return null;
    }
    return text;
  }

  private static boolean isQuantity(String text) {
    int at = text.startsWith("+") || text.startsWith("-") ? 1 : 0;
    int start = at;
    at = skip(text, at, "0123456789.");
    if (at == start) {
      return false;
    }
    at = skip(text, at, "eEinumkKMGTP");
    if (at < text.length() && "+-".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return skip(text, at, "0123456789") == text.length();
  }

  private static int skip(String text, int from, String characters) {
    int at = from;
    while (at < text.length() && characters.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }
}
