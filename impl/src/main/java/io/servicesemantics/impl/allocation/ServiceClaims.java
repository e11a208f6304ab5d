package io.servicesemantics.impl.allocation;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.net.Protocol;
import io.servicesemantics.service.ExternalTrafficPolicy;
import io.servicesemantics.service.ServicePort;
import io.servicesemantics.service.ServiceSpec;
import io.servicesemantics.service.ServiceType;
import java.util.HashSet;
import java.util.Set;

/** Which addresses and ports a stored Service says are its own. */
final class ServiceClaims {

  private ServiceClaims() {}

  /** The addresses, as said: none of an ExternalName or a headless Service. */
  static ImmutableList<String> addresses(ServiceSpec spec) {
    ImmutableList<String> said = spec.clusterIPs();
    if (spec.type().is(ServiceType.EXTERNAL_NAME)) {
      return ImmutableList.of();
    }
    if (said.isEmpty()) {
      // as written by releases that knew one address alone
      return spec.isClusterIPSet() ? ImmutableList.of(spec.clusterIP()) : ImmutableList.of();
    }
    return said.get(0).equals(ServiceSpec.CLUSTER_IP_NONE) ? ImmutableList.of() : said;
  }

  /**
   * The node ports, the health check's last: one number of several protocols once, of one protocol
   * as often as said.
   *
   * <p>Source: {@code portallocator/controller/repair.go}, collectServiceNodePorts (api 6.8).
   */
  static ImmutableList<Integer> ports(ServiceSpec spec) {
    if (spec.healthCheckNodePort() == 0 && !hasNodePort(spec)) {
      return ImmutableList.of();
    }
    ImmutableList.Builder<Integer> ports = ImmutableList.builder();
    Set<Integer> numbers = new HashSet<>();
    Set<String> numbersOfProtocols = new HashSet<>();
    for (ServicePort port : spec.ports()) {
      boolean isOfNewProtocol = numbersOfProtocols.add(port.nodePort() + port.protocol().text());
      if (port.nodePort() != 0 && (numbers.add(port.nodePort()) || !isOfNewProtocol)) {
        ports.add(port.nodePort());
      }
    }
    int health = spec.healthCheckNodePort();
    boolean isShared = numbers.contains(health);
    if (health != 0
        && (!isShared || numbersOfProtocols.contains(health + Protocol.TCP.wireName()))) {
      ports.add(health);
    }
    return ports.build();
  }

  private static boolean hasNodePort(ServiceSpec spec) {
    for (ServicePort port : spec.ports()) {
      if (port.nodePort() != 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether it holds a port it says: the server never took those of other types (api 6.5, 6.6). */
  static boolean holds(ServiceSpec spec, int port) {
    boolean isLoadBalancer = spec.type().is(ServiceType.LOAD_BALANCER);
    if (!isLoadBalancer && !spec.type().is(ServiceType.NODE_PORT)) {
      return false;
    }
    for (ServicePort said : spec.ports()) {
      if (said.nodePort() == port) {
        return true;
      }
    }
    return isLoadBalancer && spec.externalTrafficPolicy().is(ExternalTrafficPolicy.LOCAL);
  }
}
