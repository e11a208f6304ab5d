package io.servicesemantics.impl.routing;

import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.net.Protocol;

/**
 * Something a {@link FrontEndIndex} finds by address, port and protocol. The key is kept in plain
 * numbers, so that a look-up touches one slot and one object.
 */
abstract sealed class Listed permits Entrance, LiveAddress, Contest {

  private static final int PROTOCOL_SHIFT = 16;
  private static final int IPV6 = 1 << 18;
  private static final int ANY_PORT = 1 << 19;
  private static final int ANY_ADDRESS = 1 << 20;

  final long high;
  final long low;
  final int code;

  Listed(long high, long low, int code) {
    this.high = high;
    this.low = low;
    this.code = code;
  }

  /** The code of a port and protocol at an address of a family. */
  static int code(IpFamily family, int port, Protocol protocol) {
    return port | number(protocol) << PROTOCOL_SHIFT | (family == IpFamily.IPV6 ? IPV6 : 0);
  }

  private static int number(Protocol protocol) {
    return switch (protocol) {
      case TCP -> 0;
      case UDP -> 1;
      case SCTP -> 2;
    };
  }

  /** The code of a port at all addresses of the node, which are keyed as 0. */
  static int nodePortCode(IpFamily family, int port, Protocol protocol) {
    return code(family, port, protocol) | ANY_ADDRESS;
  }

  /** The code of an address as such. */
  static int addressCode(IpFamily family) {
    return (family == IpFamily.IPV6 ? IPV6 : 0) | ANY_PORT;
  }

  final boolean isAt(long atHigh, long atLow, int atCode) {
    return low == atLow && code == atCode && high == atHigh;
  }

  final int port() {
    return code & 0xffff;
  }

  final Protocol protocol() {
    return switch (code >>> PROTOCOL_SHIFT & 3) {
      case 0 -> Protocol.TCP;
      case 1 -> Protocol.UDP;
      default -> Protocol.SCTP;
    };
  }

  final IpFamily family() {
    return (code & IPV6) == 0 ? IpFamily.IPV4 : IpFamily.IPV6;
  }

  final IpAddress address() {
    return family() == IpFamily.IPV4 ? IpAddress.ofIpv4((int) low) : IpAddress.ofIpv6(high, low);
  }

  static int hash(long high, long low, int code) {
    long mixed = (low ^ high * 0x9e3779b97f4a7c15L ^ (long) code << 40) * 0xff51afd7ed558ccdL;
    mixed ^= mixed >>> 32;
    mixed *= 0xc4ceb9fe1a85ec53L;
    return (int) (mixed >>> 32);
  }

  final int hash() {
    return hash(high, low, code);
  }
}
