package io.servicesemantics.impl.manifest;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Numbers as readers of YAML and JSON give them, and as Go prints them. */
final class Numbers {

  private static final BigInteger MIN = BigInteger.valueOf(Long.MIN_VALUE);
  private static final BigInteger MAX = BigInteger.valueOf(Long.MAX_VALUE);

  private Numbers() {}

  /** Reads a whole number; a fault is told and null comes back. */
  static @Nullable Long read(Shape<?> shape, Object value, Reading reading) {
    if (value instanceof Long
        || value instanceof Integer
        || value instanceof Short
        || value instanceof Byte) {
      return ((Number) value).longValue();
    }
    if (!(value instanceof Number)) {
      reading.wrongType(shape, value);
      return null;
    }
    if (value instanceof BigInteger big) {
      return inRange(shape, big, value, reading);
    }
    if (value instanceof Double number) {
      return ofDouble(shape, number, reading);
    }
    if (value instanceof Float number) {
      return ofDouble(shape, number.doubleValue(), reading);
    }
    return ofText(shape, value, reading);
  }

  private static @Nullable Long inRange(
      Shape<?> shape, BigInteger number, Object value, Reading reading) {
    if (number.compareTo(MIN) < 0 || number.compareTo(MAX) > 0) {
      reading.outOfRange(shape, value);
      return null;
    }
    return number.longValue();
  }

  // JSON text that says 80.0 is refused by the server; elsewhere nobody can tell it from 80
  private static @Nullable Long ofDouble(Shape<?> shape, double number, Reading reading) {
    if (reading.isText() || number != Math.rint(number)) {
      reading.fraction(shape, number);
      return null;
    }
    if (Math.abs(number) >= 0x1p63) {
      reading.outOfRange(shape, number);
      return null;
    }
    return (long) number;
  }

  // BigDecimal, and numbers that other libraries make, such as Gson's
  private static @Nullable Long ofText(Shape<?> shape, Object value, Reading reading) {
    String text = value.toString();
    BigDecimal number = text.length() > 400 ? null : decimal(text);
    if (number == null || Math.abs((long) number.scale()) > 400) {
      reading.outOfRange(shape, value);
      return null;
    }
    BigDecimal stripped = number.stripTrailingZeros();
    if (stripped.scale() > 0) {
      reading.fraction(shape, value);
      return null;
    }
    return inRange(shape, stripped.toBigInteger(), value, reading);
  }

  private static @Nullable BigDecimal decimal(String text) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException notANumber) {
      return null;
    }
  }

  /** The number as JSON text has it, for messages. */
  static String print(Object value) {
    if (value instanceof Double || value instanceof Float) {
      double number = ((Number) value).doubleValue();
      double size = Math.abs(number);
      if (size < 1e21 && (size >= 1e-6 || size == 0)) {
        String plain = new BigDecimal(Double.toString(number)).toPlainString();
        return plain;
      }
    }
    String text = String.valueOf(value);
    return text.length() <= 64 ? text : text.substring(0, 64) + "…";
  }
}
