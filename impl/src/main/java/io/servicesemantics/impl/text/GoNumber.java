package io.servicesemantics.impl.text;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Numbers as Go's {@code strconv} reads and prints them.
 *
 * <p>Source: Go 1.26 {@code strconv}: ParseInt and ParseUint with base 0, ParseFloat, FormatFloat.
 */
final class GoNumber {
  private static final int FLOAT_DIGITS = 9;

  private GoNumber() {}

  /**
   * A whole number with an optional sign, and the base its prefix says: {@code 0x}, {@code 0o},
   * {@code 0b}, or {@code 0} for octal. Null where the text is none, or is beyond 64 bits.
   *
   * <p>The answer is an Integer, a Long, or a BigInteger from 2<sup>63</sup> on.
   */
  static @Nullable Number parseInteger(String text) {
    int at = 0;
    boolean negative = false;
    boolean signed = false;
    if (!text.isEmpty() && (text.charAt(0) == '-' || text.charAt(0) == '+')) {
      negative = text.charAt(0) == '-';
      signed = true;
      at = 1;
    }
    int base = 10;
    if (at < text.length() && text.charAt(at) == '0' && at + 1 < text.length()) {
      base = baseOf(text.charAt(at + 1));
      // a prefix needs digits behind it; a lone leading zero is one itself
      at += base == 8 && isDigit(text.charAt(at + 1)) ? 1 : 2;
      if (base == 10) {
        return null;
      }
    }
    return digits(text, at, base, negative, signed);
  }

  /** Digits of one base up to the end of the text; null where there are none or too many. */
  static @Nullable Number digits(
      String text, int from, int base, boolean negative, boolean signed) {
    if (from >= text.length()) {
      return null;
    }
    long value = 0;
    long largest = Long.divideUnsigned(-1L, base);
    for (int i = from; i < text.length(); i++) {
      int digit = digitValue(text.charAt(i));
      if (digit >= base || Long.compareUnsigned(value, largest) > 0) {
        return null;
      }
      long next = value * base + digit;
      if (Long.compareUnsigned(next, digit) < 0) {
        return null;
      }
      value = next;
    }
    if (value >= 0) {
      return narrow(negative ? -value : value);
    }
    if (negative) {
      return value == Long.MIN_VALUE ? (Number) value : null;
    }
    // only what is written without a sign is read as an unsigned number
    return signed ? null : new BigInteger(Long.toUnsignedString(value));
  }

  static Number narrow(long value) {
    return value == (int) value ? (Number) (int) value : (Number) value;
  }

  /**
   * A decimal fraction as go-yaml's pattern has it: {@code [-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)}, then
   * an optional exponent. Null where the text is none, or beyond a double.
   */
  static @Nullable Double parseFloat(String text) {
    int length = text.length();
    int at = 0;
    if (at < length && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
      at++;
    }
    int start = at;
    at = skipDigits(text, at);
    boolean leadingDigits = at > start;
    if (at < length && text.charAt(at) == '.') {
      int fraction = at + 1;
      at = skipDigits(text, fraction);
      if (!leadingDigits && at == fraction) {
        return null;
      }
    } else if (!leadingDigits) {
      return null;
    }
    if (at < length && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
      at++;
      if (at < length && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
        at++;
      }
      int exponent = at;
      at = skipDigits(text, at);
      if (at == exponent) {
        return null;
      }
    }
    if (at < length) {
      return null;
    }
    double value = Double.parseDouble(text);
    return Double.isInfinite(value) ? null : (Double) value;
  }

  /** Whether every underscore stands between two digits, as Go's number literals want it. */
  static boolean underscoresSeparateDigits(String text) {
    for (int i = text.indexOf('_'); i >= 0; i = text.indexOf('_', i + 1)) {
      if (i == 0
          || i + 1 == text.length()
          || !isDigit(text.charAt(i - 1))
          || !isDigit(text.charAt(i + 1))) {
        return false;
      }
    }
    return true;
  }

  /**
   * The shortest text that names a float of 32 bits, as {@code FormatFloat(value, 'g', -1, 32)};
   * infinities and NaN as YAML writes them.
   */
  static String formatFloat32(double value) {
    float single = (float) value;
    if (Float.isNaN(single)) {
      return ".nan";
    }
    if (Float.isInfinite(single)) {
      return single > 0 ? ".inf" : "-.inf";
    }
    if (single == 0) {
      return 1 / single < 0 ? "-0" : "0";
    }
    BigDecimal shortest = shortest(single);
    String digits = shortest.unscaledValue().abs().toString();
    int exponent = digits.length() - 1 - shortest.scale();
    String sign = single < 0 ? "-" : "";
    if (exponent >= -4 && exponent < 6) {
      return sign + shortest.abs().toPlainString();
    }
    String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
    String power = Math.abs(exponent) < 10 ? "0" + Math.abs(exponent) : "" + Math.abs(exponent);
    return sign + digits.charAt(0) + fraction + "e" + (exponent < 0 ? "-" : "+") + power;
  }

  private static BigDecimal shortest(float value) {
    BigDecimal exact = new BigDecimal(value);
    for (int digits = 1; digits < FLOAT_DIGITS; digits++) {
      BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
      if (rounded.floatValue() == value) {
        return rounded.stripTrailingZeros();
      }
    }
    return exact.round(new MathContext(FLOAT_DIGITS, RoundingMode.HALF_EVEN)).stripTrailingZeros();
  }

  private static int baseOf(char prefix) {
    return switch (prefix) {
      case 'x', 'X' -> 16;
      case 'o', 'O', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> 8;
      case 'b', 'B' -> 2;
      default -> 10;
    };
  }

  private static int digitValue(char c) {
    if (isDigit(c)) {
      return c - '0';
    }
    int lower = c | 0x20;
    return lower >= 'a' && lower <= 'z' && c < 0x80 ? lower - 'a' + 10 : Integer.MAX_VALUE;
  }

  private static int skipDigits(String text, int from) {
    int at = from;
    while (at < text.length() && isDigit(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
