package io.servicesemantics.impl.dns;

import io.servicesemantics.dns.DnsName;

/**
 * Where the labels of a name begin, left of a zone: packed into one number, so that looking a name
 * up allocates nothing. Of more labels than any name of a cluster has, only the number is told.
 */
final class QueryLabels {

  /** More labels than any name of a cluster has. */
  static final int TOO_MANY = 7;

  private static final int COUNT_SHIFT = 56;
  private static final long PLACES = (1L << COUNT_SHIFT) - 1;

  private QueryLabels() {}

  /** The labels of a name before the octet at which a zone begins. */
  static long of(DnsName name, int end) {
    long places = 0;
    int count = 0;
    for (int at = 0; at < end; at += name.octet(at) + 1) {
      places = (places << Byte.SIZE) | at;
      count++;
    }
    return (places & PLACES) | ((long) Math.min(count, TOO_MANY) << COUNT_SHIFT);
  }

  /** How many there are, {@link #TOO_MANY} at most. */
  static int count(long labels) {
    return (int) (labels >>> COUNT_SHIFT);
  }

  /** The place of a label, counted from the zone on: 0 is the one next to it. */
  static int fromZone(long labels, int index) {
    return (int) (labels >>> (index * Byte.SIZE)) & 0xff;
  }
}
