package io.servicesemantics.impl.allocation;

import io.servicesemantics.admission.AllocationHolder;
import io.servicesemantics.admission.NumberPicker;
import io.servicesemantics.net.Cidr;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.IpFamily;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rules of api 6.1, 6.2 and 6.4 as they are told, number by number over big integers. */
final class NaiveState {

  /** The numbers of a range, with its dynamic band from {@code dynamicFirst} on. */
  record Range(BigInteger first, BigInteger dynamicFirst, BigInteger last) {

    boolean contains(BigInteger number) {
      return number.compareTo(first) >= 0 && number.compareTo(last) <= 0;
    }
  }

  final Map<BigInteger, AllocationHolder> held = new HashMap<>();
  private final List<Range> ranges;

  NaiveState(List<Range> ranges) {
    this.ranges = ranges;
  }

  static Range network(Cidr network) {
    int hostBits = network.family().bits() - network.prefixLength();
    boolean isIpv4 = network.family() == IpFamily.IPV4;
    BigInteger base = number(network.first());
    BigInteger size = BigInteger.ONE.shiftLeft(hostBits);
    BigInteger first = base.add(BigInteger.ONE);
    BigInteger last = base.add(size).subtract(BigInteger.valueOf(isIpv4 ? 2 : 1));
    if (!isIpv4 && hostBits > 64) {
      return new Range(first, first, base);
    }
    boolean overflows = hostBits >= (isIpv4 ? 31 : 127);
    BigInteger reserved = overflows ? BigInteger.ZERO : reserved(size, 16, 256);
    return new Range(first, first.add(reserved), last);
  }

  static Range ports(int first, int last) {
    BigInteger low = BigInteger.valueOf(first);
    return new Range(
        low,
        low.add(reserved(BigInteger.valueOf(last - first + 1), 32, 128)),
        BigInteger.valueOf(last));
  }

  private static BigInteger reserved(BigInteger size, int divisor, int most) {
    BigInteger sixteen = BigInteger.valueOf(16);
    return size.compareTo(sixteen) <= 0
        ? BigInteger.ZERO
        : size.divide(BigInteger.valueOf(divisor)).max(sixteen).min(BigInteger.valueOf(most));
  }

  static BigInteger number(IpAddress address) {
    return new BigInteger(1, address.toBytes());
  }

  boolean isInRange(BigInteger number) {
    return ranges.stream().anyMatch(range -> range.contains(number));
  }

  /** The number of one range that a search from a place on finds. */
  static Optional<BigInteger> pick(
      Range range, Map<BigInteger, AllocationHolder> held, NumberPicker picker, long draw) {
    List<BigInteger[]> bands = new ArrayList<>();
    bands.add(new BigInteger[] {range.dynamicFirst(), range.last()});
    bands.add(new BigInteger[] {range.first(), range.dynamicFirst().subtract(BigInteger.ONE)});
    for (BigInteger[] band : bands) {
      BigInteger size = band[1].subtract(band[0]).add(BigInteger.ONE);
      if (size.signum() <= 0) {
        continue;
      }
      BigInteger start =
          new BigInteger(Long.toUnsignedString(picker.startAt(size.longValue(), draw)));
      // no more steps than there are numbers held can be in vain
      for (int i = 0; i <= held.size(); i++) {
        BigInteger number = band[0].add(start.add(BigInteger.valueOf(i)).mod(size));
        if (!held.containsKey(number)) {
          return Optional.of(number);
        }
      }
    }
    return Optional.empty();
  }
}
