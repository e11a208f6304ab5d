package io.servicesemantics.impl.allocation;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.servicesemantics.admission.AllocationConflict;
import io.servicesemantics.admission.AllocationConflict.Kind;
import io.servicesemantics.admission.AllocationHolder;
import io.servicesemantics.admission.AllocationState;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.IpAddressObject;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.PortRange;
import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.service.Service;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the objects of a cluster hold, and what does not fit: as the server's repair loops settle
 * it, looking at each object once.
 *
 * <p>An address belongs to the Service that its IPAddress names, if that Service has it; else to
 * the first one that has it; else to whatever its IPAddress names. Held is also what is outside all
 * ranges, so that it can be asked about.
 */
final class FoundHoldings {

  private static final String IP_ADDRESSES = "ipaddresses.networking.k8s.io";

  private final AddressRanges ranges;
  private final PortRange portRange;

  /** The IPAddress objects by address. */
  private final Map<IpAddress, AddressRecord> records = new HashMap<>();

  private final List<AllocationConflict> conflicts = new ArrayList<>();
  private HeldAddresses addresses = HeldAddresses.NONE;
  private NumberTrie<AllocationHolder> ports = NumberTrie.of();

  private FoundHoldings(AddressRanges ranges, PortRange portRange) {
    this.ranges = ranges;
    this.portRange = portRange;
  }

  static AllocationState of(ClusterSnapshot world, AddressRanges ranges, PortRange portRange) {
    FoundHoldings found = new FoundHoldings(ranges, portRange);
    List<AddressRecord> records = new ArrayList<>();
    for (IpAddressObject object : world.ipAddresses()) {
      AddressRecord record = AddressRecord.of(object, world);
      records.add(record);
      record.address().ifPresent(address -> found.addRecord(address, record));
    }
    for (Service service : world.services()) {
      AllocationHolder holder = AllocationHolder.service(service.namespacedName());
      found.addAddresses(service, holder);
      found.addPorts(service, holder);
    }
    for (AddressRecord record : records) {
      found.addParent(record);
    }
    return new StandardAllocationState(
        ranges, portRange, found.addresses, found.ports, found.settledConflicts());
  }

  private void addRecord(IpAddress address, AddressRecord record) {
    records.putIfAbsent(address, record);
    if (record.standing() == AddressRecord.Standing.RIGHTFUL) {
      hold(address, record.parent());
    }
  }

  // Gives back who held it before, and still does.
  @CanIgnoreReturnValue
  private @Nullable AllocationHolder hold(IpAddress address, AllocationHolder holder) {
    AllocationHolder before = addresses.holderOf(address);
    if (before == null) {
      addresses = addresses.with(address, holder);
    }
    return before;
  }

  private void addAddresses(Service service, AllocationHolder holder) {
    for (String text : ServiceClaims.addresses(service.spec())) {
      Optional<IpAddress> read = IpAddress.tryParseLenient(text);
      if (read.isPresent()) {
        addAddress(read.get(), text, holder);
      } else {
        add(Kind.CLUSTER_IP_NOT_VALID, text, holder, null, AddressEvents.NOT_VALID);
      }
    }
  }

  private void addAddress(IpAddress address, String text, AllocationHolder holder) {
    AllocationHolder before = hold(address, holder);
    AllocationHolder other = holder.equals(before) ? null : before;
    AddressRecord record = records.get(address);
    if (!ranges.have(address)) {
      add(Kind.CLUSTER_IP_OUT_OF_RANGE, text, holder, other, AddressEvents.outOfRange(address));
    } else if (other != null) {
      String event = AddressEvents.assignedTwice(address);
      add(Kind.CLUSTER_IP_ALREADY_ALLOCATED, text, holder, other, event);
    } else if (record == null && !records.isEmpty()) {
      add(Kind.CLUSTER_IP_NOT_ALLOCATED, text, holder, null, AddressEvents.notAllocated(address));
    } else if (record != null && record.isOfNoService()) {
      String event = AddressEvents.wrongReference(address, holder.name());
      add(Kind.CLUSTER_IP_NOT_ALLOCATED, text, holder, record.parent(), event);
    }
  }

  private void addPorts(Service service, AllocationHolder holder) {
    Set<Integer> own = new HashSet<>();
    for (int port : ServiceClaims.ports(service.spec())) {
      if (!ServiceClaims.holds(service.spec(), port)) {
        add(Kind.NODE_PORT_NOT_HELD, Integer.toString(port), holder, null, "");
        continue;
      }
      AllocationHolder before = ports.get(port);
      if (before == null) {
        ports = ports.with(port, holder);
      }
      boolean isOwnAgain = !own.add(port);
      if (!portRange.contains(port)) {
        add(
            Kind.NODE_PORT_OUT_OF_RANGE,
            Integer.toString(port),
            holder,
            holder.equals(before) ? null : before,
            PortEvents.outOfRange(port, portRange));
      } else if (before != null && (isOwnAgain || !holder.equals(before))) {
        add(
            Kind.NODE_PORT_ALREADY_ALLOCATED,
            Integer.toString(port),
            holder,
            before,
            PortEvents.assignedTwice(port));
      }
    }
  }

  private void addParent(AddressRecord record) {
    AllocationHolder before =
        record.address().map(address -> hold(address, record.parent())).orElse(null);
    if (record.isOrphan()) {
      add(
          Kind.ORPHANED_IP_ADDRESS,
          record.name(),
          new AllocationHolder(IP_ADDRESSES, NamespacedName.of("", record.name())),
          before == null ? record.parent() : before,
          record.event());
    }
  }

  private void add(
      Kind kind,
      String number,
      AllocationHolder object,
      @Nullable AllocationHolder holder,
      String message) {
    conflicts.add(
        new AllocationConflict(kind, number, object, Optional.ofNullable(holder), message));
  }

  // Whether somebody holds a port that is stored but not held is known only at the end.
  private ImmutableList<AllocationConflict> settledConflicts() {
    ImmutableList.Builder<AllocationConflict> settled =
        ImmutableList.builderWithExpectedSize(conflicts.size());
    for (AllocationConflict conflict : conflicts) {
      settled.add(conflict.kind() == Kind.NODE_PORT_NOT_HELD ? settled(conflict) : conflict);
    }
    return settled.build();
  }

  private AllocationConflict settled(AllocationConflict conflict) {
    int port = Integer.parseInt(conflict.number());
    Optional<AllocationHolder> holder = Optional.ofNullable(ports.get(port));
    String message =
        !portRange.contains(port)
            ? PortEvents.outOfRange(port, portRange)
            : holder.isPresent() ? PortEvents.assignedTwice(port) : PortEvents.notAllocated(port);
    return new AllocationConflict(
        conflict.kind(), conflict.number(), conflict.object(), holder, message);
  }
}
