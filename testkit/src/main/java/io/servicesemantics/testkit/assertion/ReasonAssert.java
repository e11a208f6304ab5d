package io.servicesemantics.testkit.assertion;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.servicesemantics.explain.Because;
import io.servicesemantics.explain.Reason;
import org.assertj.core.api.AbstractAssert;

/** Assertions on the places of an account where one reason stands; each call narrows them down. */
public final class ReasonAssert extends AbstractAssert<ReasonAssert, ImmutableList<Because>> {

  private final ExplainedAssert account;

  ReasonAssert(ExplainedAssert account, ImmutableList<Because> places) {
    super(places, ReasonAssert.class);
    this.account = account;
  }

  /**
   * Checks that the reason stands somewhere with a fact.
   *
   * @param name the fact's name
   * @param value its value
   * @return assertions on the places that have it
   */
  @CanIgnoreReturnValue
  public ReasonAssert withFact(String name, String value) {
    ImmutableList<Because> left =
        actual.stream()
            .filter(because -> value.equals(because.facts().get(name)))
            .collect(ImmutableList.toImmutableList());
    if (left.isEmpty()) {
      throw failure("Expected the fact%n  %s %s%nbut were%n  %s", name, value, actual);
    }
    return new ReasonAssert(account, left);
  }

  /**
   * Checks that the account has a further reason.
   *
   * @param reason the reason expected
   * @return assertions on the places where it stands
   */
  @CanIgnoreReturnValue
  public ReasonAssert restsOn(Reason reason) {
    return account.restsOn(reason);
  }

  /**
   * Checks that the account has a reason nowhere.
   *
   * @param reason the reason not expected
   * @return assertions on the account
   */
  @CanIgnoreReturnValue
  public ExplainedAssert doesNotRestOn(Reason reason) {
    return account.doesNotRestOn(reason);
  }
}
