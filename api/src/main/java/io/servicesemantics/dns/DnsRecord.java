package io.servicesemantics.dns;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.io.Serializable;

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
