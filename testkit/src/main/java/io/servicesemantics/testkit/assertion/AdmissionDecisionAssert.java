package io.servicesemantics.testkit.assertion;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.servicesemantics.admission.AdmissionDecision;
import io.servicesemantics.admission.AdmissionDecision.Accepted;
import io.servicesemantics.admission.AdmissionDecision.Rejected;
import io.servicesemantics.admission.Refusal;
import io.servicesemantics.fault.FieldErrorType;
import io.servicesemantics.fault.FieldPath;
import io.servicesemantics.service.Service;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.ObjectAssert;

/** Assertions on what the API server answers to a request. */
public final class AdmissionDecisionAssert
    extends AbstractAssert<AdmissionDecisionAssert, AdmissionDecision> {

  AdmissionDecisionAssert(AdmissionDecision actual) {
    super(actual, AdmissionDecisionAssert.class);
  }

  /**
   * Checks that the request is taken.
   *
   * @return these assertions
   */
  @CanIgnoreReturnValue
  public AdmissionDecisionAssert isAccepted() {
    isNotNull();
    if (actual instanceof Rejected rejected) {
      throw failure("Expected a request that is taken%nbut it was refused:%n  %s", rejected);
    }
    return this;
  }

  /**
   * Checks that the request is refused.
   *
   * @return these assertions
   */
  @CanIgnoreReturnValue
  public AdmissionDecisionAssert isRejected() {
    isNotNull();
    if (actual instanceof Accepted accepted) {
      throw failure("Expected a request that is refused%nbut stored was%n  %s", accepted.service());
    }
    return this;
  }

  /**
   * Checks at which step the request is refused.
   *
   * @param expected the step
   * @return these assertions
   */
  @CanIgnoreReturnValue
  public AdmissionDecisionAssert isRejectedBy(Refusal expected) {
    check("refusal", expected, rejected().refusal());
    return this;
  }

  /**
   * Checks the HTTP status of the refusal.
   *
   * @param expected the status, such as 422
   * @return these assertions
   */
  @CanIgnoreReturnValue
  public AdmissionDecisionAssert hasCode(int expected) {
    check("code", expected, rejected().code());
    return this;
  }

  /**
   * Checks the whole message of the refusal.
   *
   * @param expected the message
   * @return these assertions
   */
  @CanIgnoreReturnValue
  public AdmissionDecisionAssert hasMessage(String expected) {
    check("message", expected, rejected().message());
    return this;
  }

  /**
   * Checks that a field is at fault, among others or alone.
   *
   * @param field the field, as text
   * @param type what is wrong with it
   * @return these assertions
   */
  @CanIgnoreReturnValue
  public AdmissionDecisionAssert hasFault(String field, FieldErrorType type) {
    Rejected rejected = rejected();
    if (rejected.faults().stream()
        .noneMatch(fault -> fault.type() == type && fault.field().toString().equals(field))) {
      throw failure(
          "Expected a fault of type %s in%n  %s%nbut were%n  %s", type, field, rejected.faults());
    }
    return this;
  }

  /**
   * Checks which fields are at fault, in order.
   *
   * @param fields the fields, as text
   * @return these assertions
   */
  @CanIgnoreReturnValue
  public AdmissionDecisionAssert hasFaultsIn(String... fields) {
    ImmutableList.Builder<String> found = ImmutableList.builder();
    rejected().faults().forEach(fault -> found.add(fault.field().toString()));
    check("fields at fault", ImmutableList.copyOf(fields), found.build());
    return this;
  }

  /**
   * Checks that the server warns of something.
   *
   * @param expected the warning
   * @return these assertions
   */
  @CanIgnoreReturnValue
  public AdmissionDecisionAssert hasWarning(String expected) {
    isNotNull();
    if (!actual.warnings().contains(expected)) {
      throw failure("Expected the warning%n  %s%nbut were%n  %s", expected, actual.warnings());
    }
    return this;
  }

  /**
   * Checks all the server warns of.
   *
   * @param expected the warnings, in order
   * @return these assertions
   */
  @CanIgnoreReturnValue
  public AdmissionDecisionAssert hasWarnings(String... expected) {
    isNotNull();
    check("warnings", ImmutableList.copyOf(expected), actual.warnings());
    return this;
  }

  /**
   * Checks which fields the server picked.
   *
   * @param fields the fields, as text, in the order of the object
   * @return these assertions
   */
  @CanIgnoreReturnValue
  public AdmissionDecisionAssert hasAllocated(String... fields) {
    ImmutableList.Builder<String> found = ImmutableList.builder();
    for (FieldPath field : accepted().allocated()) {
      found.add(field.toString());
    }
    check("allocated fields", ImmutableList.copyOf(fields), found.build());
    return this;
  }

  /**
   * Checks which node ports were given back.
   *
   * @param expected the ports, in any order
   * @return these assertions
   */
  @CanIgnoreReturnValue
  public AdmissionDecisionAssert hasReleasedPorts(Integer... expected) {
    check(
        "ports given back",
        ImmutableList.sortedCopyOf(ImmutableList.copyOf(expected)),
        ImmutableList.sortedCopyOf(accepted().released().nodePorts()));
    return this;
  }

  /**
   * Checks which addresses were given back.
   *
   * @param expected the addresses, in order
   * @return these assertions
   */
  @CanIgnoreReturnValue
  public AdmissionDecisionAssert hasReleasedAddresses(String... expected) {
    ImmutableList.Builder<String> found = ImmutableList.builder();
    accepted().released().clusterIPs().forEach(address -> found.add(address.toString()));
    check("addresses given back", ImmutableList.copyOf(expected), found.build());
    return this;
  }

  /**
   * Begins assertions on the Service as it reads from now on.
   *
   * @return AssertJ's assertions
   */
  public ObjectAssert<Service> stored() {
    return new ObjectAssert<>(accepted().service());
  }

  private Accepted accepted() {
    isAccepted();
    return (Accepted) actual;
  }

  private Rejected rejected() {
    isRejected();
    return (Rejected) actual;
  }

  private void check(String name, Object expected, Object found) {
    if (!found.equals(expected)) {
      throw failureWithActualExpected(
          found,
          expected,
          "Expected %s%n  %s%nbut was%n  %s%nin %s",
          name,
          expected,
          found,
          actual);
    }
  }
}
