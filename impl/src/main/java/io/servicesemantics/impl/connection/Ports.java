package io.servicesemantics.impl.connection;

import io.servicesemantics.cluster.Container;
import io.servicesemantics.cluster.ContainerPort;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.net.Protocol;
import io.servicesemantics.object.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Ports that containers declare, and protocols as they count. */
final class Ports {

  private Ports() {}

  /** The protocol said, or the one that unsaid stands for. */
  static Protocol protocol(Choice<Protocol> said) {
    return said.known().orElse(Protocol.TCP);
  }

  /** The ports that containers and sidecars declare, in order. */
  static List<ContainerPort> declared(Pod pod) {
    List<ContainerPort> declared = new ArrayList<>();
    for (Container container : pod.spec().containers()) {
      declared.addAll(container.ports());
    }
    for (Container container : pod.spec().initContainers()) {
      if (container.isSidecar()) {
        declared.addAll(container.ports());
      }
    }
    return declared;
  }

  static boolean declares(Pod pod, int port, Protocol protocol) {
    for (ContainerPort declared : declared(pod)) {
      if (declared.containerPort() == port && protocol(declared.protocol()) == protocol) {
        return true;
      }
    }
    return false;
  }

  /** The container port that a port of the node leads to, if the Pod asks for it. */
  static Optional<ContainerPort> atHostPort(Pod pod, int port, Protocol protocol) {
    return declared(pod).stream()
        .filter(declared -> declared.hostPort() == port)
        .filter(declared -> protocol(declared.protocol()) == protocol)
        .findFirst();
  }

  static String words(Pod pod) {
    List<ContainerPort> declared = declared(pod);
    StringBuilder text = new StringBuilder();
    for (ContainerPort port : declared) {
      text.append(text.length() == 0 ? "" : ", ")
          .append(port.name().isEmpty() ? "" : port.name() + " ")
          .append(port.containerPort())
          .append('/')
          .append(protocol(port.protocol()).wireName());
    }
    return text.length() == 0 ? "no port at all" : text.toString();
  }
}
