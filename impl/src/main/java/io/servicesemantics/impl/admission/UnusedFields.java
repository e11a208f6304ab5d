package io.servicesemantics.impl.admission;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import io.servicesemantics.admission.AdmissionReason;
import io.servicesemantics.admission.FieldChange;
import io.servicesemantics.fault.FieldPath;
import io.servicesemantics.object.Choice;
import io.servicesemantics.service.LoadBalancerStatus;
import io.servicesemantics.service.ServicePort;
import io.servicesemantics.service.ServiceSpec;
import io.servicesemantics.service.ServiceType;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Takes away what no longer has a meaning, unless the client changed it in the same request: then
 * it stays, and validation refuses it.
 *
 * <p>Source: {@code pkg/registry/core/service/strategy.go}, dropTypeDependentFields (api 4.4, whose
 * numbers stand at the steps).
 */
final class UnusedFields {

  private static final LoadBalancerStatus NO_LOAD_BALANCER = LoadBalancerStatus.builder().build();

  private UnusedFields() {}

  static boolean drop(Draft draft, ServiceSpec old) {
    if (Needs.clusterIP(old.type()) && !Needs.clusterIP(draft.type)) { // 1
      dropAddresses(draft, old);
    }
    if (Needs.nodePorts(old.type()) && !Needs.nodePorts(draft.type)) { // 2
      dropNodePorts(draft, old);
    }
    if (Needs.healthCheck(old)
        && !Needs.healthCheck(draft.type, draft.externalTrafficPolicy)
        && draft.healthCheckNodePort == old.healthCheckNodePort()) { // 3
      wiped(
          draft,
          Paths.HEALTH_CHECK_NODE_PORT,
          shown(draft.healthCheckNodePort),
          AdmissionReason.HEALTH_CHECK_NODE_PORT_UNUSED);
      draft.healthCheckNodePort = 0;
    }
    if (old.type().is(ServiceType.LOAD_BALANCER) && !draft.type.is(ServiceType.LOAD_BALANCER)) {
      dropLoadBalancer(draft, old);
    }
    if (Needs.accessFromOutside(old)
        && !isAccessible(draft)
        && draft.externalTrafficPolicy.equals(old.externalTrafficPolicy())) { // 6
      wiped(
          draft,
          Paths.EXTERNAL_TRAFFIC_POLICY,
          draft.externalTrafficPolicy.text(),
          AdmissionReason.EXTERNAL_TRAFFIC_POLICY_UNUSED);
      draft.externalTrafficPolicy = Choice.unsaid();
    }
    if (!draft.type.is(ServiceType.LOAD_BALANCER)
        && !draft.status.loadBalancer().ingress().isEmpty()) { // 7
      wiped(
          draft,
          Paths.LOAD_BALANCER_STATUS,
          draft.status.loadBalancer().ingress().size() + " ingress",
          AdmissionReason.LOAD_BALANCER_STATUS_UNUSED);
      draft.status = draft.status.withLoadBalancer(NO_LOAD_BALANCER);
    }
    return true;
  }

  private static void dropAddresses(Draft draft, ServiceSpec old) {
    if (draft.clusterIP.equals(old.clusterIP()) && draft.clusterIPs.equals(old.clusterIPs())) {
      wiped(draft, Paths.CLUSTER_IP, draft.clusterIP, AdmissionReason.CLUSTER_IP_UNUSED);
      wiped(
          draft,
          Paths.CLUSTER_IPS,
          String.join(", ", draft.clusterIPs),
          AdmissionReason.CLUSTER_IP_UNUSED);
      draft.clusterIP = "";
      draft.clusterIPs = ImmutableList.of();
    }
    if (draft.ipFamilies.equals(old.ipFamilies())) {
      wiped(
          draft,
          Paths.IP_FAMILIES,
          Joiner.on(", ").join(draft.ipFamilies),
          AdmissionReason.FAMILIES_UNUSED);
      draft.ipFamilies = ImmutableList.of();
    }
    if (draft.ipFamilyPolicy.equals(old.ipFamilyPolicy())) {
      wiped(
          draft,
          Paths.IP_FAMILY_POLICY,
          draft.ipFamilyPolicy.text(),
          AdmissionReason.FAMILIES_UNUSED);
      draft.ipFamilyPolicy = Choice.unsaid();
    }
  }

  // All of them or none: one that is new keeps the others.
  private static void dropNodePorts(Draft draft, ServiceSpec old) {
    Set<Integer> before = new HashSet<>();
    for (ServicePort port : old.ports()) {
      before.add(port.nodePort());
    }
    for (int number : draft.nodePorts) {
      if (number != 0 && !before.contains(number)) {
        return;
      }
    }
    for (int i = 0; i < draft.nodePorts.length; i++) {
      wiped(draft, Paths.nodePort(i), shown(draft.nodePorts[i]), AdmissionReason.NODE_PORTS_UNUSED);
      draft.nodePorts[i] = 0;
    }
  }

  private static void dropLoadBalancer(Draft draft, ServiceSpec old) {
    if (draft.allocateLoadBalancerNodePorts.isPresent()
        && draft.allocateLoadBalancerNodePorts.equals(old.allocateLoadBalancerNodePorts())) { // 4
      wiped(
          draft,
          Paths.ALLOCATE_NODE_PORTS,
          draft.allocateLoadBalancerNodePorts.get().toString(),
          AdmissionReason.NODE_PORT_ALLOCATION_UNUSED);
      draft.allocateLoadBalancerNodePorts = Optional.empty();
    }
    if (draft.loadBalancerClass.equals(old.loadBalancerClass())) { // 5
      wiped(
          draft,
          Paths.LOAD_BALANCER_CLASS,
          draft.loadBalancerClass.orElse(""),
          AdmissionReason.LOAD_BALANCER_CLASS_UNUSED);
      draft.loadBalancerClass = Optional.empty();
    }
  }

  private static boolean isAccessible(Draft draft) {
    return Needs.accessFromOutside(draft.defaulted.spec());
  }

  private static void wiped(Draft draft, FieldPath field, String before, AdmissionReason reason) {
    if (!before.isEmpty()) {
      draft.note(FieldChange.Kind.WIPED, field, before, "", reason);
    }
  }

  private static String shown(int number) {
    return number == 0 ? "" : Integer.toString(number);
  }
}
