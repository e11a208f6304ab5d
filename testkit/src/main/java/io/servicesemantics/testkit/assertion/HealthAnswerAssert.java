package io.servicesemantics.testkit.assertion;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.servicesemantics.traffic.HealthAnswer;
import org.assertj.core.api.AbstractAssert;

/** Assertions on what a health server says. */
public final class HealthAnswerAssert extends AbstractAssert<HealthAnswerAssert, HealthAnswer> {

  HealthAnswerAssert(HealthAnswer actual) {
    super(actual, HealthAnswerAssert.class);
  }

  /**
   * Checks the status code.
   *
   * @param expected the code expected
   * @return these assertions
   */
  @CanIgnoreReturnValue
  public HealthAnswerAssert hasStatus(int expected) {
    isNotNull();
    if (actual.status() != expected) {
      throw failureWithActualExpected(
          actual.status(), expected, "Expected status%n  %s%nbut was%n%s", expected, actual);
    }
    return this;
  }

  /**
   * Checks a header.
   *
   * @param name its name
   * @param expected the value expected
   * @return these assertions
   */
  @CanIgnoreReturnValue
  public HealthAnswerAssert hasHeader(String name, String expected) {
    isNotNull();
    if (!expected.equals(actual.headers().get(name))) {
      throw failure("Expected header%n  %s: %s%nbut was%n%s", name, expected, actual);
    }
    return this;
  }

  /**
   * Checks the body, to the letter.
   *
   * @param expected the body expected
   * @return these assertions
   */
  @CanIgnoreReturnValue
  public HealthAnswerAssert hasBody(String expected) {
    isNotNull();
    if (!actual.body().equals(expected)) {
      throw failureWithActualExpected(
          actual.body(), expected, "Expected body%n%s%nbut was%n%s", expected, actual);
    }
    return this;
  }
}
