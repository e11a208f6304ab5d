package io.servicesemantics.impl.admission;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import io.servicesemantics.admission.AllocationState;
import io.servicesemantics.admission.ReleasedNumbers;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.service.ServicePort;
import io.servicesemantics.service.ServiceSpec;
import java.util.ArrayList;
import java.util.Set;

/** The addresses and ports a Service gives back once its request has ended well. */
final class Releases {

  private final ArrayList<IpAddress> addresses = new ArrayList<>(0);
  private final ArrayList<Integer> ports = new ArrayList<>(0);

  /**
   * What was given back, and the account after it.
   *
   * @param numbers what somebody held until now
   * @param next the account
   */
  record Done(ReleasedNumbers numbers, AllocationState next) {}

  /**
   * Adds all that a Service gives back when it goes: every node port it carries, whatever its type
   * and whoever holds it (api 6.7).
   */
  void addAll(ServiceSpec spec) {
    if (Needs.clusterIP(spec.type()) && !ClusterIps.isHeadless(spec)) {
      addAddresses(spec, 0);
    }
    addNodePorts(spec, Set.of());
    addHealthCheckPort(spec);
  }

  /** Adds the addresses from a place of the list on. */
  void addAddresses(ServiceSpec spec, int from) {
    for (int i = from; i < spec.clusterIPs().size(); i++) {
      IpAddress.tryParseLenient(spec.clusterIPs().get(i)).ifPresent(addresses::add);
    }
  }

  /** Adds the node ports but some. */
  void addNodePorts(ServiceSpec spec, Set<Integer> but) {
    for (ServicePort port : spec.ports()) {
      if (port.nodePort() != 0 && !but.contains(port.nodePort())) {
        ports.add(port.nodePort());
      }
    }
  }

  /** Adds the port of the health check, where there is one. */
  void addHealthCheckPort(ServiceSpec spec) {
    if (Needs.healthCheck(spec) && spec.healthCheckNodePort() != 0) {
      ports.add(spec.healthCheckNodePort());
    }
  }

  /** Gives all back; what nobody holds is no gift, whatever the server tries. */
  Done carryOut(AllocationState allocations) {
    if (addresses.isEmpty() && ports.isEmpty()) {
      return new Done(ReleasedNumbers.NONE, allocations);
    }
    AllocationState left = allocations;
    ImmutableList.Builder<IpAddress> freed = ImmutableList.builder();
    for (IpAddress address : addresses) {
      if (left.holderOf(address).isPresent()) {
        freed.add(address);
        left = left.release(address);
      }
    }
    ImmutableSortedSet.Builder<Integer> freedPorts = ImmutableSortedSet.naturalOrder();
    for (int port : ports) {
      if (left.holderOfPort(port).isPresent()) {
        freedPorts.add(port);
        left = left.releasePort(port);
      }
    }
    return new Done(new ReleasedNumbers(freed.build(), freedPorts.build().asList()), left);
  }
}
