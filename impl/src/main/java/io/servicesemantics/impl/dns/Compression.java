package io.servicesemantics.impl.dns;

import io.servicesemantics.dns.DnsName;
import io.servicesemantics.dns.DnsRecord;
import io.servicesemantics.dns.RecordData;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Counts the octets of a message as it is put together, names that stood before being pointed to
 * (RFC 1035 section 4.1.4) or not.
 */
final class Compression {

  private static final int POINTER = 2;
  // Pointers have 14 bits.
  private static final int FARTHEST = 0x4000;
  private static final int FIXED_OF_QUESTION = 4;
  private static final int FIXED_OF_RECORD = 10;
  private static final int FIXED_OF_SRV = 6;
  private static final int FIXED_OF_SOA = 20;
  private static final int IPV4 = 4;
  private static final int IPV6 = 16;

  private final @Nullable Set<String> known; // null where nothing is pointed to
  private int length;

  private Compression(@Nullable Set<String> known, int length) {
    this.known = known;
    this.length = length;
  }

  /** A message so long already, in which names are pointed to. */
  static Compression on(int length) {
    return new Compression(new HashSet<>(), length);
  }

  /** A message so long already, in which every name is written out. */
  static Compression off(int length) {
    return new Compression(null, length);
  }

  int length() {
    return length;
  }

  void addQuestion(DnsName name) {
    addName(name, true);
    length += FIXED_OF_QUESTION;
  }

  void addRecord(DnsRecord record) {
    addName(record.owner(), true);
    length += FIXED_OF_RECORD;
    RecordData data = record.data();
    if (data instanceof RecordData.Address address) {
      length += address.type().number() == Types.A ? IPV4 : IPV6;
    } else if (data instanceof RecordData.Cname alias) {
      addName(alias.target(), true);
    } else if (data instanceof RecordData.Ns server) {
      addName(server.target(), true);
    } else if (data instanceof RecordData.Ptr pointer) {
      addName(pointer.target(), true);
    } else if (data instanceof RecordData.Srv service) {
      length += FIXED_OF_SRV;
      addName(service.target(), false);
    } else if (data instanceof RecordData.Soa start) {
      addName(start.primary(), true);
      addName(start.mailbox(), true);
      length += FIXED_OF_SOA;
    } else {
      // text, and data that is not looked into: about as long as it is written
      length += data.toString().length();
    }
  }

  private void addName(DnsName name, boolean isPointedTo) {
    length += octets(name, isPointedTo);
  }

  // A name that may not point is remembered all the same, for later ones to point to.
  private int octets(DnsName name, boolean isPointedTo) {
    if (known == null || name.length() == 1) {
      return name.length();
    }
    int labels = name.labelCount();
    for (int left = labels; left > 0; left--) {
      DnsName suffix = name.suffix(left);
      int before = name.length() - suffix.length();
      if (known.contains(suffix.toString())) {
        return isPointedTo ? before + POINTER : name.length();
      }
      if (length + before < FARTHEST) {
        known.add(suffix.toString());
      }
    }
    return name.length();
  }
}
