package io.servicesemantics.impl.admission;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.admission.AdmissionReason;
import io.servicesemantics.admission.FieldChange;
import io.servicesemantics.service.ServicePort;
import io.servicesemantics.service.ServiceSpec;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Carries over what the server once picked and the client left out.
 *
 * <p>Source: {@code pkg/registry/core/service/storage/storage.go}, patchAllocatedValues (api 4.2).
 * Families and their policy are not among it.
 */
final class CarriedOver {

  private CarriedOver() {}

  static boolean fromStored(Draft draft, ServiceSpec old) {
    if (Needs.clusterIP(old.type()) && Needs.clusterIP(draft.type)) {
      if (draft.clusterIP.isEmpty() && !old.clusterIP().isEmpty()) {
        draft.clusterIP = old.clusterIP();
        draft.note(
            FieldChange.Kind.CARRIED_OVER,
            Paths.CLUSTER_IP,
            "",
            old.clusterIP(),
            AdmissionReason.CLUSTER_IP_CARRIED_OVER);
      }
      if (draft.clusterIPs.isEmpty()) {
        addresses(draft, old);
      }
    }
    boolean keepsNodePorts =
        draft.traits.keepsOmittedNodePorts()
            ? Needs.nodePorts(old.type()) && Needs.nodePorts(draft.type)
            : Needs.pickedNodePorts(old.type(), old.allocateLoadBalancerNodePorts())
                && Needs.pickedNodePorts(draft.type, draft.allocateLoadBalancerNodePorts);
    if (keepsNodePorts) {
      nodePorts(draft, old.ports());
    }
    if (Needs.healthCheck(old)
        && Needs.healthCheck(draft.type, draft.externalTrafficPolicy)
        && draft.healthCheckNodePort == 0
        && old.healthCheckNodePort() != 0) {
      draft.healthCheckNodePort = old.healthCheckNodePort();
      draft.note(
          FieldChange.Kind.CARRIED_OVER,
          Paths.HEALTH_CHECK_NODE_PORT,
          "",
          Integer.toString(old.healthCheckNodePort()),
          AdmissionReason.HEALTH_CHECK_NODE_PORT_CARRIED_OVER);
    }
    return true;
  }

  /** Carries the list of addresses over to a Service that has none. */
  static void addresses(Draft draft, ServiceSpec old) {
    draft.clusterIPs = old.clusterIPs();
    for (int i = 0; i < draft.clusterIPs.size(); i++) {
      draft.note(
          FieldChange.Kind.CARRIED_OVER,
          Paths.address(i),
          "",
          draft.clusterIPs.get(i),
          AdmissionReason.CLUSTER_IP_CARRIED_OVER);
    }
  }

  // By name alone, and not where the number now stands at another port.
  private static void nodePorts(Draft draft, ImmutableList<ServicePort> old) {
    Map<String, Integer> byName = new HashMap<>();
    for (ServicePort port : old) {
      byName.put(port.name(), port.nodePort());
    }
    Set<Integer> used = new HashSet<>();
    for (int number : draft.nodePorts) {
      used.add(number);
    }
    for (int i = 0; i < draft.nodePorts.length; i++) {
      Integer before = byName.getOrDefault(draft.ports().get(i).name(), 0);
      if (draft.nodePorts[i] != 0 || before == 0 || used.contains(before)) {
        continue;
      }
      draft.nodePorts[i] = before;
      draft.note(
          FieldChange.Kind.CARRIED_OVER,
          Paths.nodePort(i),
          "",
          Integer.toString(before),
          AdmissionReason.NODE_PORT_CARRIED_OVER);
    }
  }
}
