package io.servicesemantics.net;

import org.jspecify.annotations.Nullable;

/**
 * How a text spells an address or a network: what the API server asks before it takes one.
 *
 * <p>Of several oddities the first in this order is told, the API server's own ({@code api 3.6}).
 * Read what an odd text means with {@link IpAddress#tryParseLenient} or {@link
 * Cidr#tryParseLenient}.
 */
public enum AddressNotation {
  /** No address or network, however leniently read. */
  UNREADABLE,
  /** Readable only by overlooking superfluous zeros: {@code 010.0.0.1}, {@code 10.0.0.0/08}. */
  LEADING_ZEROS,
  /** An IPv4 address written as IPv6: {@code ::ffff:10.0.0.1}. */
  IPV4_MAPPED,
  /** A network whose address is not its first: {@code 10.0.0.1/8}; never of an address. */
  HOST_BITS,
  /** Unambiguous, but not as Kubernetes would print it: {@code FD00:0::1}; IPv6 only. */
  NON_CANONICAL,
  /** Exactly as Kubernetes would print it. */
  CANONICAL;

  /** {@return how the text spells an address} */
  public static AddressNotation ofAddress(String text) {
    if (AddressReader.strictIpv4(text, 0, text.length()) >= 0) {
      return CANONICAL;
    }
    IpAddress address = AddressReader.strict(text, 0, text.length());
    if (address == null) {
      return unlessStrict(AddressReader.lenient(text, 0, text.length()));
    }
    if (address.isIpv4Mapped()) {
      return IPV4_MAPPED;
    }
    return spelled(address, text);
  }

  /** {@return how the text spells a network} */
  public static AddressNotation ofCidr(String text) {
    int slash = text.indexOf('/');
    long ipv4 = slash < 0 ? -1 : AddressReader.strictIpv4(text, 0, slash);
    int length = ipv4 < 0 ? -1 : CidrReader.strictLength(text, slash + 1);
    if (length >= 0 && length <= 32) {
      return (ipv4 & ((1L << (32 - length)) - 1)) == 0 ? CANONICAL : HOST_BITS;
    }
    Cidr cidr = CidrReader.strict(text);
    if (cidr == null) {
      return unlessStrict(CidrReader.lenient(text));
    }
    if (cidr.address().isIpv4Mapped()) {
      return IPV4_MAPPED;
    }
    return cidr.hasHostBits() ? HOST_BITS : spelled(cidr, text);
  }

  private static AddressNotation unlessStrict(@Nullable Object leniently) {
    return leniently == null ? UNREADABLE : LEADING_ZEROS;
  }

  private static AddressNotation spelled(Object value, String text) {
    return value.toString().equals(text) ? CANONICAL : NON_CANONICAL;
  }
}
