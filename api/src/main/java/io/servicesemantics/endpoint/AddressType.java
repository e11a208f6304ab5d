package io.servicesemantics.endpoint;

import io.servicesemantics.net.IpFamily;
import io.servicesemantics.object.WireName;

/** What the addresses of a slice are: {@code addressType}. */
public enum AddressType implements WireName {
  /** IPv4 addresses. */
  IPV4("IPv4"),
  /** IPv6 addresses. */
  IPV6("IPv6"),
  /** Domain names; deprecated, and nobody routes to them. */
  FQDN("FQDN");

  private final String wireName;

  AddressType(String wireName) {
    this.wireName = wireName;
  }

  /**
   * Returns the type of the addresses of a family.
   *
   * @param family the family
   * @return its type
   */
  public static AddressType of(IpFamily family) {
    return family == IpFamily.IPV6 ? IPV6 : IPV4;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
