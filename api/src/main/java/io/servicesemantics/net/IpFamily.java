package io.servicesemantics.net;

import io.servicesemantics.object.WireName;

/** One of the two families of IP addresses, which Kubernetes always treats apart. */
public enum IpFamily implements WireName {
  /** Addresses of 32 bits, such as {@code 10.96.0.1}. */
  IPV4("IPv4", 32),
  /** Addresses of 128 bits, such as {@code fd00::1}. */
  IPV6("IPv6", 128);

  private final String wireName;
  private final int bits;

  IpFamily(String wireName, int bits) {
    this.wireName = wireName;
    this.bits = bits;
  }

  @Override
  public String wireName() {
    return wireName;
  }

  /** {@return how many bits an address has: 32 or 128} */
  public int bits() {
    return bits;
  }

  /** {@return the address by which a host calls itself: {@code 127.0.0.1} or {@code ::1}} */
  public IpAddress loopback() {
    return this == IPV4 ? IpAddress.ofIpv4(0x7f00_0001) : IpAddress.ofIpv6(0, 1);
  }
}
