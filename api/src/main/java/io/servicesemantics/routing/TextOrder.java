package io.servicesemantics.routing;

import io.servicesemantics.net.IpFamily;

/**
 * The order of the texts {@code ip:port}, told without making them where both are IPv4.
 *
 * <p>There the order is that of four numbers and the port, each compared as its digits with the
 * character that follows: a dot sorts before all digits, a colon behind them, the end before all.
 */
final class TextOrder {

  private static final int HIGHEST_PORT = 65535;
  private static final int[] BEFORE_DOT = ranks('.');
  private static final int[] BEFORE_COLON = ranks(':');

  private TextOrder() {}

  static int compare(ServiceEndpoint one, ServiceEndpoint other) {
    return isPlain(one) && isPlain(other)
        ? Long.compare(rank(one), rank(other))
        : one.toString().compareTo(other.toString());
  }

  private static boolean isPlain(ServiceEndpoint endpoint) {
    return !endpoint.asWritten()
        && endpoint.address().family() == IpFamily.IPV4
        && endpoint.port() > 0
        && endpoint.port() <= HIGHEST_PORT;
  }

  private static long rank(ServiceEndpoint endpoint) {
    int bits = (int) endpoint.address().lowBits();
    long rank = BEFORE_DOT[bits >>> 24];
    rank = rank << 8 | BEFORE_DOT[bits >>> 16 & 0xff];
    rank = rank << 8 | BEFORE_DOT[bits >>> 8 & 0xff];
    rank = rank << 8 | BEFORE_COLON[bits & 0xff];
    return rank << 20 | portRank(endpoint.port());
  }

  // The digits filled up to five with zeros, then how many there were: 80 is before 800.
  private static int portRank(int port) {
    int digits = 5;
    int filled = port;
    while (filled < 10_000) {
      filled *= 10;
      digits--;
    }
    return filled << 3 | digits;
  }

  // The place of each octet among the texts of all octets, with what follows it.
  private static int[] ranks(char next) {
    int[] ranks = new int[256];
    for (int i = 0; i < ranks.length; i++) {
      String text = Integer.toString(i) + next;
      for (int j = 0; j < ranks.length; j++) {
        if (text.compareTo(Integer.toString(j) + next) > 0) {
          ranks[i]++;
        }
      }
    }
    return ranks;
  }
}
