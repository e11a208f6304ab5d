package io.servicesemantics.dns;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Comparator;

/**
 * All records of a zone, as text of a zone file (RFC 1035 section 5).
 *
 * @param origin the zone
 * @param records its records: the SOA first, then by owner, type and data, each once
 */
public record ZoneFile(DnsName origin, ImmutableList<DnsRecord> records) {

  private static final Comparator<DnsRecord> ORDER =
      Comparator.comparing((DnsRecord record) -> !record.type().equals(RecordType.SOA))
          .thenComparing(DnsRecord::owner)
          .thenComparing(DnsRecord::type)
          .thenComparing(record -> record.data().toString())
          .thenComparingInt(DnsRecord::ttl);

  /** Sorts the records, each kept once, and checks that all are of the zone. */
  public ZoneFile {
    checkNotNull(origin, "Origin of a zone file is null; expected a name");
    for (DnsRecord record : records) {
      checkArgument(
          record.owner().isAtOrBelow(origin),
          "Owner of a record: \"%s\"; expected a name in %s",
          record.owner(),
          origin);
    }
    records = ImmutableList.sortedCopyOf(ORDER, ImmutableSet.copyOf(records));
  }

  /**
   * Returns what changed from this zone to another.
   *
   * @param next the same zone later, or another cluster's
   * @return the records that are gone, and those that came
   */
  public ZoneChange changeTo(ZoneFile next) {
    return new ZoneChange(without(next), next.without(this));
  }

  private ImmutableList<DnsRecord> without(ZoneFile other) {
    ImmutableSet<DnsRecord> others = ImmutableSet.copyOf(other.records);
    return records.stream()
        .filter(record -> !others.contains(record))
        .collect(ImmutableList.toImmutableList());
  }

  /** {@return the file: a line for its origin and one for each record, which any server reads} */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("$ORIGIN ").append(origin).append('\n');
    for (DnsRecord record : records) {
      text.append(record).append('\n');
    }
    return text.toString();
  }
}
