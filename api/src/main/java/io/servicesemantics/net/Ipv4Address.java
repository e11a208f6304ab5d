package io.servicesemantics.net;

/** An IPv4 address: 32 bits, since clusters have many of them. */
final class Ipv4Address extends IpAddress {
  private static final long serialVersionUID = 1L;

  private final int bits;

  Ipv4Address(int bits) {
    this.bits = bits;
  }

  @Override
  public IpFamily family() {
    return IpFamily.IPV4;
  }

  @Override
  public long highBits() {
    return 0;
  }

  @Override
  public long lowBits() {
    return Integer.toUnsignedLong(bits);
  }
}
