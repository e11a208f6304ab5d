package io.servicesemantics.impl.slicing;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Reads an amount of CPU as Kubernetes reads quantities, in billionths.
 *
 * <p>Follows {@code apimachinery/pkg/api/resource}, ParseQuantity: a decimal number with a suffix
 * ({@code m}, {@code k}, {@code Ki}, …) or an exponent; finer than a billionth rounds up, larger
 * than 2^63-1 is cut to that. Text that is no quantity counts as nothing.
 */
final class CpuQuantity {

  private static final int MAX_LENGTH = 200;
  private static final int NANO_DIGITS = 9;
  private static final BigInteger LARGEST =
      BigInteger.valueOf(Long.MAX_VALUE).multiply(BigInteger.TEN.pow(NANO_DIGITS));
  private static final String DECIMAL_SUFFIXES = "num kMGTPE";
  private static final String BINARY_SUFFIXES = "KMGTPE";

  private CpuQuantity() {}

  static BigInteger nano(String text) {
    int length = text.length();
    if (length == 0 || length > MAX_LENGTH) {
      return BigInteger.ZERO;
    }
    int start = text.charAt(0) == '+' || text.charAt(0) == '-' ? 1 : 0;
    int end = start;
    int digits = 0;
    int points = 0;
    while (end < length && (isDigit(text.charAt(end)) || text.charAt(end) == '.')) {
      if (text.charAt(end) == '.') {
        points++;
      } else {
        digits++;
      }
      end++;
    }
    if (digits == 0 || points > 1) {
      return BigInteger.ZERO;
    }
    BigDecimal number = new BigDecimal(text.substring(start, end));
    BigDecimal scaled = scaled(number, text.substring(end));
    if (scaled == null) {
      return BigInteger.ZERO;
    }
    BigInteger nano =
        scaled.movePointRight(NANO_DIGITS).setScale(0, RoundingMode.UP).toBigInteger().min(LARGEST);
    return text.charAt(0) == '-' ? nano.negate() : nano;
  }

  /** Thousandths, rounded up, as far as a {@code long} goes. */
  static long milli(BigInteger nano) {
    BigInteger milli =
        new BigDecimal(nano, NANO_DIGITS - 3).setScale(0, RoundingMode.CEILING).toBigInteger();
    return milli.bitLength() < Long.SIZE
        ? milli.longValue()
        : milli.signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
  }

  private static @Nullable BigDecimal scaled(BigDecimal number, String suffix) {
    if (suffix.isEmpty()) {
      return number;
    }
    if (suffix.length() == 2 && suffix.charAt(1) == 'i') {
      int power = BINARY_SUFFIXES.indexOf(suffix.charAt(0));
      return power < 0 ? null : number.multiply(BigDecimal.valueOf(1L << (10 * (power + 1))));
    }
    if (suffix.length() == 1) {
      int place = DECIMAL_SUFFIXES.indexOf(suffix.charAt(0));
      if (place >= 0 && suffix.charAt(0) != ' ') {
        return number.scaleByPowerOfTen(3 * (place - 3));
      }
    }
    return suffix.charAt(0) == 'e' || suffix.charAt(0) == 'E'
        ? withExponent(number, suffix.substring(1))
        : null;
  }

  private static @Nullable BigDecimal withExponent(BigDecimal number, String exponent) {
    int start = exponent.startsWith("+") || exponent.startsWith("-") ? 1 : 0;
    if (start == exponent.length()) {
      return null;
    }
    int value = 0;
    for (int i = start; i < exponent.length(); i++) {
      if (!isDigit(exponent.charAt(i))) {
        return null;
      }
      // Beyond this every number is nothing or too large anyway.
      value = Math.min(1000, value * 10 + exponent.charAt(i) - '0');
    }
    return number.scaleByPowerOfTen(exponent.startsWith("-") ? -value : value);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
