package io.servicesemantics.net;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.Ascii;
import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An IPv4 or IPv6 address, without a zone.
 *
 * <pre>{@code
 * IpAddress address = IpAddress.parse("10.96.0.1");
 * address.family();        // IPV4
 * address.reverseName();   // 1.0.96.10.in-addr.arpa.
 * }</pre>
 *
 * <p>Addresses are ordered IPv4 first, then as unsigned numbers. Kubernetes treats an IPv4-mapped
 * IPv6 address ({@code ::ffff:10.0.0.1}) as the IPv4 address in it: {@link #tryParseLenient} gives
 * that one, {@link #parse} refuses it, and only {@link #ofIpv6} and arithmetic can make the mapped
 * form, which equals no IPv4 address until {@link #unmapped} is asked.
 */
public abstract sealed class IpAddress implements Comparable<IpAddress>, Serializable
    permits Ipv4Address, Ipv6Address {
  private static final long serialVersionUID = 1L;
  private static final long IPV4_MASK = 0xffff_ffffL;

  IpAddress() {}

  /** {@return the IPv4 address of these 32 bits, the first octet in the highest} */
  public static IpAddress ofIpv4(int bits) {
    return new Ipv4Address(bits);
  }

  /** {@return the IPv6 address of these 128 bits, also where it is an IPv4-mapped one} */
  public static IpAddress ofIpv6(long highBits, long lowBits) {
    return new Ipv6Address(highBits, lowBits);
  }

  /**
   * {@return the address of these 4 or 16 bytes, in network order}
   *
   * @throws IllegalArgumentException for any other number of bytes
   */
  public static IpAddress of(byte[] bytes) {
    checkArgument(
        bytes.length == 4 || bytes.length == 16,
        "Length of an address: %s; expected 4 or 16 bytes",
        bytes.length);
    long high = 0;
    long low = 0;
    for (byte b : bytes) {
      high = high << 8 | low >>> 56;
      low = low << 8 | (b & 0xff);
    }
    return bytes.length == 4 ? ofIpv4((int) low) : ofIpv6(high, low);
  }

  /**
   * Reads an address as the API server demands it of new objects ({@code api 3.6}, strict form): no
   * leading zeros in IPv4 octets, at most four digits a group in IPv6, no zone, not IPv4-mapped.
   * The text need not be canonical: {@code FD00:0::1} is taken.
   *
   * @throws IllegalArgumentException for any other text
   */
  public static IpAddress parse(String text) {
    IpAddress address = readStrict(text);
    checkArgument(
        address != null,
        "IP address: \"%s\"; expected an IPv4 or IPv6 address such as 10.9.8.7 or 2001:db8::ffff,"
            + " without leading zeros or zone, and not IPv4-mapped",
        Ascii.truncate(text, 80, "..."));
    return address;
  }

  /** {@return the address {@link #parse} would read, or nothing where it would throw} */
  public static Optional<IpAddress> tryParse(String text) {
    return Optional.ofNullable(readStrict(text));
  }

  /**
   * Reads an address as Kubernetes reads those of old objects ({@code api 3.6}, sloppy grammar,
   * {@code netutils.ParseIPSloppy}): leading zeros do no harm and are not octal ({@code 010.0.0.1}
   * is {@code 10.0.0.1}), and an IPv4-mapped address is the IPv4 address in it. Empty for what is
   * no address even so. Takes time linear in the text.
   */
  public static Optional<IpAddress> tryParseLenient(String text) {
    IpAddress address = AddressReader.lenient(text, 0, text.length());
    return address == null ? Optional.empty() : Optional.of(address.unmapped());
  }

  /** {@return whether the text is an address spelled exactly as Kubernetes would print it} */
  public static boolean isCanonical(String text) {
    return AddressNotation.ofAddress(text) == AddressNotation.CANONICAL;
  }

  private static @Nullable IpAddress readStrict(String text) {
    IpAddress address = AddressReader.strict(text, 0, text.length());
    return address == null || address.isIpv4Mapped() ? null : address;
  }

  /** {@return the family} */
  public abstract IpFamily family();

  /** {@return the first 64 bits of an IPv6 address; 0 for IPv4} */
  public abstract long highBits();

  /** {@return the last 64 bits of an IPv6 address; for IPv4 its 32 bits, as an unsigned number} */
  public abstract long lowBits();

  /** {@return the 4 or 16 bytes, in network order; a new array each time} */
  public byte[] toBytes() {
    int length = family().bits() / 8;
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      int shift = 8 * (length - 1 - i);
      bytes[i] = (byte) (shift < 64 ? lowBits() >>> shift : highBits() >>> (shift - 64));
    }
    return bytes;
  }

  /** {@return the address after this one} As {@link #plus plus(1)}. */
  public IpAddress next() {
    return plus(1);
  }

  /**
   * {@return the address this many places after this one; before it, for a negative distance}
   *
   * @throws IllegalArgumentException when the family has no such address
   */
  public IpAddress plus(long distance) {
    long sum = lowBits() + distance;
    boolean inside;
    long newHigh = highBits();
    if (family() == IpFamily.IPV4) {
      inside = distance >= -lowBits() && distance <= IPV4_MASK - lowBits();
    } else if (distance >= 0) {
      boolean carries = Long.compareUnsigned(sum, lowBits()) < 0;
      newHigh += carries ? 1 : 0;
      inside = !carries || highBits() != -1;
    } else {
      boolean borrows = Long.compareUnsigned(sum, lowBits()) > 0;
      newHigh -= borrows ? 1 : 0;
      inside = !borrows || highBits() != 0;
    }
    checkArgument(
        inside, "Distance from %s: %s; expected one that stays in its family", this, distance);
    return family() == IpFamily.IPV4 ? ofIpv4((int) sum) : ofIpv6(newHigh, sum);
  }

  /** {@return whether it is an IPv6 address in {@code ::ffff:0:0/96}} */
  public boolean isIpv4Mapped() {
    return family() == IpFamily.IPV6 && highBits() == 0 && lowBits() >>> 32 == 0xffff;
  }

  /** {@return the IPv4 address in an IPv4-mapped one; any other address itself} */
  public IpAddress unmapped() {
    return isIpv4Mapped() ? ofIpv4((int) lowBits()) : this;
  }

  /** {@return whether it is {@code 0.0.0.0} or {@code ::}} */
  public boolean isUnspecified() {
    return isIpv4Like() ? ipv4() == 0 : (highBits() | lowBits()) == 0;
  }

  /** {@return whether it is in {@code 127.0.0.0/8} or is {@code ::1}} */
  public boolean isLoopback() {
    return isIpv4Like() ? ipv4() >>> 24 == 127 : highBits() == 0 && lowBits() == 1;
  }

  /**
   * {@return whether it is in {@code 10/8}, {@code 172.16/12}, {@code 192.168/16}, {@code
   * fc00::/7}}
   */
  public boolean isPrivate() {
    return isIpv4Like()
        ? ipv4() >>> 24 == 10 || ipv4() >>> 20 == 0xac1 || ipv4() >>> 16 == 0xc0a8
        : highBits() >>> 57 == 0xfc >>> 1;
  }

  /** {@return whether it is in {@code 169.254.0.0/16} or {@code fe80::/10}} */
  public boolean isLinkLocalUnicast() {
    return isIpv4Like() ? ipv4() >>> 16 == 0xa9fe : highBits() >>> 54 == 0xfe80 >>> 6;
  }

  /** {@return whether it is in {@code 224.0.0.0/4} or {@code ff00::/8}} */
  public boolean isMulticast() {
    return isIpv4Like() ? ipv4() >>> 28 == 0xe : highBits() >>> 56 == 0xff;
  }

  /**
   * {@return whether it is in {@code 224.0.0.0/24} or IPv6 multicast of scope 2} Its flags do not
   * matter: {@code ff12::1} is one.
   */
  public boolean isLinkLocalMulticast() {
    return isIpv4Like() ? ipv4() >>> 8 == 0xe00000 : isMulticastOfScope(2);
  }

  /** {@return whether it is IPv6 multicast of scope 1; IPv4 has no such address} */
  public boolean isInterfaceLocalMulticast() {
    return !isIpv4Like() && isMulticastOfScope(1);
  }

  private boolean isMulticastOfScope(int scope) {
    return highBits() >>> 56 == 0xff && (highBits() >>> 48 & 0xf) == scope;
  }

  // Go's net.IP asks a mapped address about the IPv4 address in it, and so do these questions.
  private boolean isIpv4Like() {
    return family() == IpFamily.IPV4 || isIpv4Mapped();
  }

  private long ipv4() {
    return lowBits() & IPV4_MASK;
  }

  /**
   * {@return the name its PTR record has, with the final dot: {@code 1.0.96.10.in-addr.arpa.}} In
   * IPv6 one label a hexadecimal digit, under {@code ip6.arpa.} (RFC 1035 3.5, RFC 3596 2.5).
   */
  public String reverseName() {
    return ReverseNames.of(this);
  }

  @Override
  public int compareTo(IpAddress other) {
    int byFamily = family().compareTo(other.family());
    if (byFamily != 0) {
      return byFamily;
    }
    int byHigh = Long.compareUnsigned(highBits(), other.highBits());
    return byHigh != 0 ? byHigh : Long.compareUnsigned(lowBits(), other.lowBits());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof IpAddress that
        && family() == that.family()
        && highBits() == that.highBits()
        && lowBits() == that.lowBits();
  }

  @Override
  public int hashCode() {
    return 31 * (31 * Long.hashCode(highBits()) + Long.hashCode(lowBits())) + family().bits();
  }

  /**
   * {@return the canonical text: dotted decimal, or RFC 5952} {@link #parse} reads it back, unless
   * the address is IPv4-mapped, which prints as {@code ::ffff:10.0.0.1}.
   */
  @Override
  public String toString() {
    return AddressPrinter.canonical(this);
  }
}
