package io.servicesemantics.dns;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.base.Ascii;
import java.io.Serializable;
import java.util.Optional;

/**
 * A record of class IN; prints as a line of a zone file (RFC 1035 section 5.1).
 *
 * @param owner the name it is about
 * @param ttl how long it may be kept, in seconds, 0 to 2147483647 (RFC 2181 section 8)
 * @param data what it says
 */
public record DnsRecord(DnsName owner, int ttl, RecordData data) implements Serializable {

  /** Checks that no part is missing. */
  public DnsRecord {
    checkNotNull(owner, "Owner of a record is null; expected a name");
    checkArgument(ttl >= 0, "TTL: \"%s\"; expected 0 or more seconds", ttl);
    checkNotNull(data, "Data of a record are null; expected some");
  }

  /**
   * Reads a record from a line of a zone file in which nothing is left out.
   *
   * @param line such as {@link #toString} prints, with single blanks between fields
   * @return the record
   * @throws IllegalArgumentException for any other text
   */
  public static DnsRecord parse(String line) {
    return tryParse(line)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    String.format(
                        "Record: \"%s\"; expected such as \"web.example. 5 IN A 192.0.2.1\"",
                        Ascii.truncate(line, 300, "..."))));
  }

  /**
   * Reads a record.
   *
   * @param line any text
   * @return what {@link #parse} would read, or nothing where it would throw
   */
  public static Optional<DnsRecord> tryParse(String line) {
    return Optional.ofNullable(RecordText.read(line));
  }

  /** {@return its type} */
  public RecordType type() {
    return data.type();
  }

  /** {@return such as {@code web.shop.svc.cluster.local. 5 IN A 10.96.0.10}} */
  @Override
  public String toString() {
    return owner + " " + ttl + " IN " + type() + " " + data;
  }
}
