package io.servicesemantics.impl.dns;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.dns.DnsAnswer;
import io.servicesemantics.dns.DnsReason;
import io.servicesemantics.dns.DnsRecord;
import io.servicesemantics.dns.ResponseCode;

/** The answer of the next server, handed on as it came. */
final class PassedOnAnswer extends ZoneAnswer {

  private final DnsReason reason;
  private final DnsAnswer answer;

  PassedOnAnswer(DnsReason reason, DnsAnswer answer) {
    this.reason = reason;
    this.answer = answer;
  }

  @Override
  DnsReason reason() {
    return reason;
  }

  @Override
  public ResponseCode responseCode() {
    return answer.responseCode();
  }

  @Override
  public boolean isAuthoritative() {
    return answer.isAuthoritative();
  }

  @Override
  public boolean isTruncated() {
    return answer.isTruncated();
  }

  @Override
  public ImmutableList<DnsRecord> answer() {
    return answer.answer();
  }

  @Override
  public ImmutableList<DnsRecord> authority() {
    return answer.authority();
  }

  @Override
  public ImmutableList<DnsRecord> additional() {
    return answer.additional();
  }
}
