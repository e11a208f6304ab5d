package io.servicesemantics.impl.dns;

import io.servicesemantics.dns.DnsName;
import io.servicesemantics.dns.DnsReason;
import io.servicesemantics.dns.DnsRecord;
import io.servicesemantics.dns.RecordData;
import io.servicesemantics.dns.ResponseCode;

/**
 * A zone the server answers for: its name in small letters, and how it says that there is nothing.
 */
final class Origin {

  private static final int REFRESH = 7200;
  private static final int RETRY = 1800;
  private static final int EXPIRE = 86400;
  // However long records may be kept, that there is nothing is not kept for longer.
  private static final int MOST_SECONDS_OF_NOTHING = 300;
  private static final DnsReason[] REASONS = DnsReason.values();

  final DnsName name;
  final int labels;
  private final int ttl;
  private final long serial;
  private final ZoneAnswer[] noData = new ZoneAnswer[REASONS.length];
  private final ZoneAnswer[] nxDomain = new ZoneAnswer[REASONS.length];

  Origin(DnsName name, int ttl, long serial) {
    this.name = name;
    this.labels = name.labelCount();
    this.ttl = ttl;
    this.serial = serial;
    DnsRecord start = start(name);
    for (DnsReason reason : REASONS) {
      noData[reason.ordinal()] = ToldAnswer.nothing(reason, ResponseCode.NOERROR, start);
      nxDomain[reason.ordinal()] = ToldAnswer.nothing(reason, ResponseCode.NXDOMAIN, start);
    }
  }

  /** That a name has no such record; the zone spelled as in the question. */
  ZoneAnswer noData(DnsReason reason, DnsName asked) {
    return asked.isLowerCase()
        ? noData[reason.ordinal()]
        : ToldAnswer.nothing(reason, ResponseCode.NOERROR, start(spelled(asked)));
  }

  /** That there is no such name. */
  ZoneAnswer nxDomain(DnsReason reason, DnsName asked) {
    return asked.isLowerCase()
        ? nxDomain[reason.ordinal()]
        : ToldAnswer.nothing(reason, ResponseCode.NXDOMAIN, start(spelled(asked)));
  }

  /** The zone as a name in it spells it (dns 2.4). */
  DnsName spelled(DnsName asked) {
    return asked.suffix(labels);
  }

  /** The zone's start (dns 3.6). */
  DnsRecord start(DnsName spelled) {
    DnsName mailbox = spelled.below("hostmaster").orElse(spelled);
    return new DnsRecord(
        spelled,
        Math.min(ttl, MOST_SECONDS_OF_NOTHING),
        new RecordData.Soa(
            ServerNames.below(spelled), mailbox, serial, REFRESH, RETRY, EXPIRE, ttl));
  }
}
