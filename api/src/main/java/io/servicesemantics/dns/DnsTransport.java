package io.servicesemantics.dns;

import static com.google.common.base.Preconditions.checkArgument;

import java.io.Serializable;

/**
 * What a question comes by, as far as answers are cut to fit it (dns 9.1).
 *
 * @param mostOctets how long an answer may be, 512 to 65,535 octets
 * @param isDatagram whether an answer is one datagram: UDP
 * @param isIpv6 whether the client is an IPv6 one, whose datagrams are compressed sooner
 */
public record DnsTransport(int mostOctets, boolean isDatagram, boolean isIpv6)
    implements Serializable {

  /** TCP, by which nothing is cut that can be sent at all. */
  public static final DnsTransport TCP = new DnsTransport(65535, false, false);

  /** UDP without extensions: 512 octets. */
  public static final DnsTransport UDP = new DnsTransport(512, true, false);

  /** Checks the range. */
  public DnsTransport {
    checkArgument(
        mostOctets >= 512 && mostOctets <= 65535,
        "Length of an answer: \"%s\"; expected 512 to 65535 octets",
        mostOctets);
  }

  /**
   * Returns UDP with a size the client advertises (EDNS, RFC 6891).
   *
   * @param octets the size; less than 512 counts as 512
   * @return the transport
   */
  public static DnsTransport udp(int octets) {
    return new DnsTransport(Math.max(octets, UDP.mostOctets), true, false);
  }
}
