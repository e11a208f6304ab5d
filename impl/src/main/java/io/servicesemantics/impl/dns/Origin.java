package io.servicesemantics.impl.dns;

import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import io.servicesemantics.dns.DnsName;
import io.servicesemantics.dns.DnsReason;
import io.servicesemantics.dns.DnsRecord;
import io.servicesemantics.dns.RecordData;
import io.servicesemantics.dns.ResponseCode;
import java.util.EnumSet;

/**
 * A zone the server answers for: its name in small letters, and how it says that there is nothing.
 */
final class Origin {

  private static final int REFRESH = 7200;
  private static final int RETRY = 1800;
  private static final int EXPIRE = 86400;
  // However long records may be kept, that there is nothing is not kept for longer.
  private static final int MOST_SECONDS_OF_NOTHING = 300;

  final DnsName name;
  final int labels;
  final boolean isReverse; // of addresses alone
  final boolean isAboveReverse; // of addresses too
  private final int ttl;
  private final long serial;
  private final ImmutableMap<DnsReason, ZoneAnswer> noData;
  private final ImmutableMap<DnsReason, ZoneAnswer> nxDomain;

  Origin(DnsName name, int ttl, long serial) {
    this.name = name;
    this.labels = name.labelCount();
    this.isReverse = ReverseAddresses.isReverseZone(name);
    this.isAboveReverse = ReverseAddresses.isAboveReverseZone(name);
    this.ttl = ttl;
    this.serial = serial;
    noData = nothing(ResponseCode.NOERROR);
    nxDomain = nothing(ResponseCode.NXDOMAIN);
  }

  // Answers that there is nothing are few, and made once for each reason.
  private ImmutableMap<DnsReason, ZoneAnswer> nothing(ResponseCode code) {
    DnsRecord start = start(name);
    return Maps.toMap(
        EnumSet.allOf(DnsReason.class), reason -> ToldAnswer.nothing(reason, code, start));
  }

  /** That a name has no such record; the zone spelled as in the question. */
  ZoneAnswer noData(DnsReason reason, DnsName asked) {
    return asked.isLowerCase()
        ? checkNotNull(noData.get(reason))
        : ToldAnswer.nothing(reason, ResponseCode.NOERROR, start(spelled(asked)));
  }

  /** That there is no such name. */
  ZoneAnswer nxDomain(DnsReason reason, DnsName asked) {
    return asked.isLowerCase()
        ? checkNotNull(nxDomain.get(reason))
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
