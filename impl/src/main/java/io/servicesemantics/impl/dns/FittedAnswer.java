package io.servicesemantics.impl.dns;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.dns.DnsName;
import io.servicesemantics.dns.DnsRecord;
import io.servicesemantics.dns.DnsTransport;
import java.util.List;

/** Leaves records out of answers for want of room (dns 9.1). */
final class FittedAnswer {

  private static final int HEADER = 12;
  // The record by which a size is agreed on goes with the answer (RFC 6891 section 6.1.2).
  private static final int EXTENSION = 11;
  private static final int WITHOUT_EXTENSION = 512;

  private FittedAnswer() {}

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
        : ToldAnswer.cut(
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
}
