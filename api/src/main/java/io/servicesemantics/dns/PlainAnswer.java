package io.servicesemantics.dns;

import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.collect.ImmutableList;

/** An answer that holds its records. */
final class PlainAnswer extends DnsAnswer {

  private final ResponseCode responseCode;
  private final boolean isAuthoritative;
  private final boolean isTruncated;
  private final ImmutableList<DnsRecord> answer;
  private final ImmutableList<DnsRecord> authority;
  private final ImmutableList<DnsRecord> additional;

  PlainAnswer(
      ResponseCode responseCode,
      boolean isAuthoritative,
      boolean isTruncated,
      ImmutableList<DnsRecord> answer,
      ImmutableList<DnsRecord> authority,
      ImmutableList<DnsRecord> additional) {
    this.responseCode = checkNotNull(responseCode, "Response code is null; expected one");
    this.isAuthoritative = isAuthoritative;
    this.isTruncated = isTruncated;
    this.answer = checkNotNull(answer, "Records of an answer are null; expected a list");
    this.authority = checkNotNull(authority, "Records of authority are null; expected a list");
    this.additional = checkNotNull(additional, "Additional records are null; expected a list");
  }

  @Override
  public ResponseCode responseCode() {
    return responseCode;
  }

  @Override
  public boolean isAuthoritative() {
    return isAuthoritative;
  }

  @Override
  public boolean isTruncated() {
    return isTruncated;
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
