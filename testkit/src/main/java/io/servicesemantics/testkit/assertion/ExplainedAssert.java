package io.servicesemantics.testkit.assertion;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.servicesemantics.explain.Because;
import io.servicesemantics.explain.Explained;
import io.servicesemantics.explain.Reason;
import java.util.ArrayDeque;
import org.assertj.core.api.AbstractAssert;

/** Assertions on an explained answer. */
public final class ExplainedAssert extends AbstractAssert<ExplainedAssert, Explained<?>> {

  ExplainedAssert(Explained<?> actual) {
    super(actual, ExplainedAssert.class);
  }

  /**
   * Checks the answer.
   *
   * @param expected the answer expected
   * @return these assertions
   */
  @CanIgnoreReturnValue
  public ExplainedAssert hasValue(Object expected) {
    isNotNull();
    if (!actual.value().equals(expected)) {
      throw failureWithActualExpected(
          actual.value(), expected, "Expected answer%n  %s%nbut was%n  %s", expected, actual);
    }
    return this;
  }

  /**
   * Checks that the account has a reason, at its head or among its causes.
   *
   * @param reason the reason expected
   * @return assertions on the places where it stands
   */
  @CanIgnoreReturnValue
  public ReasonAssert restsOn(Reason reason) {
    isNotNull();
    ImmutableList<Because> found = find(reason);
    if (found.isEmpty()) {
      throw failure("Expected an account that rests on%n  %s%nbut was%n%s", reason, actual);
    }
    return new ReasonAssert(this, found);
  }

  /**
   * Checks that the account has a reason nowhere.
   *
   * @param reason the reason not expected
   * @return these assertions
   */
  @CanIgnoreReturnValue
  public ExplainedAssert doesNotRestOn(Reason reason) {
    isNotNull();
    if (!find(reason).isEmpty()) {
      throw failure("Expected an account that does not rest on%n  %s%nbut was%n%s", reason, actual);
    }
    return this;
  }

  private ImmutableList<Because> find(Reason reason) {
    ImmutableList.Builder<Because> found = ImmutableList.builder();
    ArrayDeque<Because> open = new ArrayDeque<>();
    open.push(actual.because());
    while (!open.isEmpty()) {
      Because because = open.pop();
      if (because.reason().equals(reason)) {
        found.add(because);
      }
      because.causes().reverse().forEach(open::push);
    }
    return found.build();
  }
}
