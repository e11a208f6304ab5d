package io.servicesemantics.impl.dns;

import io.servicesemantics.net.IpAddress;

/**
 * An address that a Service or an endpoint has, by which it is looked up (dns 8). IPv4 addresses
 * stand in their mapped form, which is asked for as well.
 */
final class ReverseNode extends Keyed {

  private final long high;
  private final long low;
  private final NameNode target;
  private final boolean isTold;
  private final ZoneAnswer answer;

  /**
   * Makes what is found by an address.
   *
   * @param isTold whether names of its namespace are told (dns 8.3)
   */
  ReverseNode(IpAddress address, NameNode target, boolean isTold) {
    super(Letters.hash(ReverseAddresses.high(address), ReverseAddresses.low(address)));
    high = ReverseAddresses.high(address);
    low = ReverseAddresses.low(address);
    this.target = target;
    this.isTold = isTold;
    answer = new ReverseAnswer(this);
  }

  boolean isAt(long atHigh, long atLow) {
    return low == atLow && high == atHigh;
  }

  IpAddress address() {
    return ReverseAddresses.of(high, low);
  }

  /** The Service or endpoint whose name it tells. */
  NameNode target() {
    return target;
  }

  boolean isTold() {
    return isTold;
  }

  boolean isOfService() {
    return target instanceof ServiceEntry;
  }

  /** The PTR record, for an address that nobody else has. */
  ZoneAnswer answer() {
    return answer;
  }
}
