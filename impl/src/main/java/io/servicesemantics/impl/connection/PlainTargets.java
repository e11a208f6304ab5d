package io.servicesemantics.impl.connection;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.servicesemantics.cluster.ContainerPort;
import io.servicesemantics.cluster.HostAddresses;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.connection.ConnectionReason;
import io.servicesemantics.connection.DestinationPort;
import io.servicesemantics.explain.Because;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.Protocol;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServicePort;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What Pods, nodes and addresses lead to that are called as such. */
final class PlainTargets {

  private PlainTargets() {}

  static void ofPod(Pod pod, DestinationPort asked, Findings findings) {
    List<IpAddress> addresses = World.addresses(pod);
    if (addresses.isEmpty()) {
      findings.note(
          Because.of(ConnectionReason.POD_HAS_NO_ADDRESS).withFact("pod", pod.namespacedName()));
    }
    addAll(addresses, portsOf(pod, asked, findings), findings);
  }

  private static ImmutableList<Target.Port> portsOf(
      Pod pod, DestinationPort asked, Findings findings) {
    return asked.match(
        number -> {
          ImmutableList<Target.Port> declared =
              number.protocol().isPresent()
                  ? ImmutableList.of()
                  : declared(pod, port -> port.containerPort() == number.number());
          return declared.isEmpty() ? ImmutableList.of(numbered(number)) : declared;
        },
        name -> {
          ImmutableList<Target.Port> declared =
              declared(pod, port -> port.name().equals(name.name()) && isOf(port, name.protocol()));
          if (declared.isEmpty()) {
            findings.note(missing(ConnectionReason.PORT_NAME_NOT_THERE, pod, name.name()));
          }
          return declared;
        },
        unsaid -> {
          ImmutableList<Target.Port> declared = declared(pod, port -> true);
          if (declared.isEmpty()) {
            findings.note(missing(ConnectionReason.PORT_NOT_SAID, pod, "none"));
          }
          return declared;
        },
        ping -> ImmutableList.of(Target.Port.PING));
  }

  private static Because missing(ConnectionReason reason, Pod pod, String asked) {
    return Because.of(reason)
        .withFact("pod", pod.namespacedName())
        .withFact("asked", asked)
        .withFact("there is", Ports.words(pod));
  }

  private static boolean isOf(ContainerPort port, Optional<Protocol> protocol) {
    return protocol.isEmpty() || protocol.get() == Ports.protocol(port.protocol());
  }

  private static ImmutableList<Target.Port> declared(Pod pod, Predicate<ContainerPort> wanted) {
    return Ports.declared(pod).stream()
        .filter(wanted)
        .filter(port -> port.containerPort() >= 1 && port.containerPort() <= 65535)
        .map(port -> Target.Port.of(port.containerPort(), Ports.protocol(port.protocol())))
        .distinct()
        .collect(ImmutableList.toImmutableList());
  }

  private static Target.Port numbered(DestinationPort.Numbered asked) {
    return Target.Port.of(asked.number(), asked.protocol().orElse(Protocol.TCP));
  }

  static void ofNode(Node node, DestinationPort asked, World world, Findings findings) {
    List<IpAddress> addresses = HostAddresses.of(node);
    if (addresses.isEmpty()) {
      findings.note(
          Because.of(ConnectionReason.NODE_HAS_NO_ADDRESS)
              .withFact("node", node.metadata().name()));
    }
    addAll(addresses, portsOfNode(asked, world, findings), findings);
  }

  // A node port's protocol is known where a Service has it.
  private static ImmutableList<Target.Port> portsOfNode(
      DestinationPort asked, World world, Findings findings) {
    return asked.match(
        number -> {
          ImmutableSet.Builder<Target.Port> ports = ImmutableSet.builder();
          for (Service service : world.servicesWithNodePort(number.number())) {
            for (ServicePort port : service.spec().ports()) {
              if (port.nodePort() == number.number() && number.protocol().isEmpty()) {
                ports.add(Target.Port.of(number.number(), Ports.protocol(port.protocol())));
              }
            }
          }
          ImmutableList<Target.Port> found = ports.build().asList();
          return found.isEmpty() ? ImmutableList.of(numbered(number)) : found;
        },
        name -> {
          findings.note(
              Because.of(ConnectionReason.PORT_NAME_NOT_THERE).withFact("asked", name.name()));
          return ImmutableList.<Target.Port>of();
        },
        unsaid -> {
          findings.note(Because.of(ConnectionReason.PORT_NOT_SAID));
          return ImmutableList.<Target.Port>of();
        },
        ping -> ImmutableList.of(Target.Port.PING));
  }

  /** An address is whoever's it is: a Service's, a Pod's, or a node's, in this order. */
  static void ofAddress(IpAddress address, DestinationPort asked, World world, Findings findings) {
    ImmutableSet<Service> services = world.servicesAt(address);
    Optional<Pod> pod = world.podAt(address);
    if (!services.isEmpty()) {
      for (AskedPort port : portsOf(services, asked, findings)) {
        findings.add(Target.at(address, port.port()));
      }
    } else if (pod.isPresent()) {
      findings.note(
          Because.of(ConnectionReason.NAME_IS_POD).withFact("pod", pod.get().namespacedName()));
      addAll(ImmutableList.of(address), portsOf(pod.get(), asked, findings), findings);
    } else {
      addAll(ImmutableList.of(address), portsOfNode(asked, world, findings), findings);
    }
  }

  // Several Services may share an address at different ports.
  private static ImmutableList<AskedPort> portsOf(
      ImmutableSet<Service> services, DestinationPort asked, Findings findings) {
    ImmutableList.Builder<AskedPort> ports = ImmutableList.builder();
    ImmutableList.Builder<Service> having = ImmutableList.builder();
    for (Service service : services) {
      ImmutableList<AskedPort> found =
          asked instanceof DestinationPort.Numbered number
              ? ServicePorts.withNumber(service, number)
              : ImmutableList.of();
      if (!found.isEmpty()) {
        having.add(service);
        ports.addAll(found);
      }
    }
    ImmutableList<Service> told = having.build();
    for (Service service : told.isEmpty() ? services : told) {
      findings.note(
          Because.of(ConnectionReason.ADDRESS_IS_SERVICE)
              .withFact("service", service.namespacedName()));
      if (told.isEmpty()) {
        ports.addAll(ServicePorts.of(service, asked, findings));
      }
    }
    return ports.build();
  }

  private static void addAll(
      List<IpAddress> addresses, ImmutableList<Target.Port> ports, Findings findings) {
    for (Target.Port port : ports) {
      for (IpAddress address : addresses) {
        findings.add(Target.at(address, port));
      }
    }
  }
}
