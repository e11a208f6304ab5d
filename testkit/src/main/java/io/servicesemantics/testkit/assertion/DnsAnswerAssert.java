package io.servicesemantics.testkit.assertion;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMultiset;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.servicesemantics.dns.DnsAnswer;
import io.servicesemantics.dns.DnsRecord;
import io.servicesemantics.dns.RecordData;
import io.servicesemantics.dns.RecordType;
import io.servicesemantics.dns.ResponseCode;
import java.util.Arrays;
import org.assertj.core.api.AbstractAssert;

/** Assertions on the answer of a name server; records may come in any order. */
public final class DnsAnswerAssert extends AbstractAssert<DnsAnswerAssert, DnsAnswer> {

  DnsAnswerAssert(DnsAnswer actual) {
    super(actual, DnsAnswerAssert.class);
  }

  /**
   * Checks the response code.
   *
   * @param expected the code expected
   * @return these assertions
   */
  @CanIgnoreReturnValue
  public DnsAnswerAssert hasCode(ResponseCode expected) {
    isNotNull();
    if (actual.responseCode() != expected) {
      throw failureWithActualExpected(
          actual.responseCode(), expected, "Expected code%n  %s%nbut was%n  %s", expected, actual);
    }
    return this;
  }

  /**
   * Checks that all is well, and which records are told in answer.
   *
   * @param lines the records expected, as lines of a zone file, in any order
   * @return these assertions
   */
  @CanIgnoreReturnValue
  public DnsAnswerAssert hasRecords(String... lines) {
    hasCode(ResponseCode.NOERROR);
    return compare("records", actual.answer(), lines);
  }

  /**
   * Checks which records are told besides, to spare further questions.
   *
   * @param lines the records expected, as lines of a zone file, in any order
   * @return these assertions
   */
  @CanIgnoreReturnValue
  public DnsAnswerAssert hasAdditional(String... lines) {
    isNotNull();
    return compare("additional records", actual.additional(), lines);
  }

  /**
   * Checks what the name leads to: addresses, or the other names that records tell.
   *
   * @param targets the addresses and names expected, in any order, names with or without a dot
   *     behind
   * @return these assertions
   */
  @CanIgnoreReturnValue
  public DnsAnswerAssert hasTargets(String... targets) {
    hasCode(ResponseCode.NOERROR);
    ImmutableMultiset<String> found =
        actual.answer().stream()
            .map(record -> withoutDot(target(record.data())))
            .collect(ImmutableMultiset.toImmutableMultiset());
    ImmutableMultiset<String> expected =
        Arrays.stream(targets)
            .map(DnsAnswerAssert::withoutDot)
            .collect(ImmutableMultiset.toImmutableMultiset());
    if (!found.equals(expected)) {
      throw failureWithActualExpected(
          found, expected, "Expected targets%n  %s%nbut was%n  %s", expected, actual);
    }
    return this;
  }

  /**
   * Checks that the name exists and has no record of the type: that alone, with the start of the
   * zone.
   *
   * @return these assertions
   */
  @CanIgnoreReturnValue
  public DnsAnswerAssert isNoData() {
    return hasCode(ResponseCode.NOERROR).tellsNothing();
  }

  /**
   * Checks that there is no such name: that alone, with the start of the zone.
   *
   * @return these assertions
   */
  @CanIgnoreReturnValue
  public DnsAnswerAssert isNameError() {
    return hasCode(ResponseCode.NXDOMAIN).tellsNothing();
  }

  /**
   * Checks whether the server answers for the zone itself.
   *
   * @param expected what is expected
   * @return these assertions
   */
  @CanIgnoreReturnValue
  public DnsAnswerAssert isAuthoritative(boolean expected) {
    isNotNull();
    if (actual.isAuthoritative() != expected) {
      throw failure("Expected authority to be%n  %s%nbut was%n  %s", expected, actual);
    }
    return this;
  }

  private DnsAnswerAssert tellsNothing() {
    boolean hasStart =
        actual.authority().size() == 1 && actual.authority().get(0).type().equals(RecordType.SOA);
    if (!hasStart || !actual.answer().isEmpty() || !actual.additional().isEmpty()) {
      throw failure("Expected the start of the zone alone%nbut was%n  %s", actual);
    }
    return this;
  }

  private DnsAnswerAssert compare(String what, ImmutableList<DnsRecord> records, String... lines) {
    ImmutableMultiset<String> found =
        records.stream().map(DnsRecord::toString).collect(ImmutableMultiset.toImmutableMultiset());
    ImmutableMultiset<String> expected = ImmutableMultiset.copyOf(lines);
    if (!found.equals(expected)) {
      throw failureWithActualExpected(
          found, expected, "Expected %s%n  %s%nbut was%n  %s", what, expected, actual);
    }
    return this;
  }

  private static String withoutDot(String name) {
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }

  private static String target(RecordData data) {
    if (data instanceof RecordData.Cname alias) {
      return alias.target().toString();
    }
    if (data instanceof RecordData.Ns server) {
      return server.target().toString();
    }
    if (data instanceof RecordData.Ptr pointer) {
      return pointer.target().toString();
    }
    return data instanceof RecordData.Srv service ? service.target().toString() : data.toString();
  }
}
