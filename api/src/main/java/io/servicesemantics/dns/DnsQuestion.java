package io.servicesemantics.dns;

import static com.google.common.base.Preconditions.checkNotNull;

import java.io.Serializable;

/**
 * A question to a name server: a name and a type (RFC 1035 section 4.1.2).
 *
 * @param name the name, whose spelling answers repeat
 * @param type the type of records asked for
 * @param dnsClass the class, in practice IN
 */
public record DnsQuestion(DnsName name, RecordType type, DnsClass dnsClass)
    implements Serializable {

  /** Checks that no part is missing. */
  public DnsQuestion {
    checkNotNull(name, "Name of a question is null; expected one");
    checkNotNull(type, "Type of a question is null; expected one");
    checkNotNull(dnsClass, "Class of a question is null; expected one");
  }

  /**
   * Returns a question of class IN.
   *
   * @param name the name
   * @param type the type of records
   * @return the question
   */
  public static DnsQuestion of(DnsName name, RecordType type) {
    return new DnsQuestion(name, type, DnsClass.IN);
  }

  /**
   * Returns a question of class IN.
   *
   * @param name the name, with or without a dot behind
   * @param type the type of records
   * @return the question
   * @throws IllegalArgumentException if the text is no name
   */
  public static DnsQuestion of(String name, RecordType type) {
    return of(DnsName.parse(name), type);
  }

  /** {@return such as {@code web.shop.svc.cluster.local. IN A}} */
  @Override
  public String toString() {
    return name + " " + dnsClass + " " + type;
  }
}
