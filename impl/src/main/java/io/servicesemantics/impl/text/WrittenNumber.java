package io.servicesemantics.impl.text;

import static com.google.common.base.Preconditions.checkArgument;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Numbers as every reader of YAML and JSON takes them for numbers. */
final class WrittenNumber {
  private WrittenNumber() {}

  /** The number's text: digits, or a fraction with a point before any exponent. */
  static String of(Number number) {
    if (number instanceof Integer
        || number instanceof Long
        || number instanceof Short
        || number instanceof Byte
        || number instanceof BigInteger) {
      return number.toString();
    }
    if (number instanceof Double || number instanceof Float) {
      double value = number.doubleValue();
      checkArgument(
          !Double.isNaN(value) && !Double.isInfinite(value),
          "Number: \"%s\"; expected one that JSON has",
          number);
      return signed(number.toString());
    }
    return fraction(number);
  }

  // what other libraries hold as a number, such as a BigDecimal or Gson's text that looks like one
  private static String fraction(Number number) {
    try {
      BigDecimal decimal = new BigDecimal(number.toString());
      boolean whole = decimal.scale() <= 0 && decimal.precision() - decimal.scale() <= 20;
      return whole ? decimal.toPlainString() : withPoint(decimal);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          String.format("Number: \"%s\"; expected one that JSON has", number), e);
    }
  }

  private static String withPoint(BigDecimal decimal) {
    String text = decimal.toString();
    int exponent = text.indexOf('E');
    if (text.indexOf('.') >= 0 || exponent < 0) {
      return signed(text);
    }
    return signed(text.substring(0, exponent) + ".0" + text.substring(exponent));
  }

  // YAML 1.1 knows no exponent without a sign
  private static String signed(String text) {
    int exponent = text.indexOf('E');
    return exponent < 0 || text.charAt(exponent + 1) == '-' || text.charAt(exponent + 1) == '+'
        ? text
        : text.substring(0, exponent + 1) + "+" + text.substring(exponent + 1);
  }
}
