package io.servicesemantics.impl.allocation;

import io.servicesemantics.admission.NumberPicker;
import io.servicesemantics.net.Cidr;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.net.PortRange;

/**
 * The numbers of one range that can be had, as unsigned ones, in two bands: the static one, kept
 * for who asks for a certain number, and above it the dynamic one.
 *
 * <p>Of an address the number is its last 64 bits: no range has more (api 6.1).
 *
 * @param first the lowest number
 * @param dynamicFirst the lowest number of the dynamic band; {@code first} where the static one is
 *     empty
 * @param last the highest number, 0 where there is no number at all
 */
record Bands(long first, long dynamicFirst, long last) {

  /** The longest IPv6 network whose host bits do not fit in a number, and which gives nothing. */
  private static final int TOO_MANY_HOST_BITS = 65;

  private static final Bands NONE = new Bands(1, 1, 0);

  // Golden-ratio steps, so that the draws within one pick are as unlike as those of two requests.
  private static final long DRAW_STEP = 0x9e3779b97f4a7c15L;

  /**
   * The addresses a network gives: neither its first nor, in IPv4, its last one.
   *
   * <p>Source: {@code ipallocator.go}, NewIPAllocator and hostsPerNetwork (api 6.1).
   */
  static Bands of(Cidr network) {
    int hostBits = network.family().bits() - network.prefixLength();
    boolean isIpv4 = network.family() == IpFamily.IPV4;
    if (hostBits >= TOO_MANY_HOST_BITS || hostBits < (isIpv4 ? 2 : 1)) {
      return NONE;
    }
    long first = network.first().lowBits() + 1;
    long last = network.last().lowBits() - (isIpv4 ? 1 : 0);
    return new Bands(first, first + staticLength(hostBits, isIpv4), last);
  }

  // bitmap.go, calculateRangeOffset. The size it starts from overflows to 0 for the widest
  // networks.
  private static long staticLength(int hostBits, boolean isIpv4) {
    if (isIpv4 && hostBits >= 31) {
      return 0;
    }
    return hostBits >= 63 ? 256 : clamped(1L << hostBits, 16, 256);
  }

  /**
   * The ports of a range.
   *
   * <p>Source: {@code portallocator/allocator.go}, calculateRangeOffset (api 6.4).
   */
  static Bands of(PortRange ports) {
    return new Bands(ports.first(), ports.first() + clamped(ports.size(), 32, 128), ports.last());
  }

  private static long clamped(long size, int divisor, int most) {
    return size <= 16 ? 0 : Math.min(most, Math.max(16, size / divisor));
  }

  /** Whether there is no number at all. */
  boolean isEmpty() {
    return last == 0 && first != 0;
  }

  /** Whether the number is one of either band. */
  boolean contains(long number) {
    return !isEmpty() && NumberTrie.isIn(first, last, number);
  }

  /** Whether there is a static band. */
  boolean hasStatic() {
    return first != dynamicFirst;
  }

  /** How many numbers both bands have, unsigned. */
  long size() {
    return isEmpty() ? 0 : last - first + 1;
  }

  /**
   * Returns the number a dynamic request gets: the first free one from where the picker says, round
   * the end of the dynamic band to its beginning; if that is full, likewise in the static band.
   *
   * @return the number; one that is in neither band when both are full
   */
  long pick(NumberTrie<?> held, NumberPicker picker, long draw) {
    if (isEmpty()) {
      return first - 1;
    }
    long number = firstFree(held, dynamicFirst, last, picker, draw);
    if (!NumberTrie.isIn(dynamicFirst, last, number) && hasStatic()) {
      number = firstFree(held, first, dynamicFirst - 1, picker, draw + DRAW_STEP);
    }
    return contains(number) ? number : first - 1;
  }

  /** The draw for a range, beside those of other ranges of the same request. */
  static long drawOf(int range, long draw) {
    return draw + DRAW_STEP * (2L * range);
  }

  /** The place a picker says, which must be one. */
  static long placeOf(NumberPicker picker, long size, long draw) {
    long place = picker.startAt(size, draw);
    if (Long.compareUnsigned(place, size) >= 0) {
      throw new IllegalArgumentException(
          String.format(
              "Place picked: \"%s\"; expected one from 0 to %s",
              Long.toUnsignedString(place), Long.toUnsignedString(size - 1)));
    }
    return place;
  }

  private static long firstFree(
      NumberTrie<?> held, long first, long last, NumberPicker picker, long draw) {
    long start = first + placeOf(picker, last - first + 1, draw);
    long number = held.firstFree(start, last);
    if (NumberTrie.isIn(start, last, number) || start == first) {
      return number;
    }
    return held.firstFree(first, start - 1);
  }
}
