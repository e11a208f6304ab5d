package io.servicesemantics.impl.connection;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.HostAddresses;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.connection.Caller;
import io.servicesemantics.connection.ConnectionReason;
import io.servicesemantics.explain.Because;
import io.servicesemantics.impl.connection.Origin.Kind;
import io.servicesemantics.net.IpAddress;
import java.util.List;
import java.util.Optional;

/** Finds who calls. */
final class CallerResolver {

  private final World world;

  private CallerResolver(World world) {
    this.world = world;
  }

  static Origin resolve(Caller caller, World world) {
    CallerResolver resolver = new CallerResolver(world);
    return caller.match(resolver::pod, node -> resolver.node(node.name()), resolver::address);
  }

  private Origin pod(Caller.OfPod caller) {
    List<Pod> found = PodNames.called(caller.name(), world);
    if (found.size() == 1) {
      return of(found.get(0));
    }
    return Origin.nobody(
        found.isEmpty()
            ? Because.of(ConnectionReason.CALLER_NOT_THERE)
                .withFact("asked", caller)
                .withFact("there is", NearMisses.ofPod(caller.name(), world))
            : Because.of(ConnectionReason.CALLER_AMBIGUOUS)
                .withFact("asked", caller)
                .withFact("there is", NearMisses.listed(found)));
  }

  private Origin of(Pod pod) {
    Because why =
        Because.of(
                pod.spec().hostNetwork()
                    ? ConnectionReason.CALLER_IS_HOST_POD
                    : ConnectionReason.CALLER_IS_POD)
            .withFact("pod", pod.namespacedName());
    String nodeName = pod.spec().nodeName();
    if (nodeName.isEmpty()) {
      return Origin.nobody(
          Because.of(ConnectionReason.CALLER_NOT_PLACED).withFact("pod", pod.namespacedName()));
    }
    if (World.isOver(pod)) {
      return Origin.nobody(
          Because.of(ConnectionReason.CALLER_HAS_ENDED).withFact("pod", pod.namespacedName()));
    }
    why = why.withFact("node", nodeName);
    return pod.spec().hostNetwork()
        ? process(Optional.of(pod), nodeName, why)
        : of(Kind.POD, Optional.of(pod), nodeName, World.addresses(pod), why);
  }

  private Origin node(String name) {
    if (world.snapshot().node(name).isEmpty()) {
      return Origin.nobody(
          Because.of(ConnectionReason.CALLER_NOT_THERE)
              .withFact("asked", "node " + name)
              .withFact("there is", NearMisses.ofNode(name, world)));
    }
    return process(
        Optional.empty(), name, Because.of(ConnectionReason.CALLER_IS_NODE).withFact("node", name));
  }

  private Origin process(Optional<Pod> pod, String nodeName, Because why) {
    ImmutableList<IpAddress> ofNode = HostAddresses.of(world.node(nodeName));
    ImmutableList<IpAddress> addresses =
        ofNode.isEmpty() ? pod.map(World::addresses).orElse(ofNode) : ofNode;
    return of(Kind.PROCESS, pod, nodeName, addresses, why);
  }

  private Origin of(
      Kind kind,
      Optional<Pod> pod,
      String nodeName,
      ImmutableList<IpAddress> addresses,
      Because why) {
    if (addresses.isEmpty()) {
      return Origin.nobody(
          new Because(ConnectionReason.CALLER_HAS_NO_ADDRESS, why.facts(), ImmutableList.of(why)));
    }
    return new Origin(
        kind,
        pod,
        Optional.of(world.node(nodeName)),
        addresses,
        withNode(why.withFact("address", NearMisses.joined(addresses)), nodeName));
  }

  private ImmutableList<Because> withNode(Because why, String nodeName) {
    return world.snapshot().node(nodeName).isPresent()
        ? ImmutableList.of(why)
        : ImmutableList.of(
            why, Because.of(ConnectionReason.NODE_NOT_THERE).withFact("node", nodeName));
  }

  private Origin address(Caller.OfAddress caller) {
    IpAddress address = caller.address();
    if (caller.via().isPresent()) {
      return arriving(address, caller.via().get());
    }
    Optional<Pod> pod = world.podAt(address);
    if (pod.isPresent()) {
      return of(pod.get());
    }
    Optional<Node> node = world.nodeAt(address);
    if (node.isPresent()) {
      return node(node.get().metadata().name());
    }
    return outside(
        Kind.OUTSIDE,
        address,
        Optional.empty(),
        Because.of(ConnectionReason.CALLER_IS_OUTSIDE).withFact("address", address));
  }

  private Origin arriving(IpAddress address, String nodeName) {
    Optional<Node> node = world.snapshot().node(nodeName);
    if (node.isEmpty()) {
      return Origin.nobody(
          Because.of(ConnectionReason.CALLER_NOT_THERE)
              .withFact("asked", "node " + nodeName)
              .withFact("there is", NearMisses.ofNode(nodeName, world)));
    }
    Optional<Pod> own = world.podAt(address).filter(pod -> pod.spec().nodeName().equals(nodeName));
    if (own.isPresent()) {
      return of(own.get());
    }
    if (HostAddresses.of(node.get()).contains(address)) {
      return node(nodeName);
    }
    return outside(
        Kind.ARRIVING,
        address,
        node,
        Because.of(ConnectionReason.CALLER_ARRIVES)
            .withFact("node", nodeName)
            .withFact("address", address));
  }

  private static Origin outside(Kind kind, IpAddress address, Optional<Node> node, Because why) {
    return new Origin(
        kind, Optional.empty(), node, ImmutableList.of(address), ImmutableList.of(why));
  }
}
