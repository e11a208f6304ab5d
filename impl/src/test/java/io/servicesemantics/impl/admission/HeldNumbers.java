package io.servicesemantics.impl.admission;

import static io.servicesemantics.testkit.assertion.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.admission.AdmissionDecision.Accepted;
import io.servicesemantics.admission.AllocationHolder;
import io.servicesemantics.admission.ClusterState;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServicePort;
import io.servicesemantics.service.ServiceSpec;
import io.servicesemantics.service.ServiceType;
import java.util.LinkedHashSet;
import java.util.Set;

/** The addresses and ports a stored Service should hold. */
final class HeldNumbers {

  private HeldNumbers() {}

  // Every number a Service has is held by it.
  static void assertHeld(Service service, ClusterState state) {
    AllocationHolder holder = AllocationHolder.service(service.namespacedName());
    for (IpAddress address : addresses(service)) {
      assertThat(state.allocations().holderOf(address)).as("%s", service).contains(holder);
    }
    for (String port : ports(service)) {
      assertThat(state.allocations().holderOfPort(Integer.parseInt(port)))
          .as("port %s of %s", port, service)
          .contains(holder);
    }
  }

  static ImmutableList<IpAddress> addresses(Service service) {
    if (service.spec().type().is(ServiceType.EXTERNAL_NAME)) {
      return ImmutableList.of();
    }
    ImmutableList.Builder<IpAddress> addresses = ImmutableList.builder();
    for (String text : service.spec().clusterIPs()) {
      if (!text.equals(ServiceSpec.CLUSTER_IP_NONE)) {
        addresses.add(IpAddress.parse(text));
      }
    }
    return addresses.build();
  }

  static Set<String> ports(Service service) {
    Set<String> ports = new LinkedHashSet<>();
    if (service.spec().type().is(ServiceType.EXTERNAL_NAME)) {
      return ports;
    }
    for (ServicePort port : service.spec().ports()) {
      if (port.nodePort() != 0) {
        ports.add(Integer.toString(port.nodePort()));
      }
    }
    if (service.spec().healthCheckNodePort() != 0) {
      ports.add(Integer.toString(service.spec().healthCheckNodePort()));
    }
    return ports;
  }

  static boolean isAliasWithPorts(Service service) {
    return service.spec().type().is(ServiceType.EXTERNAL_NAME)
        && service.spec().ports().stream().anyMatch(port -> port.nodePort() != 0);
  }

  static boolean areAllHeld(Accepted accepted) {
    return accepted.unheldNodePorts().isEmpty() && !isAliasWithPorts(accepted.service());
  }
}
