package io.servicesemantics.impl.slicing;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.Container;
import io.servicesemantics.cluster.ContainerPort;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.net.Protocol;
import io.servicesemantics.object.Choice;
import org.jspecify.annotations.Nullable;

/**
 * Finds the port of a Pod that a name stands for.
 *
 * <p>Follows {@code endpointslice/utils.go}, FindPort (routing 1.5.4). What is found is a number
 * together with where it was found, in one {@code long}.
 */
final class NamedPorts {

  static final long NOT_FOUND = -1;

  private static final long IN_SIDECAR = 1L << 32;
  private static final Choice<Protocol> TCP = Choice.of(Protocol.TCP);

  private NamedPorts() {}

  static long find(Pod pod, String name, Choice<Protocol> protocol, boolean looksIntoSidecars) {
    ImmutableList<Container> containers = pod.spec().containers();
    for (int i = 0; i < containers.size(); i++) {
      ContainerPort port = declared(containers.get(i), name, protocol);
      if (port != null) {
        return port.containerPort() & 0xffff_ffffL;
      }
    }
    if (!looksIntoSidecars) {
      return NOT_FOUND;
    }
    ImmutableList<Container> initContainers = pod.spec().initContainers();
    for (int i = 0; i < initContainers.size(); i++) {
      Container container = initContainers.get(i);
      if (container.isSidecar()) {
        ContainerPort port = declared(container, name, protocol);
        if (port != null) {
          return (port.containerPort() & 0xffff_ffffL) | IN_SIDECAR;
        }
      }
    }
    return NOT_FOUND;
  }

  static int number(long found) {
    return (int) found;
  }

  static boolean isInSidecar(long found) {
    return (found & IN_SIDECAR) != 0;
  }

  /** The protocol an object means: TCP where it does not say. */
  static Choice<Protocol> meant(Choice<Protocol> said) {
    return said.isSaid() ? said : TCP;
  }

  private static @Nullable ContainerPort declared(
      Container container, String name, Choice<Protocol> protocol) {
    ImmutableList<ContainerPort> ports = container.ports();
    for (int i = 0; i < ports.size(); i++) {
      ContainerPort port = ports.get(i);
      if (port.name().equals(name) && meant(port.protocol()).equals(protocol)) {
        return port;
      }
    }
    return null;
  }
}
