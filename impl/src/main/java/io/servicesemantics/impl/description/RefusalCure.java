package io.servicesemantics.impl.description;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.servicesemantics.admission.AdmissionDecision.Rejected;
import io.servicesemantics.admission.AllocationHolder;
import io.servicesemantics.admission.AllocationState;
import io.servicesemantics.net.Cidr;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.object.Choice;
import io.servicesemantics.service.IpFamilyPolicy;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServicePort;
import io.servicesemantics.service.ServiceSpec;
import io.servicesemantics.service.TargetPort;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What the API server does not say when it has no number to give: who holds it, and the ranges. */
final class RefusalCure {

  private final AllocationState allocations;
  private final Service sent;
  private final ImmutableSet.Builder<String> sentences = ImmutableSet.builder();

  private RefusalCure(AllocationState allocations, Service sent) {
    this.allocations = allocations;
    this.sent = sent;
  }

  // Empty where there is nothing to add to the server's words.
  static String of(Rejected decision, Service sent, AllocationState allocations) {
    RefusalCure cure = new RefusalCure(allocations, sent);
    switch (decision.refusal()) {
      case FAMILIES -> cure.families(sent.spec());
      case CLUSTER_IP -> cure.addresses(sent.spec());
      case NODE_PORT -> cure.ports(nodePorts(sent.spec()));
      case HEALTH_CHECK_NODE_PORT -> cure.ports(ImmutableSet.of(sent.spec().healthCheckNodePort()));
      case VALIDATION -> cure.quotedNumbers(sent.spec());
      default -> {}
    }
    return String.join(" ", cure.sentences.build());
  }

  private void families(ServiceSpec spec) {
    boolean isAskedForBoth =
        spec.ipFamilyPolicy().is(IpFamilyPolicy.REQUIRE_DUAL_STACK)
            && allocations.families().size() == 1;
    boolean isAskedForAnother = false;
    for (Choice<IpFamily> family : spec.ipFamilies()) {
      isAskedForAnother |= family.known().filter(it -> !has(it)).isPresent();
    }
    for (IpAddress address : addressesOf(spec)) {
      isAskedForAnother |= !has(address.family());
    }
    if (isAskedForBoth || isAskedForAnother) {
      tellNetworks();
    }
  }

  private void quotedNumbers(ServiceSpec spec) {
    for (ServicePort port : spec.ports()) {
      if (port.targetPort().flatMap(TargetPort::name).filter(Words::isNumber).isPresent()) {
        sentences.add(Words.QUOTED_NUMBER);
      }
    }
  }

  private boolean has(IpFamily family) {
    return allocations.families().contains(family);
  }

  private void addresses(ServiceSpec spec) {
    for (IpAddress address : addressesOf(spec)) {
      Optional<AllocationHolder> holder = allocations.holderOf(address);
      holder.ifPresent(it -> tellHolder(address.toString(), it));
      boolean isInside = false;
      for (Cidr network : allocations.networks()) {
        isInside |= network.contains(address);
      }
      if (!isInside) {
        tellNetworks();
      }
    }
  }

  private void ports(Set<Integer> ports) {
    for (int port : ports) {
      allocations.holderOfPort(port).ifPresent(it -> tellHolder(Integer.toString(port), it));
      if (port != 0 && !allocations.nodePortRange().contains(port)) {
        sentences.add("Node ports of this cluster are " + allocations.nodePortRange() + ".");
      }
    }
  }

  private void tellNetworks() {
    sentences.add(
        "Addresses of this cluster come from "
            + Joiner.on(" and ").join(allocations.networks())
            + ".");
  }

  private void tellHolder(String number, AllocationHolder holder) {
    if (holder.isService()) {
      String whose =
          holder.name().equals(sent.namespacedName())
              ? "this very Service"
              : "Service " + holder.name();
      sentences.add(number + " is held by " + whose + ".");
    } else {
      sentences.add(number + " is held by " + holder + ".");
    }
  }

  private static ImmutableSet<Integer> nodePorts(ServiceSpec spec) {
    Set<Integer> ports = new TreeSet<>();
    for (ServicePort port : spec.ports()) {
      ports.add(port.nodePort());
    }
    return ImmutableSet.copyOf(ports);
  }

  private static ImmutableList<IpAddress> addressesOf(ServiceSpec spec) {
    ImmutableSet.Builder<IpAddress> addresses = ImmutableSet.builder();
    IpAddress.tryParseLenient(spec.clusterIP()).ifPresent(addresses::add);
    for (String address : spec.clusterIPs()) {
      IpAddress.tryParseLenient(address).ifPresent(addresses::add);
    }
    return addresses.build().asList();
  }
}
