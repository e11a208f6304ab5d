package io.servicesemantics.impl.dns;

import io.servicesemantics.dns.DnsName;
import io.servicesemantics.dns.RecordType;

/** The records of one type of a node, in the spelling of the question (dns 2.4). */
final class SpelledAnswer extends NodeAnswer {

  private final RecordType type;
  private final DnsName owner;
  private final DnsName zone;

  SpelledAnswer(NameNode node, RecordType type, DnsName owner, DnsName zone) {
    super(node);
    this.type = type;
    this.owner = owner;
    this.zone = zone;
  }

  @Override
  RecordType type() {
    return type;
  }

  @Override
  DnsName owner() {
    return owner;
  }

  @Override
  DnsName zone() {
    return zone;
  }
}
