package io.servicesemantics.impl.allocation;

import io.servicesemantics.admission.AllocationHolder;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.IpFamily;
import org.jspecify.annotations.Nullable;

/**
 * Who holds which address, of both families.
 *
 * <p>Held is an address, not a place in a network, so that networks may overlap. IPv6 addresses
 * stand by their last 64 bits under their first 64.
 */
final class HeldAddresses {

  static final HeldAddresses NONE = new HeldAddresses(NumberTrie.of(), NumberTrie.of(), 0);

  private final NumberTrie<AllocationHolder> ipv4;
  private final NumberTrie<NumberTrie<AllocationHolder>> ipv6;
  private final long ipv6Size;

  private HeldAddresses(
      NumberTrie<AllocationHolder> ipv4,
      NumberTrie<NumberTrie<AllocationHolder>> ipv6,
      long ipv6Size) {
    this.ipv4 = ipv4;
    this.ipv6 = ipv6;
    this.ipv6Size = ipv6Size;
  }

  @Nullable AllocationHolder holderOf(IpAddress address) {
    return numbersOf(address.family(), address.highBits()).get(address.lowBits());
  }

  /** The last 64 bits of the addresses held that begin with these 64. */
  NumberTrie<AllocationHolder> numbersOf(IpFamily family, long highBits) {
    if (family == IpFamily.IPV4) {
      return ipv4;
    }
    NumberTrie<AllocationHolder> numbers = ipv6.get(highBits);
    return numbers == null ? NumberTrie.of() : numbers;
  }

  /** These and an address that nobody holds. */
  HeldAddresses with(IpAddress address, AllocationHolder holder) {
    if (address.family() == IpFamily.IPV4) {
      return new HeldAddresses(ipv4.with(address.lowBits(), holder), ipv6, ipv6Size);
    }
    NumberTrie<AllocationHolder> numbers =
        numbersOf(IpFamily.IPV6, address.highBits()).with(address.lowBits(), holder);
    return new HeldAddresses(ipv4, ipv6.with(address.highBits(), numbers), ipv6Size + 1);
  }

  /** These without an address that somebody holds. */
  HeldAddresses without(IpAddress address) {
    NumberTrie<AllocationHolder> after =
        numbersOf(address.family(), address.highBits()).without(address.lowBits());
    if (address.family() == IpFamily.IPV4) {
      return new HeldAddresses(after, ipv6, ipv6Size);
    }
    long highBits = address.highBits();
    return new HeldAddresses(
        ipv4,
        after.size() == 0 ? ipv6.without(highBits) : ipv6.with(highBits, after),
        ipv6Size - 1);
  }

  long size(IpFamily family) {
    return family == IpFamily.IPV4 ? ipv4.size() : ipv6Size;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof HeldAddresses that
        && ipv6Size == that.ipv6Size
        && ipv4.equals(that.ipv4)
        && ipv6.equals(that.ipv6);
  }

  @Override
  public int hashCode() {
    return 31 * ipv4.hashCode() + ipv6.hashCode();
  }
}
