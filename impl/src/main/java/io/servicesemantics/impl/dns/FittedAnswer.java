package io.servicesemantics.impl.dns;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.dns.DnsName;
import io.servicesemantics.dns.DnsReason;
import io.servicesemantics.dns.DnsRecord;
import io.servicesemantics.dns.DnsTransport;
import io.servicesemantics.dns.ResponseCode;
import java.util.List;

/** An answer of which some records were left out, for want of room (dns 9.1). */
final class FittedAnswer extends ZoneAnswer {

  private static final int HEADER = 12;
  // The record by which a size is agreed on goes with the answer (RFC 6891 section 6.1.2).
  private static final int EXTENSION = 11;
  private static final int WITHOUT_EXTENSION = 512;

  private final ZoneAnswer whole;
  private final ImmutableList<DnsRecord> answer;
  private final ImmutableList<DnsRecord> authority;
  private final ImmutableList<DnsRecord> additional;

  private FittedAnswer(
      ZoneAnswer whole,
      ImmutableList<DnsRecord> answer,
      ImmutableList<DnsRecord> authority,
      ImmutableList<DnsRecord> additional) {
    this.whole = whole;
    this.answer = answer;
    this.authority = authority;
    this.additional = additional;
  }

  /** The answer as it goes over a transport; itself where it fits. */
  static ZoneAnswer of(ZoneAnswer whole, DnsName asked, DnsTransport transport) {
    int extension =
        transport.isDatagram() && transport.mostOctets() > WITHOUT_EXTENSION ? EXTENSION : 0;
    ImmutableList<DnsRecord> answer = whole.answer();
    ImmutableList<DnsRecord> authority = whole.authority();
    ImmutableList<DnsRecord> additional = whole.additional();
    Compression plain = Compression.off(HEADER + extension);
    plain.addQuestion(asked);
    answer.forEach(plain::addRecord);
    authority.forEach(plain::addRecord);
    additional.forEach(plain::addRecord);
    if (plain.length() <= transport.mostOctets()) {
      return whole;
    }
    int room = transport.mostOctets() - extension;
    Compression packed = Compression.on(HEADER);
    packed.addQuestion(asked);
    int answers = fitting(answer, packed, room);
    boolean hasRoom = answers == answer.size() && packed.length() < room;
    int authorities = hasRoom ? fitting(authority, packed, room) : 0;
    hasRoom &= authorities == authority.size() && packed.length() < room;
    int others = hasRoom ? fitting(additional, packed, room) : 0;
    boolean isWhole =
        answers == answer.size() && authorities == authority.size() && others == additional.size();
    return isWhole
        ? whole
        : new FittedAnswer(
            whole,
            answer.subList(0, answers),
            authority.subList(0, authorities),
            additional.subList(0, others));
  }

  private static int fitting(List<DnsRecord> records, Compression packed, int room) {
    for (int i = 0; i < records.size(); i++) {
      packed.addRecord(records.get(i));
      if (packed.length() > room) {
        return i;
      }
      if (packed.length() == room) {
        return i + 1;
      }
    }
    return records.size();
  }

  @Override
  DnsReason reason() {
    return whole.reason();
  }

  @Override
  public ResponseCode responseCode() {
    return whole.responseCode();
  }

  @Override
  public boolean isAuthoritative() {
    return whole.isAuthoritative();
  }

  @Override
  public boolean isTruncated() {
    return true;
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
