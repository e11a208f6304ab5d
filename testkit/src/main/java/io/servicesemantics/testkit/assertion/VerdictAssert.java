package io.servicesemantics.testkit.assertion;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.servicesemantics.routing.Forward;
import io.servicesemantics.routing.Verdict;
import io.servicesemantics.routing.VerdictKind;
import org.assertj.core.api.AbstractAssert;

/** Assertions on what becomes of a flow. */
public final class VerdictAssert extends AbstractAssert<VerdictAssert, Verdict> {

  VerdictAssert(Verdict actual) {
    super(actual, VerdictAssert.class);
  }

  /**
   * Checks that the flow is sent on, and where to.
   *
   * @param endpoints the endpoints expected, as {@code ip:port}, in any order
   * @return these assertions
   */
  @CanIgnoreReturnValue
  public VerdictAssert forwardsTo(String... endpoints) {
    ImmutableList<String> expected = ImmutableList.sortedCopyOf(ImmutableList.copyOf(endpoints));
    ImmutableList.Builder<String> found = ImmutableList.builder();
    forward().endpoints().forEach(endpoint -> found.add(endpoint.toString()));
    ImmutableList<String> sorted = ImmutableList.sortedCopyOf(found.build());
    if (!sorted.equals(expected)) {
      throw failureWithActualExpected(
          sorted, expected, "Expected endpoints%n  %s%nbut were%n  %s", expected, actual);
    }
    return this;
  }

  /**
   * Checks whether the sender's address is hidden whatever the backend.
   *
   * @param expected what is expected
   * @return these assertions
   */
  @CanIgnoreReturnValue
  public VerdictAssert isMasqueraded(boolean expected) {
    if (forward().masquerade() != expected) {
      throw failure("Expected masquerade to be%n  %s%nbut was%n  %s", expected, actual);
    }
    return this;
  }

  /**
   * Checks which of the four kinds of verdict it is.
   *
   * @param expected the kind expected
   * @return these assertions
   */
  @CanIgnoreReturnValue
  public VerdictAssert is(VerdictKind expected) {
    isNotNull();
    if (actual.kind() != expected) {
      throw failureWithActualExpected(
          actual.kind(),
          expected,
          "Expected a verdict of kind%n  %s%nbut was%n  %s",
          expected,
          actual);
    }
    return this;
  }

  private Forward forward() {
    isNotNull();
    if (actual instanceof Forward forward) {
      return forward;
    }
    throw failure("Expected a flow that is sent on%nbut was%n  %s", actual);
  }
}
