package io.servicesemantics.impl.connection;

import io.servicesemantics.cluster.ContainerPort;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.connection.ConnectionReason;
import io.servicesemantics.connection.Hop;
import io.servicesemantics.explain.Because;
import io.servicesemantics.explain.Reason;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.Protocol;
import io.servicesemantics.object.KubernetesObject;
import io.servicesemantics.routing.RoutingReason;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;

/** What becomes of a packet that a node lets pass to an address of its own (routing 2.14.1). */
final class OwnAddress {

  private OwnAddress() {}

  static Hop land(Node node, Walk.Packet packet, Reason verdict, World world, Arrivals arrivals) {
    String name = node.metadata().name();
    if (packet.target().protocol().isEmpty()) {
      return ending(ConnectionReason.NODE_ANSWERS_PING, name);
    }
    if (verdict == RoutingReason.HEALTH_CHECK_ANSWERED) {
      return ending(ConnectionReason.KUBE_PROXY_ANSWERS, name);
    }
    Protocol protocol = packet.target().protocol().get();
    int port = packet.target().port();
    Optional<Pod> listening =
        first(world, name, pod -> pod.spec().hostNetwork() && Ports.declares(pod, port, protocol));
    if (listening.isPresent()) {
      return arrivals.at(
          listening.get(),
          packet.destination(),
          packet.target(),
          packet.source(),
          Because.of(ConnectionReason.HOST_POD).withFact("pod", listening.get().namespacedName()));
    }
    return first(
            world,
            name,
            pod -> !pod.spec().hostNetwork() && Ports.atHostPort(pod, port, protocol).isPresent())
        .flatMap(pod -> hostPort(pod, packet, protocol, arrivals))
        .orElseGet(() -> ending(ConnectionReason.NOTHING_LISTENS, name));
  }

  private static Optional<Hop> hostPort(
      Pod pod, Walk.Packet packet, Protocol protocol, Arrivals arrivals) {
    Optional<ContainerPort> declared = Ports.atHostPort(pod, packet.target().port(), protocol);
    Optional<IpAddress> address =
        World.addresses(pod).stream()
            .filter(own -> own.family() == packet.destination().family())
            .findFirst();
    return declared.isEmpty() || address.isEmpty()
        ? Optional.empty()
        : Optional.of(
            arrivals.at(
                pod,
                address.get(),
                Target.at(address.get(), Target.Port.of(declared.get().containerPort(), protocol)),
                packet.source(),
                Because.of(ConnectionReason.HOST_PORT).withFact("pod", pod.namespacedName())));
  }

  private static Optional<Pod> first(World world, String nodeName, Predicate<Pod> wanted) {
    return world.snapshot().podsByName().values().stream()
        .filter(pod -> pod.spec().nodeName().equals(nodeName) && !World.isOver(pod))
        .filter(wanted)
        .min(Comparator.comparing(KubernetesObject::namespacedName));
  }

  private static Hop ending(ConnectionReason reason, String nodeName) {
    return new Hop.Ending(Because.of(reason).withFact("node", nodeName));
  }
}
