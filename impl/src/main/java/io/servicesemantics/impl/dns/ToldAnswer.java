package io.servicesemantics.impl.dns;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.dns.DnsReason;
import io.servicesemantics.dns.DnsRecord;
import io.servicesemantics.dns.ResponseCode;

/** An answer that holds its records. */
final class ToldAnswer extends ZoneAnswer {

  private static final ImmutableList<DnsRecord> NONE = ImmutableList.of();

  private final DnsReason reason;
  private final ResponseCode code;
  private final boolean isAuthoritative;
  private final boolean isTruncated;
  private final ImmutableList<DnsRecord> answer;
  private final ImmutableList<DnsRecord> authority;
  private final ImmutableList<DnsRecord> additional;

  private ToldAnswer(
      DnsReason reason,
      ResponseCode code,
      boolean isAuthoritative,
      boolean isTruncated,
      ImmutableList<DnsRecord> answer,
      ImmutableList<DnsRecord> authority,
      ImmutableList<DnsRecord> additional) {
    this.reason = reason;
    this.code = code;
    this.isAuthoritative = isAuthoritative;
    this.isTruncated = isTruncated;
    this.answer = answer;
    this.authority = authority;
    this.additional = additional;
  }

  /** Records. */
  static ToldAnswer of(DnsReason reason, ImmutableList<DnsRecord> answer) {
    return of(reason, answer, NONE);
  }

  static ToldAnswer of(
      DnsReason reason, ImmutableList<DnsRecord> answer, ImmutableList<DnsRecord> additional) {
    return new ToldAnswer(reason, ResponseCode.NOERROR, true, false, answer, NONE, additional);
  }

  /** That there is nothing, with the start of the zone. */
  static ToldAnswer nothing(DnsReason reason, ResponseCode code, DnsRecord start) {
    return new ToldAnswer(reason, code, true, false, NONE, ImmutableList.of(start), NONE);
  }

  /** That the server does not answer for itself. */
  static ToldAnswer failure(DnsReason reason, ResponseCode code) {
    return new ToldAnswer(reason, code, false, false, NONE, NONE, NONE);
  }

  /** What is left of an answer that had no room. */
  static ToldAnswer cut(
      ZoneAnswer whole,
      ImmutableList<DnsRecord> answer,
      ImmutableList<DnsRecord> authority,
      ImmutableList<DnsRecord> additional) {
    return new ToldAnswer(
        whole.reason(),
        whole.responseCode(),
        whole.isAuthoritative(),
        true,
        answer,
        authority,
        additional);
  }

  @Override
  public boolean isTruncated() {
    return isTruncated;
  }

  @Override
  DnsReason reason() {
    return reason;
  }

  @Override
  public ResponseCode responseCode() {
    return code;
  }

  @Override
  public boolean isAuthoritative() {
    return isAuthoritative;
  }

  @Override
  public ImmutableList<DnsRecord> answer() {
    return answer;
  }

  @Override
  public ImmutableList<DnsRecord> authority() {
    return authority;
  }

  @Override
  public ImmutableList<DnsRecord> additional() {
    return additional;
  }
}
