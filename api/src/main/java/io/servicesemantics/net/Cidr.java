package io.servicesemantics.net;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A network: all addresses that begin with the same bits, such as {@code 10.96.0.0/12}.
 *
 * <p>It keeps the address it was given, as objects do: {@code 10.0.0.1/8} and {@code 10.0.0.0/8}
 * have the same addresses and are not equal. {@link #masked} gives the network itself, {@link
 * #hasHostBits} tells the two apart.
 *
 * <p>Networks are ordered by family, first address, length (the wider first), then address given.
 */
public final class Cidr implements Comparable<Cidr>, Serializable {
  private static final long serialVersionUID = 1L;

  /** The address as given. */
  private final IpAddress address;

  /** How many of its first bits are common to the network. */
  private final int prefixLength;

  private Cidr(IpAddress address, int prefixLength) {
    this.address = address;
    this.prefixLength = prefixLength;
  }

  /**
   * {@return the network of this many first bits of an address, which is kept}
   *
   * @throws IllegalArgumentException when the length is negative or more than the family's 32 or
   *     128 bits
   */
  public static Cidr of(IpAddress address, int prefixLength) {
    checkArgument(
        isLength(address, prefixLength),
        "Prefix length: %s; expected 0 to %s for %s",
        prefixLength,
        address.family().bits(),
        address.family().wireName());
    return new Cidr(address, prefixLength);
  }

  /**
   * Reads a network as Go's {@code netip.ParsePrefix} does: no leading zeros in the address or the
   * length; and, as the API server, no IPv4-mapped address ({@code api 3.6}). Bits beyond the
   * length are kept, though the API server refuses them in new objects: see {@link #hasHostBits}.
   *
   * @throws IllegalArgumentException for any other text
   */
  public static Cidr parse(String text) {
    Cidr cidr = readStrict(text);
    checkArgument(
        cidr != null,
        "CIDR: \"%s\"; expected an address and a prefix length such as 10.9.8.0/24 or"
            + " 2001:db8::/64, without leading zeros, and not IPv4-mapped",
        Ascii.truncate(text, 80, "..."));
    return cidr;
  }

  /** {@return the network {@link #parse} would read, or nothing where it would throw} */
  public static Optional<Cidr> tryParse(String text) {
    return Optional.ofNullable(readStrict(text));
  }

  /**
   * Reads a network as Kubernetes reads those of old objects ({@code api 3.6}, {@code
   * netutils.ParseCIDRSloppy}): leading zeros do no harm. IPv4-mapped, {@code ::ffff:10.0.0.0/104}
   * is {@code 10.0.0.0/8}; with a length below 96 it stays an IPv6 network, as in Go. Spaces around
   * it are refused: who allows them trims first.
   */
  public static Optional<Cidr> tryParseLenient(String text) {
    Cidr cidr = CidrReader.lenient(text);
    if (cidr != null && cidr.address.isIpv4Mapped() && cidr.prefixLength >= 96) {
      return Optional.of(of(cidr.address.unmapped(), cidr.prefixLength - 96));
    }
    return Optional.ofNullable(cidr);
  }

  /** {@return whether the text is a network without host bits, exactly as Kubernetes prints it} */
  public static boolean isCanonical(String text) {
    return AddressNotation.ofCidr(text) == AddressNotation.CANONICAL;
  }

  private static @Nullable Cidr readStrict(String text) {
    Cidr cidr = CidrReader.strict(text);
    return cidr == null || cidr.address.isIpv4Mapped() ? null : cidr;
  }

  private static boolean isLength(IpAddress address, int prefixLength) {
    return prefixLength >= 0 && prefixLength <= address.family().bits();
  }

  /** {@return the address as given, which need not be the first} */
  public IpAddress address() {
    return address;
  }

  /** {@return how many first bits all its addresses share: 0 to 32 or 128} */
  public int prefixLength() {
    return prefixLength;
  }

  /** {@return the family of its addresses} */
  public IpFamily family() {
    return address.family();
  }

  /** {@return whether the address given has bits set beyond the prefix length} */
  public boolean hasHostBits() {
    return (address.highBits() & ~highMask()) != 0 || (address.lowBits() & ~lowMask()) != 0;
  }

  /** {@return the same network, written with its first address} */
  public Cidr masked() {
    return hasHostBits() ? new Cidr(first(), prefixLength) : this;
  }

  /** {@return the lowest address: the network's own} */
  public IpAddress first() {
    return hasHostBits()
        ? sibling(address.highBits() & highMask(), address.lowBits() & lowMask())
        : address;
  }

  /** {@return the highest address; in IPv4 usually for broadcast} */
  public IpAddress last() {
    return sibling(address.highBits() | ~highMask(), address.lowBits() | ~lowMask());
  }

  /** {@return how many addresses it has: a power of two} */
  public BigInteger size() {
    return BigInteger.ONE.shiftLeft(hostBits());
  }

  /** {@return how many addresses it has, or {@link Long#MAX_VALUE} where that is more} */
  public long saturatedSize() {
    return hostBits() >= 63 ? Long.MAX_VALUE : 1L << hostBits();
  }

  /**
   * {@return the address this many places after the first}
   *
   * @throws IllegalArgumentException when the offset is negative or past the last address
   */
  public IpAddress address(long offset) {
    checkArgument(
        offset >= 0 && (hostBits() >= 63 || offset < saturatedSize()),
        "Offset into %s: %s; expected 0 or more and less than %s",
        this,
        offset,
        saturatedSize());
    return sibling(address.highBits() & highMask(), (address.lowBits() & lowMask()) | offset);
  }

  /**
   * {@return how many places after the first the address is; nothing when it is not in the network,
   * or too far for a {@code long}}
   */
  public OptionalLong offsetOf(IpAddress candidate) {
    long offset = candidate.lowBits() & ~lowMask();
    boolean tellable = offset >= 0 && (candidate.highBits() & ~highMask()) == 0;
    return tellable && contains(candidate) ? OptionalLong.of(offset) : OptionalLong.empty();
  }

  /**
   * {@return whether the address is in the network} No IPv4 network has IPv6 addresses or the other
   * way round; unmap a mapped address first.
   */
  public boolean contains(IpAddress candidate) {
    return candidate.family() == family()
        && ((candidate.highBits() ^ address.highBits()) & highMask()) == 0
        && ((candidate.lowBits() ^ address.lowBits()) & lowMask()) == 0;
  }

  /** {@return whether every address of the other network is in this one} */
  public boolean contains(Cidr other) {
    return prefixLength <= other.prefixLength && contains(other.address);
  }

  /** {@return whether the two have an address in common: then one contains the other} */
  public boolean overlaps(Cidr other) {
    return contains(other) || other.contains(this);
  }

  /**
   * {@return the reverse DNS zones that together hold exactly the names of its addresses} One where
   * the length is whole octets (IPv4) or hexadecimal digits (IPv6): {@code 10.96.0.0/16} has {@code
   * 96.10.in-addr.arpa.}; otherwise that of each next longer network, so {@code 10.96.0.0/12} has
   * 16; at most 128, in the order of the addresses.
   */
  public ImmutableList<String> reverseZones() {
    return ReverseNames.zones(this);
  }

  private IpAddress sibling(long high, long low) {
    return family() == IpFamily.IPV4 ? IpAddress.ofIpv4((int) low) : IpAddress.ofIpv6(high, low);
  }

  private int hostBits() {
    return family().bits() - prefixLength;
  }

  // Of 128 bits; an IPv4 address fills the last 32.
  private long highMask() {
    return hostBits() >= 128 ? 0 : hostBits() <= 64 ? -1 : -1L << (hostBits() - 64);
  }

  private long lowMask() {
    return hostBits() >= 64 ? 0 : -1L << hostBits();
  }

  @Override
  public int compareTo(Cidr other) {
    int byFirst = first().compareTo(other.first());
    if (byFirst != 0) {
      return byFirst;
    }
    int byLength = Integer.compare(prefixLength, other.prefixLength);
    return byLength != 0 ? byLength : address.compareTo(other.address);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Cidr that
        && prefixLength == that.prefixLength
        && address.equals(that.address);
  }

  @Override
  public int hashCode() {
    return 31 * address.hashCode() + prefixLength;
  }

  /** {@return the address as given, canonical, and the length; {@link #parse} reads it back} */
  @Override
  public String toString() {
    return address + "/" + prefixLength;
  }

  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    in.defaultReadObject();
    if (address == null || !isLength(address, prefixLength)) {
      throw new InvalidObjectException("Serialized CIDR: prefix length out of its family's range");
    }
  }
}
