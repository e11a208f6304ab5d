package io.servicesemantics.impl.admission;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.admission.AdmissionReason;
import io.servicesemantics.admission.Allocation;
import io.servicesemantics.admission.FieldChange;
import io.servicesemantics.admission.Refusal;
import io.servicesemantics.fault.FieldPath;
import io.servicesemantics.impl.validation.Faults;
import io.servicesemantics.net.Protocol;
import io.servicesemantics.object.Choice;
import io.servicesemantics.service.ServicePort;
import io.servicesemantics.service.ServiceSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Takes the node ports of a Service, and says which ones it gives back.
 *
 * <p>Source: {@code pkg/registry/core/service/storage/alloc.go}, initNodePorts, txnUpdateNodePorts,
 * updateNodePorts (api 6.5). On create, ports of one number share a node port across protocols; on
 * update they do not.
 */
final class NodePorts {

  private NodePorts() {}

  static boolean onCreate(Draft draft) {
    if (!Needs.nodePorts(draft.type)) {
      return true;
    }
    ImmutableList<ServicePort> ports = draft.ports();
    Map<Integer, Integer> requested = requested(draft);
    Map<Integer, Integer> settled = new HashMap<>();
    Map<Integer, ArrayList<FieldPath>> shared = new HashMap<>();
    for (int i = 0; i < draft.nodePorts.length; i++) {
      int own = draft.nodePorts[i];
      if (own == 0 && !picks(draft)) {
        continue;
      }
      Integer number = ports.get(i).port();
      Integer twin = settled.get(number);
      if (twin == null) {
        Integer wanted = requested.get(number);
        if (wanted == null) {
          if (!pick(draft, i)) {
            return false;
          }
          settled.put(number, draft.nodePorts[i]);
          shared.put(number, new ArrayList<>(ImmutableList.of(Paths.nodePort(i))));
        } else {
          if (!take(draft, i, wanted)) {
            return false;
          }
          share(draft, i, wanted);
          settled.put(number, wanted);
        }
      } else if (own == 0) {
        share(draft, i, twin);
        ArrayList<FieldPath> group = shared.get(number);
        if (group != null) {
          group.add(Paths.nodePort(i));
          draft.allocated.add(Paths.nodePort(i));
        }
      } else if (own != twin && !take(draft, i, own)) {
        return false;
      }
    }
    for (ArrayList<FieldPath> group : shared.values()) {
      if (group.size() > 1) {
        draft.equal.add(ImmutableList.copyOf(group));
      }
    }
    return true;
  }

  static boolean onUpdate(Draft draft, ServiceSpec old) {
    if (!Needs.nodePorts(draft.type)) {
      if (Needs.nodePorts(old.type())) {
        draft.releases.addNodePorts(old, Set.of());
      }
      return true;
    }
    Set<Integer> held = new HashSet<>();
    for (ServicePort port : old.ports()) {
      if (port.nodePort() != 0) {
        held.add(port.nodePort());
      }
    }
    Set<ProtocolPort> seen = new HashSet<>();
    Set<Integer> now = new HashSet<>();
    for (int i = 0; i < draft.nodePorts.length; i++) {
      int own = draft.nodePorts[i];
      if (own == 0) {
        if (!picks(draft)) {
          continue;
        }
        if (!pick(draft, i)) {
          return false;
        }
      } else if (!held.contains(own) && !now.contains(own) && !take(draft, i, own)) {
        return false;
      }
      ProtocolPort both = new ProtocolPort(draft.ports().get(i).protocol(), draft.nodePorts[i]);
      if (!seen.add(both)) {
        return draft.refuse(Refusals.bare(draft, Refusal.NODE_PORT, "duplicate nodePort: " + both));
      }
      now.add(draft.nodePorts[i]);
    }
    draft.releases.addNodePorts(old, now);
    return true;
  }

  // The first node port said for each port number.
  private static Map<Integer, Integer> requested(Draft draft) {
    Map<Integer, Integer> requested = new HashMap<>();
    for (int i = 0; i < draft.nodePorts.length; i++) {
      if (draft.nodePorts[i] != 0) {
        requested.putIfAbsent(draft.ports().get(i).port(), draft.nodePorts[i]);
      }
    }
    return requested;
  }

  private static boolean picks(Draft draft) {
    return Needs.pickedNodePorts(draft.type, draft.allocateLoadBalancerNodePorts);
  }

  private static boolean take(Draft draft, int index, int number) {
    Allocation<Integer> allocation = draft.allocations.takePort(number, draft.holder());
    if (allocation instanceof Allocation.Taken<Integer> taken) {
      draft.allocations = taken.next();
      return true;
    }
    Faults faults = new Faults(draft.traits.wording());
    faults.invalid(Paths.nodePort(index), number, message(allocation));
    return draft.refuse(Refusals.invalid(draft, Refusal.NODE_PORT, faults.toList()));
  }

  private static boolean pick(Draft draft, int index) {
    Allocation<Integer> allocation =
        draft.allocations.pickPort(draft.holder(), draft.picker, draft.nextDraw());
    if (!(allocation instanceof Allocation.Taken<Integer> taken)) {
      return draft.refuse(
          Refusals.internal(
              draft, Refusal.NODE_PORT, "failed to allocate a nodePort: " + message(allocation)));
    }
    draft.allocations = taken.next();
    draft.nodePorts[index] = taken.number();
    draft.allocated.add(Paths.nodePort(index));
    draft.note(
        FieldChange.Kind.PICKED,
        Paths.nodePort(index),
        "",
        Integer.toString(taken.number()),
        AdmissionReason.NODE_PORT_PICKED);
    return true;
  }

  private static void share(Draft draft, int index, int number) {
    if (draft.nodePorts[index] == number) {
      return;
    }
    draft.nodePorts[index] = number;
    draft.note(
        FieldChange.Kind.INFERRED,
        Paths.nodePort(index),
        "",
        Integer.toString(number),
        AdmissionReason.NODE_PORT_SHARED);
  }

  private static String message(Allocation<Integer> allocation) {
    return allocation instanceof Allocation.Refused<Integer> refused ? refused.message() : "";
  }

  // Printed as the server prints the pair.
  private record ProtocolPort(Choice<Protocol> protocol, int port) {
    @Override
    public String toString() {
      return "{" + protocol + " " + port + "}";
    }
  }
}
