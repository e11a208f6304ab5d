package io.servicesemantics.routing;

import static com.google.common.base.Preconditions.checkArgument;

import java.io.Serializable;
import java.math.BigInteger;

/**
 * An exact fraction in lowest terms, such as {@code 1/3}.
 *
 * <pre>{@code
 * Fraction.of(2, 6)                                // 1/3
 * Fraction.of(1, 3).plus(Fraction.of(2, 3))        // 1
 * }</pre>
 *
 * @param numerator the number above the line; carries the sign
 * @param denominator the number below the line, always positive
 */
public record Fraction(BigInteger numerator, BigInteger denominator)
    implements Comparable<Fraction>, Serializable {

  /** Nothing. */
  public static final Fraction ZERO = of(0, 1);

  /** The whole. */
  public static final Fraction ONE = of(1, 1);

  /** Brings the fraction to lowest terms; the denominator must not be 0. */
  public Fraction {
    checkArgument(
        denominator.signum() != 0, "Denominator of %s: \"0\"; expected another number", numerator);
    BigInteger common = numerator.gcd(denominator);
    if (denominator.signum() < 0) {
      common = common.negate();
    }
    numerator = numerator.divide(common);
    denominator = denominator.divide(common);
  }

  /**
   * Returns a fraction of two numbers.
   *
   * @param numerator the number above the line
   * @param denominator the number below the line, not 0
   * @return the fraction, in lowest terms
   */
  public static Fraction of(long numerator, long denominator) {
    return new Fraction(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
  }

  /**
   * Reads a fraction, or a whole number.
   *
   * @param text what {@link #toString} prints, such as {@code 1/3} or {@code 1}
   * @return the fraction
   * @throws IllegalArgumentException for any other text
   */
  public static Fraction parse(String text) {
    int slash = text.indexOf('/');
    try {
      return slash < 0
          ? new Fraction(new BigInteger(text), BigInteger.ONE)
          : new Fraction(
              new BigInteger(text.substring(0, slash)), new BigInteger(text.substring(slash + 1)));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          String.format("Fraction: \"%s\"; expected two whole numbers such as 1/3", text), e);
    }
  }

  /**
   * Returns the sum.
   *
   * @param other the fraction to add
   * @return this and the other together
   */
  public Fraction plus(Fraction other) {
    return new Fraction(
        numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
        denominator.multiply(other.denominator));
  }

  /**
   * Returns the difference.
   *
   * @param other the fraction to take away
   * @return what is left
   */
  public Fraction minus(Fraction other) {
    return plus(new Fraction(other.numerator.negate(), other.denominator));
  }

  /**
   * Returns the product.
   *
   * @param other the fraction to multiply by
   * @return the part of a part
   */
  public Fraction times(Fraction other) {
    return new Fraction(
        numerator.multiply(other.numerator), denominator.multiply(other.denominator));
  }

  /**
   * Returns the quotient.
   *
   * @param other the fraction to divide by, not 0
   * @return how many times the other goes into this one
   */
  public Fraction dividedBy(Fraction other) {
    return new Fraction(
        numerator.multiply(other.denominator), denominator.multiply(other.numerator));
  }

  /** {@return the nearest double} */
  public double toDouble() {
    return numerator.doubleValue() / denominator.doubleValue();
  }

  @Override
  public int compareTo(Fraction other) {
    return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
  }

  /** {@return the two numbers with a slash between, or a whole number alone} */
  @Override
  public String toString() {
    return denominator.equals(BigInteger.ONE)
        ? numerator.toString()
        : numerator + "/" + denominator;
  }
}
