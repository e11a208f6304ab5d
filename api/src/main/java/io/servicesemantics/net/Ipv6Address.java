package io.servicesemantics.net;

/** An IPv6 address: 128 bits. */
final class Ipv6Address extends IpAddress {
  private static final long serialVersionUID = 1L;

  private final long high;
  private final long low;

  Ipv6Address(long high, long low) {
    this.high = high;
    this.low = low;
  }

  @Override
  public IpFamily family() {
    return IpFamily.IPV6;
  }

  @Override
  public long highBits() {
    return high;
  }

  @Override
  public long lowBits() {
    return low;
  }
}
