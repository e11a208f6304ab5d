package io.servicesemantics.impl.allocation;

import io.servicesemantics.net.Cidr;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.IpFamily;

/**
 * A network of a ServiceCIDR.
 *
 * @param network the network, without host bits
 * @param isReady whether addresses are given from it
 * @param bands which of its addresses can be had; none of an IPv6 network that is too wide
 */
record AddressRange(Cidr network, boolean isReady, Bands bands) {

  static AddressRange of(Cidr network, boolean isReady) {
    Cidr masked = network.masked();
    return new AddressRange(masked, isReady, Bands.of(masked));
  }

  /** Whether an address can be had from here, when it is ready. */
  boolean gives(IpAddress address) {
    return address.family() == network.family()
        && address.highBits() == highBits()
        && bands.contains(address.lowBits());
  }

  /**
   * Whether a Service may have the address, ready or not: neither the network's own one nor, in
   * IPv4, the one for broadcast.
   *
   * <p>Source: {@code pkg/api/servicecidr/servicecidr.go}, PrefixContainsIP.
   */
  boolean has(IpAddress address) {
    return network.contains(address)
        && !address.equals(network.first())
        && !(address.family() == IpFamily.IPV4 && address.equals(network.last()));
  }

  /** The first 64 bits of all addresses it gives. */
  long highBits() {
    return network.address().highBits();
  }

  /** The address of one of its numbers. */
  IpAddress address(long number) {
    return network.family() == IpFamily.IPV4
        ? IpAddress.ofIpv4((int) number)
        : IpAddress.ofIpv6(highBits(), number);
  }
}
