package io.servicesemantics.testkit.assertion;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.servicesemantics.routing.Fraction;
import io.servicesemantics.traffic.EntryFate;
import io.servicesemantics.traffic.TrafficSplit;
import org.assertj.core.api.AbstractAssert;

/** Assertions on who gets how much of a load; fractions are text such as {@code 1/3}. */
public final class TrafficSplitAssert extends AbstractAssert<TrafficSplitAssert, TrafficSplit> {

  TrafficSplitAssert(TrafficSplit actual) {
    super(actual, TrafficSplitAssert.class);
  }

  /**
   * Checks what an endpoint gets.
   *
   * @param endpoint the name of its Pod, or its address and port
   * @param share the part expected
   * @return these assertions
   */
  @CanIgnoreReturnValue
  public TrafficSplitAssert gives(String endpoint, String share) {
    isNotNull();
    return isEqual("the share of " + endpoint, actual.share(endpoint), share);
  }

  /**
   * Checks what is lost, and that it is lost in one way alone.
   *
   * @param fate the way expected
   * @param share the part expected
   * @return these assertions
   */
  @CanIgnoreReturnValue
  public TrafficSplitAssert loses(EntryFate fate, String share) {
    isNotNull();
    return isEqual("what is " + fate.words(), actual.lost(fate), share)
        .isEqual("all that is lost", actual.lost(), share);
  }

  /**
   * Checks that nothing is lost.
   *
   * @return these assertions
   */
  @CanIgnoreReturnValue
  public TrafficSplitAssert losesNothing() {
    isNotNull();
    return isEqual("what is lost", actual.lost(), "0");
  }

  /**
   * Checks what is delivered elsewhere than where it entered.
   *
   * @param nodes the part expected to cross to another node
   * @param zones the part expected to cross to another zone
   * @return these assertions
   */
  @CanIgnoreReturnValue
  public TrafficSplitAssert crosses(String nodes, String zones) {
    isNotNull();
    return isEqual("what crosses to another node", actual.crossingNodes(), nodes)
        .isEqual("what crosses to another zone", actual.crossingZones(), zones);
  }

  /**
   * Checks of which part the client is hidden.
   *
   * @param share the part expected
   * @return these assertions
   */
  @CanIgnoreReturnValue
  public TrafficSplitAssert hidesClients(String share) {
    isNotNull();
    return isEqual("what hides its client", actual.clientsHidden(), share);
  }

  private TrafficSplitAssert isEqual(String what, Fraction found, String expected) {
    if (!found.equals(Fraction.parse(expected))) {
      throw failureWithActualExpected(
          found,
          expected,
          "Expected %s to be%n  %s%nbut was%n  %s in%n%s",
          what,
          expected,
          found,
          actual);
    }
    return this;
  }
}
