package io.servicesemantics.impl.simulation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.servicesemantics.admission.Allocation;
import io.servicesemantics.admission.AllocationHolder;
import io.servicesemantics.admission.AllocationState;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.service.ServicePort;
import io.servicesemantics.service.ServiceSpec;
import io.servicesemantics.service.ServiceType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The addresses and ports Services ask for themselves, kept from being picked for others before
 * their turn has come.
 */
final class Claims {

  private static final AllocationHolder KEPT =
      new AllocationHolder("claims", NamespacedName.of("", ""));

  /** What one Service asks for. */
  private record Claim(ImmutableSet<IpAddress> addresses, ImmutableSet<Integer> ports) {}

  private final ImmutableList<Claim> byTurn;
  private final Map<Object, Integer> lastTurn = new HashMap<>();

  private Claims(ImmutableList<Claim> byTurn) {
    this.byTurn = byTurn;
    for (int turn = 0; turn < byTurn.size(); turn++) {
      for (IpAddress address : byTurn.get(turn).addresses()) {
        lastTurn.put(address, turn);
      }
      for (Integer port : byTurn.get(turn).ports()) {
        lastTurn.put(port, turn);
      }
    }
  }

  static Claims of(List<Wanted> turns) {
    ImmutableList.Builder<Claim> claims = ImmutableList.builder();
    for (Wanted wanted : turns) {
      claims.add(claim(wanted.service().spec()));
    }
    return new Claims(claims.build());
  }

  private static Claim claim(ServiceSpec spec) {
    ImmutableSet.Builder<IpAddress> addresses = ImmutableSet.builder();
    ImmutableSet.Builder<Integer> ports = ImmutableSet.builder();
    if (!spec.type().is(ServiceType.EXTERNAL_NAME)) {
      IpAddress.tryParseLenient(spec.clusterIP()).ifPresent(addresses::add);
      for (String address : spec.clusterIPs()) {
        IpAddress.tryParseLenient(address).ifPresent(addresses::add);
      }
    }
    if (spec.type().is(ServiceType.NODE_PORT) || spec.type().is(ServiceType.LOAD_BALANCER)) {
      for (ServicePort port : spec.ports()) {
        ports.add(port.nodePort());
      }
      ports.add(spec.healthCheckNodePort());
    }
    return new Claim(addresses.build(), ports.build());
  }

  // Keeps what is claimed and nobody holds.
  AllocationState keepAll(AllocationState state) {
    AllocationState kept = state;
    for (Claim claim : byTurn) {
      kept = keep(claim, -1, kept);
    }
    return kept;
  }

  // Lets go of what a Service claims, for its turn has come.
  AllocationState release(int turn, AllocationState state) {
    return release(byTurn.get(turn), state);
  }

  // Keeps what a Service has not got after all, for those that claim it later.
  AllocationState keepForLater(int turn, AllocationState state) {
    return keep(byTurn.get(turn), turn, state);
  }

  AllocationState releaseAll(AllocationState state) {
    AllocationState free = state;
    for (Claim claim : byTurn) {
      free = release(claim, free);
    }
    return free;
  }

  private AllocationState keep(Claim claim, int turn, AllocationState state) {
    AllocationState kept = state;
    for (IpAddress address : claim.addresses()) {
      if (lastTurn.getOrDefault(address, -1) > turn
          && kept.take(address, KEPT) instanceof Allocation.Taken<IpAddress> taken) {
        kept = taken.next();
      }
    }
    for (Integer port : claim.ports()) {
      if (lastTurn.getOrDefault(port, -1) > turn
          && kept.takePort(port, KEPT) instanceof Allocation.Taken<Integer> taken) {
        kept = taken.next();
      }
    }
    return kept;
  }

  private static AllocationState release(Claim claim, AllocationState state) {
    AllocationState free = state;
    for (IpAddress address : claim.addresses()) {
      if (free.holderOf(address).filter(KEPT::equals).isPresent()) {
        free = free.release(address);
      }
    }
    for (Integer port : claim.ports()) {
      if (free.holderOfPort(port).filter(KEPT::equals).isPresent()) {
        free = free.releasePort(port);
      }
    }
    return free;
  }
}
