package io.servicesemantics.dns;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.IpFamily;
import java.io.Serializable;

/** What a record says of its owner: one kind of data for each type of record. */
public sealed interface RecordData extends Serializable {

  /** {@return the type of record it makes} */
  RecordType type();

  /**
   * An address: A or AAAA, by its family.
   *
   * @param address the address
   */
  record Address(IpAddress address) implements RecordData {
    /** Checks that there is an address. */
    public Address {
      checkNotNull(address, "Address of a record is null; expected one");
    }

    @Override
    public RecordType type() {
      return address.family() == IpFamily.IPV4 ? RecordType.A : RecordType.AAAA;
    }

    @Override
    public String toString() {
      return address.toString();
    }
  }

  /**
   * Another name for the owner.
   *
   * @param target the name to ask about instead
   */
  record Cname(DnsName target) implements RecordData {
    /** Checks that there is a target. */
    public Cname {
      checkNotNull(target, "Target of a CNAME is null; expected a name");
    }

    @Override
    public RecordType type() {
      return RecordType.CNAME;
    }

    @Override
    public String toString() {
      return target.toString();
    }
  }

  /**
   * A name server of the owner.
   *
   * @param target the server's name
   */
  record Ns(DnsName target) implements RecordData {
    /** Checks that there is a target. */
    public Ns {
      checkNotNull(target, "Name of a name server is null; expected one");
    }

    @Override
    public RecordType type() {
      return RecordType.NS;
    }

    @Override
    public String toString() {
      return target.toString();
    }
  }

  /**
   * The name of the address that the owner spells.
   *
   * @param target the name
   */
  record Ptr(DnsName target) implements RecordData {
    /** Checks that there is a target. */
    public Ptr {
      checkNotNull(target, "Target of a PTR is null; expected a name");
    }

    @Override
    public RecordType type() {
      return RecordType.PTR;
    }

    @Override
    public String toString() {
      return target.toString();
    }
  }

  /**
   * Where a service is to be had (RFC 2782).
   *
   * @param priority lower is tried first
   * @param weight how much of those of one priority
   * @param port the port
   * @param target the host's name
   */
  record Srv(int priority, int weight, int port, DnsName target) implements RecordData {
    /** Checks the ranges. */
    public Srv {
      checkArgument(isShort(priority), "Priority: \"%s\"; expected 0 to 65535", priority);
      checkArgument(isShort(weight), "Weight: \"%s\"; expected 0 to 65535", weight);
      checkArgument(isShort(port), "Port: \"%s\"; expected 0 to 65535", port);
      checkNotNull(target, "Target of an SRV is null; expected a name");
    }

    private static boolean isShort(int number) {
      return number >= 0 && number <= 65535;
    }

    @Override
    public RecordType type() {
      return RecordType.SRV;
    }

    @Override
    public String toString() {
      return priority + " " + weight + " " + port + " " + target;
    }
  }

  /**
   * Text.
   *
   * @param strings the pieces, each at most 255 octets
   */
  record Txt(ImmutableList<String> strings) implements RecordData {
    /** Checks that no piece is too long. */
    public Txt {
      for (String string : strings) {
        checkArgument(
            CharacterString.isShortEnough(string),
            "Text of a record: \"%s\"; expected 255 octets at most",
            string);
      }
    }

    @Override
    public RecordType type() {
      return RecordType.TXT;
    }

    @Override
    public String toString() {
      return CharacterString.quoted(strings);
    }
  }

  /**
   * The start of a zone.
   *
   * @param primary the zone's first name server
   * @param mailbox who answers for the zone, the at sign written as a dot
   * @param serial the zone's version
   * @param refresh how often copies ask, in seconds
   * @param retry when they ask again, in seconds
   * @param expire how long copies hold without asking, in seconds
   * @param minimum how long an answer that there is nothing may be kept, in seconds
   */
  record Soa(
      DnsName primary,
      DnsName mailbox,
      long serial,
      long refresh,
      long retry,
      long expire,
      long minimum)
      implements RecordData {
    /** Checks the ranges. */
    public Soa {
      checkNotNull(primary, "Primary name server is null; expected its name");
      checkNotNull(mailbox, "Mailbox of a zone is null; expected a name");
      for (long number : new long[] {serial, refresh, retry, expire, minimum}) {
        checkArgument(
            number >= 0 && number <= 0xffff_ffffL,
            "Number of an SOA: \"%s\"; expected 32 bits without sign",
            number);
      }
    }

    @Override
    public RecordType type() {
      return RecordType.SOA;
    }

    @Override
    public String toString() {
      return primary + " " + mailbox + " " + serial + " " + refresh + " " + retry + " " + expire
          + " " + minimum;
    }
  }

  /**
   * Data of a type that this library does not look into, as text of a zone file.
   *
   * @param type the type
   * @param text the data on one line, with single blanks between fields
   */
  record Other(RecordType type, String text) implements RecordData {
    /** Checks that no part is missing, and that the data stay on their line. */
    public Other {
      checkNotNull(type, "Type of a record is null; expected one");
      checkNotNull(text, "Data of a record is null; expected text");
      checkArgument(isOneLine(text), "Data of a record: \"%s\"; expected text of one line", text);
    }

    static boolean isOneLine(String text) {
      return CharMatcher.javaIsoControl().matchesNoneOf(text);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
