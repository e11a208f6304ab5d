package io.servicesemantics.impl.allocation;

import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.admission.Allocation;
import io.servicesemantics.admission.AllocationConflict;
import io.servicesemantics.admission.AllocationHolder;
import io.servicesemantics.admission.AllocationRefusal;
import io.servicesemantics.admission.AllocationState;
import io.servicesemantics.admission.NetworkUsage;
import io.servicesemantics.admission.NumberPicker;
import io.servicesemantics.admission.PortUsage;
import io.servicesemantics.net.Cidr;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.net.PortRange;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which addresses and ports are held, in tries that the next state shares but for one path. */
final class StandardAllocationState implements AllocationState {

  private final AddressRanges ranges;
  private final PortRange portRange;
  private final Bands portBands;
  private final HeldAddresses addresses;
  private final NumberTrie<AllocationHolder> ports;
  private final ImmutableList<AllocationConflict> conflicts;

  StandardAllocationState(
      AddressRanges ranges,
      PortRange portRange,
      HeldAddresses addresses,
      NumberTrie<AllocationHolder> ports,
      ImmutableList<AllocationConflict> conflicts) {
    this(ranges, portRange, Bands.of(portRange), addresses, ports, conflicts);
  }

  private StandardAllocationState(
      AddressRanges ranges,
      PortRange portRange,
      Bands portBands,
      HeldAddresses addresses,
      NumberTrie<AllocationHolder> ports,
      ImmutableList<AllocationConflict> conflicts) {
    this.ranges = ranges;
    this.portRange = portRange;
    this.portBands = portBands;
    this.addresses = addresses;
    this.ports = ports;
    this.conflicts = conflicts;
  }

  @Override
  public ImmutableList<IpFamily> families() {
    return ranges.families();
  }

  @Override
  public ImmutableList<Cidr> networks() {
    return ranges.all().stream()
        .map(AddressRange::network)
        .collect(ImmutableList.toImmutableList());
  }

  @Override
  public PortRange nodePortRange() {
    return portRange;
  }

  @Override
  public Allocation<IpAddress> take(IpAddress address, AllocationHolder holder) {
    checkHolder(holder);
    IpAddress asked = address.unmapped();
    if (!ranges.give(asked)) {
      return refused(AllocationRefusal.OUT_OF_RANGE, ranges.refusal(asked));
    }
    return addresses.holderOf(asked) == null
        ? taken(asked, holder)
        : refused(AllocationRefusal.ALREADY_ALLOCATED, "provided IP is already allocated");
  }

  @Override
  public Allocation<IpAddress> pick(
      IpFamily family, AllocationHolder holder, NumberPicker picker, long draw) {
    checkHolder(holder);
    if (!ranges.families().contains(family)) {
      return refused(AllocationRefusal.NOT_READY, "allocator not ready");
    }
    ImmutableList<AddressRange> ready = ranges.ready(family);
    RangeOrder order = new RangeOrder(ready.size(), picker, draw);
    while (order.hasNext()) {
      int index = order.next();
      AddressRange range = ready.get(index);
      long number =
          range
              .bands()
              .pick(
                  addresses.numbersOf(family, range.highBits()), picker, Bands.drawOf(index, draw));
      if (range.bands().contains(number)) {
        return taken(range.address(number), holder);
      }
    }
    return refused(AllocationRefusal.FULL, "range is full");
  }

  private Allocation<IpAddress> taken(IpAddress address, AllocationHolder holder) {
    return new Allocation.Taken<>(address, withAddresses(addresses.with(address, holder)));
  }

  @Override
  public Allocation<Integer> takePort(int port, AllocationHolder holder) {
    checkHolder(holder);
    if (!portRange.contains(port)) {
      return refused(
          AllocationRefusal.OUT_OF_RANGE,
          "provided port is not in the valid range. The range of valid ports is " + portRange);
    }
    return ports.get(port) == null
        ? taken(port, holder)
        : refused(AllocationRefusal.ALREADY_ALLOCATED, "provided port is already allocated");
  }

  @Override
  public Allocation<Integer> pickPort(AllocationHolder holder, NumberPicker picker, long draw) {
    checkHolder(holder);
    long port = portBands.pick(ports, picker, draw);
    return portBands.contains(port)
        ? taken((int) port, holder)
        : refused(AllocationRefusal.FULL, "range is full");
  }

  private Allocation<Integer> taken(int port, AllocationHolder holder) {
    return new Allocation.Taken<>(port, withPorts(ports.with(port, holder)));
  }

  private static <T> Allocation<T> refused(AllocationRefusal refusal, String message) {
    return new Allocation.Refused<>(refusal, message);
  }

  private static void checkHolder(AllocationHolder holder) {
    checkNotNull(holder, "Holder is null; expected who is to hold the number");
  }

  @Override
  public AllocationState release(IpAddress address) {
    IpAddress given = address.unmapped();
    return addresses.holderOf(given) == null ? this : withAddresses(addresses.without(given));
  }

  @Override
  public AllocationState releasePort(int port) {
    return ports.get(port) == null ? this : withPorts(ports.without(port));
  }

  private StandardAllocationState withAddresses(HeldAddresses next) {
    return new StandardAllocationState(ranges, portRange, portBands, next, ports, conflicts);
  }

  private StandardAllocationState withPorts(NumberTrie<AllocationHolder> next) {
    return new StandardAllocationState(ranges, portRange, portBands, addresses, next, conflicts);
  }

  @Override
  public Optional<AllocationHolder> holderOf(IpAddress address) {
    return Optional.ofNullable(addresses.holderOf(address.unmapped()));
  }

  @Override
  public Optional<AllocationHolder> holderOfPort(int port) {
    return Optional.ofNullable(ports.get(port));
  }

  @Override
  public long heldAddresses(IpFamily family) {
    return addresses.size(family);
  }

  @Override
  public int heldPorts() {
    return (int) ports.size();
  }

  @Override
  public long freeAddresses(IpFamily family) {
    return Usages.free(ranges.ready(family), addresses);
  }

  @Override
  public ImmutableList<NetworkUsage> networkUsage() {
    return ranges.all().stream()
        .map(range -> Usages.of(range, addresses))
        .collect(ImmutableList.toImmutableList());
  }

  @Override
  public PortUsage portUsage() {
    return Usages.of(portRange, portBands, ports);
  }

  @Override
  public ImmutableList<AllocationConflict> conflicts() {
    return conflicts;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof StandardAllocationState that
        && portRange.equals(that.portRange)
        && ranges.equals(that.ranges)
        && ports.equals(that.ports)
        && addresses.equals(that.addresses);
  }

  @Override
  public int hashCode() {
    int hash = 31 * ranges.hashCode() + portRange.hashCode();
    return 31 * (31 * hash + ports.hashCode()) + addresses.hashCode();
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("held of ").append(networks()).append(':');
    for (IpFamily family : families()) {
      text.append(' ').append(heldAddresses(family)).append(' ').append(family.wireName());
    }
    return text.append(", ").append(heldPorts()).append(" of ports ").append(portRange).toString();
  }
}
