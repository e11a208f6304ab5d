package io.servicesemantics.testkit.assertion;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.servicesemantics.dns.DnsName;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.pod.Lookup;
import io.servicesemantics.pod.LookupError;
import java.util.Optional;
import org.assertj.core.api.AbstractAssert;

/** Assertions on what a program gets when it looks a name up, and what it costs. */
public final class LookupAssert extends AbstractAssert<LookupAssert, Lookup> {

  LookupAssert(Lookup actual) {
    super(actual, LookupAssert.class);
  }

  /**
   * Checks which names are asked about.
   *
   * @param names the names expected, in their spelling and in order, each with a dot behind
   * @return these assertions
   */
  @CanIgnoreReturnValue
  public LookupAssert asks(String... names) {
    isNotNull();
    ImmutableList.Builder<String> asked = ImmutableList.builder();
    actual
        .steps()
        .forEach(step -> asked.add(step.name().map(DnsName::toString).orElse("(malformed)")));
    return check("names asked about", asked.build(), ImmutableList.copyOf(names));
  }

  /**
   * Checks which addresses come out, and that nothing fails.
   *
   * @param addresses the addresses expected, in any order
   * @return these assertions
   */
  @CanIgnoreReturnValue
  public LookupAssert gets(String... addresses) {
    isNotNull();
    ImmutableSet.Builder<IpAddress> expected = ImmutableSet.builder();
    for (String address : addresses) {
      expected.add(IpAddress.parse(address));
    }
    check("error", actual.error(), Optional.empty());
    return check("addresses", ImmutableSet.copyOf(actual.addresses()), expected.build());
  }

  /**
   * Checks what the program is told instead of addresses.
   *
   * @param error the error expected
   * @return these assertions
   */
  @CanIgnoreReturnValue
  public LookupAssert fails(LookupError error) {
    isNotNull();
    check("addresses", actual.addresses(), ImmutableList.of());
    return check("error", actual.error(), Optional.of(error));
  }

  /**
   * Checks how many questions are asked.
   *
   * @param questions the number expected
   * @return these assertions
   */
  @CanIgnoreReturnValue
  public LookupAssert costs(int questions) {
    isNotNull();
    return check("questions", actual.questions(), questions);
  }

  /**
   * Checks how many questions lead to nothing.
   *
   * @param questions the number expected
   * @return these assertions
   */
  @CanIgnoreReturnValue
  public LookupAssert wastes(int questions) {
    isNotNull();
    return check("questions wasted", actual.wastedQuestions(), questions);
  }

  @CanIgnoreReturnValue
  private LookupAssert check(String what, Object found, Object expected) {
    if (!found.equals(expected)) {
      throw failureWithActualExpected(
          found,
          expected,
          "Expected %s%n  %s%nbut was%n  %s%nof%n%s",
          what,
          expected,
          found,
          actual);
    }
    return this;
  }
}
