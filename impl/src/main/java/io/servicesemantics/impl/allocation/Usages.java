package io.servicesemantics.impl.allocation;

import com.google.common.collect.ImmutableList;
import com.google.common.math.LongMath;
import io.servicesemantics.admission.AllocationHolder;
import io.servicesemantics.admission.BandUsage;
import io.servicesemantics.admission.NetworkUsage;
import io.servicesemantics.admission.PortUsage;
import io.servicesemantics.net.PortRange;
import java.util.Optional;
import java.util.function.LongFunction;

/** How much of each band is held, counted node by node of a trie and not number by number. */
final class Usages {

  private Usages() {}

  static NetworkUsage of(AddressRange range, HeldAddresses held) {
    Bands bands = range.bands();
    if (bands.isEmpty()) {
      return new NetworkUsage(range.network(), range.isReady(), Optional.empty(), Optional.empty());
    }
    NumberTrie<AllocationHolder> numbers =
        held.numbersOf(range.network().family(), range.highBits());
    return new NetworkUsage(
        range.network(),
        range.isReady(),
        staticBand(bands, numbers, range::address),
        Optional.of(band(bands.dynamicFirst(), bands.last(), numbers, range::address)));
  }

  static PortUsage of(PortRange range, Bands bands, NumberTrie<AllocationHolder> ports) {
    LongFunction<Integer> port = number -> (int) number;
    return new PortUsage(
        range,
        staticBand(bands, ports, port),
        band(bands.dynamicFirst(), bands.last(), ports, port));
  }

  private static <T> Optional<BandUsage<T>> staticBand(
      Bands bands, NumberTrie<AllocationHolder> held, LongFunction<T> number) {
    return bands.hasStatic()
        ? Optional.of(band(bands.first(), bands.dynamicFirst() - 1, held, number))
        : Optional.empty();
  }

  private static <T> BandUsage<T> band(
      long first, long last, NumberTrie<AllocationHolder> held, LongFunction<T> number) {
    return new BandUsage<>(
        number.apply(first),
        number.apply(last),
        saturated(last - first + 1),
        held.countIn(first, last));
  }

  /** How many addresses are free in any of some networks. */
  static long free(ImmutableList<AddressRange> ranges, HeldAddresses held) {
    long free = 0;
    for (AddressRange range : ranges) {
      if (!range.bands().isEmpty() && !isWithinOther(range, ranges)) {
        free = LongMath.saturatedAdd(free, of(range, held).free());
      }
    }
    return free;
  }

  // Of two networks that overlap one is within the other, and gives nothing the other does not.
  private static boolean isWithinOther(AddressRange range, ImmutableList<AddressRange> ranges) {
    for (AddressRange other : ranges) {
      if (!other.bands().isEmpty()
          && other.network().prefixLength() < range.network().prefixLength()
          && other.network().contains(range.network())) {
        return true;
      }
    }
    return false;
  }

  private static long saturated(long unsigned) {
    return unsigned < 0 ? Long.MAX_VALUE : unsigned;
  }
}
