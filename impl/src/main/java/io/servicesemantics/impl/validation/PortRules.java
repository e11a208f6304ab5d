package io.servicesemantics.impl.validation;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.fault.FieldPath;
import io.servicesemantics.service.ServicePort;
import io.servicesemantics.service.ServiceSpec;
import io.servicesemantics.service.ServiceType;
import io.servicesemantics.service.TargetPort;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Rules about {@code spec.ports}: all of one port before the next, in the server's order, and then
 * what no two ports may share (api 3.3, 3.2 S11–S13).
 */
final class PortRules {

  static final String NOT_A_PORT = "must be between 1 and 65535, inclusive";

  static final ImmutableList<String> PROTOCOLS = ImmutableList.of("SCTP", "TCP", "UDP");

  private static final FieldPath PORTS = FieldPath.of("spec").child("ports");

  private PortRules() {}

  static boolean isPort(int number) {
    return number >= 1 && number <= 65535;
  }

  static void check(ImmutableList<ServicePort> ports, Faults faults) {
    // names are looked up only where two may be the same
    boolean namesShared = PortTwins.mayShareNames(ports);
    Set<String> names = namesShared ? new HashSet<>() : Set.of();
    for (int i = 0; i < ports.size(); i++) {
      ServicePort port = ports.get(i);
      if (ports.size() > 1 && port.name().isEmpty()) {
        faults.required(PORTS.index(i).child("name"), "");
      } else if (!port.name().isEmpty()) {
        for (String detail : Names.label(port.name())) {
          faults.invalid(PORTS.index(i).child("name"), port.name(), detail);
        }
        if (namesShared && !names.add(port.name())) {
          faults.duplicate(PORTS.index(i).child("name"), port.name());
        }
      }
      checkOne(port, i, faults);
    }
  }

  private static void checkOne(ServicePort port, int index, Faults faults) {
    if (!isPort(port.port())) {
      faults.invalid(PORTS.index(index).child("port"), port.port(), NOT_A_PORT);
    }
    if (!port.protocol().isKnown()) {
      checkProtocol(port, index, faults);
    }
    checkTarget(port, index, faults);
    if (port.appProtocol().isPresent()) {
      for (String detail : Names.qualified(port.appProtocol().get(), faults.wording())) {
        faults.invalid(PORTS.index(index).child("appProtocol"), port.appProtocol().get(), detail);
      }
    }
  }

  private static void checkProtocol(ServicePort port, int index, Faults faults) {
    FieldPath path = PORTS.index(index).child("protocol");
    if (port.protocol().text().isEmpty()) {
      faults.required(path, "");
    } else {
      faults.notSupported(path, port.protocol(), PROTOCOLS);
    }
  }

  private static void checkTarget(ServicePort port, int index, Faults faults) {
    Optional<TargetPort> target = port.targetPort();
    if (target.isPresent() && target.get().isName()) {
      String name = target.get().toString();
      for (String detail : Names.portName(name)) {
        faults.invalid(PORTS.index(index).child("targetPort"), name, detail);
      }
      return;
    }
    int number = target.isPresent() ? target.get().numberOrZero() : 0;
    if (!isPort(number)) {
      faults.invalid(PORTS.index(index).child("targetPort"), number, NOT_A_PORT);
    }
  }

  static void checkNodePortsUsed(ServiceSpec spec, Faults faults) {
    if (!spec.type().is(ServiceType.CLUSTER_IP)) {
      return;
    }
    ImmutableList<ServicePort> ports = spec.ports();
    for (int i = 0; i < ports.size(); i++) {
      if (ports.get(i).nodePort() != 0) {
        faults.forbidden(
            PORTS.index(i).child("nodePort"), "may not be used when `type` is 'ClusterIP'");
      }
    }
  }

  static void checkDuplicates(ImmutableList<ServicePort> ports, Faults faults) {
    if (PortTwins.mayShareNodePorts(ports)) {
      checkNodePorts(ports, faults);
    }
    if (PortTwins.mayShareNumbers(ports)) {
      checkNumbers(ports, faults);
    }
  }

  private static void checkNodePorts(ImmutableList<ServicePort> ports, Faults faults) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < ports.size(); i++) {
      ServicePort port = ports.get(i);
      if (port.nodePort() != 0 && !seen.add(port.nodePort() + "/" + port.protocol().text())) {
        faults.duplicate(PORTS.index(i).child("nodePort"), port.nodePort());
      }
    }
  }

  private static void checkNumbers(ImmutableList<ServicePort> ports, Faults faults) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < ports.size(); i++) {
      ServicePort port = ports.get(i);
      if (!seen.add(port.port() + "/" + port.protocol().text())) {
        // the server shows a port of its own making, by the names of its Go fields
        faults.duplicateShown(
            PORTS.index(i), faults.values().portNumber(port.protocol().text(), port.port()));
      }
    }
  }
}
