package io.servicesemantics.impl.dns;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.dns.DnsName;
import io.servicesemantics.dns.DnsReason;
import io.servicesemantics.dns.DnsRecord;
import io.servicesemantics.dns.RecordData;
import io.servicesemantics.dns.ResponseCode;

/** The PTR record of an address, made when it is read. */
final class ReverseAnswer extends ZoneAnswer {

  private final ReverseNode node;

  ReverseAnswer(ReverseNode node) {
    this.node = node;
  }

  static DnsReason reason(ReverseNode node) {
    return node.isOfService() ? DnsReason.ADDRESS_OF_SERVICE : DnsReason.ADDRESS_OF_ENDPOINT;
  }

  @Override
  DnsReason reason() {
    return reason(node);
  }

  static DnsRecord record(DnsName owner, ReverseNode node) {
    ZoneContext context = node.target().context();
    DnsName target = ServerNames.orRoot(node.target().name(context.primary().name));
    return new DnsRecord(owner, context.ttl(), new RecordData.Ptr(target));
  }

  @Override
  public ResponseCode responseCode() {
    return ResponseCode.NOERROR;
  }

  @Override
  public boolean isAuthoritative() {
    return true;
  }

  @Override
  public boolean isNoData() {
    return false;
  }

  @Override
  public ImmutableList<DnsRecord> answer() {
    return ImmutableList.of(record(DnsName.parse(node.address().reverseName()), node));
  }

  @Override
  public ImmutableList<DnsRecord> authority() {
    return ImmutableList.of();
  }

  @Override
  public ImmutableList<DnsRecord> additional() {
    return ImmutableList.of();
  }
}
