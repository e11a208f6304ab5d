package io.servicesemantics.impl.description;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.net.Cidr;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.object.Choice;
import io.servicesemantics.profile.ServiceRanges;
import io.servicesemantics.service.IpFamilyPolicy;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServicePort;
import io.servicesemantics.service.ServiceSpec;
import io.servicesemantics.service.ServiceType;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Families, addresses and node ports for Services that have none yet: the first free ones.
 *
 * <p>No answer about endpoints depends on which ones they are, only on there being some. Lives for
 * one description.
 */
final class AssumedAddresses {

  private final ServiceRanges ranges;
  private final Set<String> takenAddresses = new HashSet<>();
  private final Set<Integer> takenPorts = new HashSet<>();
  private final long[] nextOffset;
  private int nextPort;

  private AssumedAddresses(ServiceRanges ranges) {
    this.ranges = ranges;
    this.nextOffset = new long[ranges.serviceCIDRs().size()];
    this.nextPort = ranges.nodePortRange().first();
  }

  static ImmutableList<Service> of(ImmutableList<Service> services, ServiceRanges ranges) {
    AssumedAddresses assumed = new AssumedAddresses(ranges);
    for (Service service : services) {
      assumed.takenAddresses.add(service.spec().clusterIP());
      assumed.takenAddresses.addAll(service.spec().clusterIPs());
      for (ServicePort port : service.spec().ports()) {
        assumed.takenPorts.add(port.nodePort());
      }
    }
    ImmutableList.Builder<Service> addressed = ImmutableList.builder();
    for (Service service : services) {
      addressed.add(service.withSpec(assumed.fill(service.spec())));
    }
    return addressed.build();
  }

  private ServiceSpec fill(ServiceSpec spec) {
    if (spec.type().is(ServiceType.EXTERNAL_NAME)) {
      return spec;
    }
    ServiceSpec filled = spec;
    if (filled.clusterIPs().isEmpty() && !filled.clusterIP().isEmpty()) {
      filled = filled.withClusterIPs(filled.clusterIP());
    }
    if (filled.ipFamilies().isEmpty()) {
      filled = filled.withIpFamilies(families(filled));
    }
    if (filled.clusterIPs().isEmpty()) {
      filled = withAddresses(filled);
    }
    return needsNodePorts(filled) ? withNodePorts(filled) : filled;
  }

  // Follows pkg/registry/core/service/storage/alloc.go, initIPFamilyFields, for a new Service.
  private Set<Choice<IpFamily>> families(ServiceSpec spec) {
    Set<Choice<IpFamily>> families = new LinkedHashSet<>();
    for (String address : spec.clusterIPs()) {
      IpAddress.tryParseLenient(address).ifPresent(ip -> families.add(Choice.of(ip.family())));
    }
    if (families.isEmpty() && !ranges.serviceCIDRs().isEmpty()) {
      families.add(Choice.of(ranges.serviceCIDRs().get(0).family()));
    }
    boolean dual = ranges.serviceCIDRs().size() > 1;
    if (spec.ipFamilyPolicy().is(IpFamilyPolicy.REQUIRE_DUAL_STACK)
        || (dual && spec.ipFamilyPolicy().is(IpFamilyPolicy.PREFER_DUAL_STACK))) {
      families.add(Choice.of(IpFamily.IPV4));
      families.add(Choice.of(IpFamily.IPV6));
    }
    return families;
  }

  private ServiceSpec withAddresses(ServiceSpec spec) {
    ImmutableList.Builder<String> picked = ImmutableList.builder();
    for (Choice<IpFamily> family : spec.ipFamilies()) {
      address(family).ifPresent(picked::add);
    }
    ImmutableList<String> addresses = picked.build();
    return addresses.isEmpty()
        ? spec
        : spec.withClusterIP(addresses.get(0)).withClusterIPs(addresses);
  }

  private Optional<String> address(Choice<IpFamily> family) {
    for (int i = 0; i < nextOffset.length; i++) {
      Cidr range = ranges.serviceCIDRs().get(i);
      while (family.is(range.family()) && ++nextOffset[i] < range.saturatedSize()) {
        String address = range.masked().address(nextOffset[i]).toString();
        if (takenAddresses.add(address)) {
          return Optional.of(address);
        }
      }
    }
    return Optional.empty();
  }

  private static boolean needsNodePorts(ServiceSpec spec) {
    return spec.type().is(ServiceType.NODE_PORT)
        || (spec.type().is(ServiceType.LOAD_BALANCER)
            && spec.allocateLoadBalancerNodePorts().orElse(true));
  }

  private ServiceSpec withNodePorts(ServiceSpec spec) {
    ImmutableList.Builder<ServicePort> ports = ImmutableList.builder();
    for (ServicePort port : spec.ports()) {
      ports.add(port.nodePort() == 0 ? port.withNodePort(nodePort()) : port);
    }
    return spec.withPorts(ports.build());
  }

  // 0, none, once the range is used up.
  private int nodePort() {
    while (nextPort <= ranges.nodePortRange().last()) {
      int port = nextPort++;
      if (takenPorts.add(port)) {
        return port;
      }
    }
    return 0;
  }
}
