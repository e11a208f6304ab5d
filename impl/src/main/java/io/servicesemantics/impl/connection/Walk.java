package io.servicesemantics.impl.connection;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.HostAddresses;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.connection.ConnectionPath;
import io.servicesemantics.connection.ConnectionReason;
import io.servicesemantics.connection.Hop;
import io.servicesemantics.explain.Because;
import io.servicesemantics.explain.Explained;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.profile.ProxyMode;
import io.servicesemantics.profile.ProxySettings;
import io.servicesemantics.routing.Flow;
import io.servicesemantics.routing.FlowOrigin;
import io.servicesemantics.routing.Forward;
import io.servicesemantics.routing.RoutingTable;
import io.servicesemantics.routing.TrafficRouter;
import io.servicesemantics.routing.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Follows a call from node to node (routing 2.19.3 to 2.19.5). */
final class Walk {

  private final TrafficRouter router;
  private final ProxySettings proxy;
  private final World world;
  private final Origin origin;
  private final Arrivals arrivals;

  Walk(TrafficRouter router, ProxySettings proxy, World world, Origin origin) {
    this.router = router;
    this.proxy = proxy;
    this.world = world;
    this.origin = origin;
    this.arrivals = new Arrivals(world, origin);
  }

  /** Every way a call to a target may take. */
  ImmutableList<ConnectionPath> to(Target target) {
    PathGroups groups = new PathGroups();
    for (IpAddress address : target.addresses()) {
      String at = target.addresses().size() > 1 ? " (" + address + ")" : "";
      Optional<Hop> unseen = unseen(address, target);
      if (unseen.isPresent()) {
        groups.add(Optional.empty(), ImmutableList.of(unseen.get()));
        continue;
      }
      ImmutableList<Node> entries = entries(address);
      for (Node entry : entries) {
        groups.add(Optional.of(entry.metadata().name() + at), from(entry, address, target));
      }
      if (entries.isEmpty()) {
        groups.add(Optional.empty(), ImmutableList.of(nowhere(address)));
      }
    }
    return groups.paths();
  }

  // What becomes of a call that no node sees.
  private Optional<Hop> unseen(IpAddress address, Target target) {
    if (origin.isProcess()) {
      return Optional.empty();
    }
    if (address.isLoopback() || address.isUnspecified()) {
      return Optional.of(ending(ConnectionReason.STAYS_ON_LOOPBACK, address));
    }
    if (!origin.isPod() || !origin.addresses().contains(address)) {
      return Optional.empty();
    }
    return origin
        .pod()
        .map(
            pod ->
                arrivals.at(
                    pod,
                    address,
                    target,
                    address,
                    Because.of(ConnectionReason.POD_CALLS_ITSELF).withFact("address", address)));
  }

  // The nodes at which the call may begin.
  private ImmutableList<Node> entries(IpAddress address) {
    if (origin.node().isPresent()) {
      return ImmutableList.of(origin.node().get());
    }
    Optional<Node> node = world.nodeAt(address);
    if (node.isPresent()) {
      return ImmutableList.of(node.get());
    }
    if (world.isTakenByNodes(address)) {
      return world.nodes();
    }
    return world
        .podAt(address)
        .filter(pod -> !pod.spec().nodeName().isEmpty())
        .map(pod -> ImmutableList.of(world.node(pod.spec().nodeName())))
        .orElse(ImmutableList.of());
  }

  private Hop nowhere(IpAddress address) {
    if (world.isTakenByNodes(address)) {
      return ending(ConnectionReason.NO_NODES, address);
    }
    return ending(
        world.servicesAt(address).isEmpty()
            ? ConnectionReason.NEVER_ENTERS
            : ConnectionReason.ON_TO_LOAD_BALANCER,
        address);
  }

  private ImmutableList<Hop> from(Node entry, IpAddress address, Target target) {
    List<Hop> hops = new ArrayList<>();
    IpAddress source = source(entry, address, target);
    ask(entry, new Packet(source, address, target, origin.flowOrigin()), hops);
    return ImmutableList.copyOf(hops);
  }

  // The kernel calls its own addresses from those addresses; others from the node's first one.
  private IpAddress source(Node entry, IpAddress address, Target target) {
    boolean isOwn =
        address.isLoopback()
            || HostAddresses.of(entry).contains(address)
            || isBound(entry, address, target);
    return origin.isProcess() && isOwn ? address : origin.address(address.family()).orElse(address);
  }

  // A node of virtual servers has bound the Services' addresses for itself (routing 2.15.9).
  private boolean isBound(Node node, IpAddress address, Target target) {
    return proxy.mode() == ProxyMode.IPVS
        && router.tableFor(node, world.around(address, address, target.port())).frontEnds().stream()
            .anyMatch(frontEnd -> frontEnd.address().equals(address));
  }

  private void ask(Node node, Packet packet, List<Hop> hops) {
    String name = node.metadata().name();
    RoutingTable table =
        router.tableFor(
            node, world.around(packet.source(), packet.destination(), packet.target().port()));
    Optional<Flow> flow = packet.flow();
    Explained<Verdict> decided =
        flow.map(table::explain).orElseGet(() -> table.explainPing(packet.destination()));
    hops.add(new Hop.Decision(name, packet.source(), packet.destination(), flow, decided));
    if (decided.value() instanceof Forward forward && flow.isPresent()) {
      boolean isBound = origin.isProcess() && isBoundSource(node, packet);
      hops.add(arrivals.of(node, forward, flow.get(), decided.because().reason(), isBound));
    } else if (decided.value() instanceof Verdict.PassThrough) {
      pass(node, packet, decided.because(), hops);
    }
  }

  private static boolean isBoundSource(Node node, Packet packet) {
    return packet.source().equals(packet.destination())
        && !packet.source().isLoopback()
        && !HostAddresses.of(node).contains(packet.source());
  }

  // Where a packet goes that a node leaves as it is.
  private void pass(Node node, Packet packet, Because why, List<Hop> hops) {
    IpAddress address = packet.destination();
    if (address.isLoopback() || HostAddresses.of(node).contains(address)) {
      hops.add(OwnAddress.land(node, packet, why.reason(), world, arrivals));
      return;
    }
    Optional<Node> other = world.nodeAt(address);
    if (other.isPresent()) {
      hops.add(
          new Hop.Onward(
              Because.of(ConnectionReason.ON_TO_NODE)
                  .withFact("node", other.get().metadata().name())));
      if (origin.isPod()) {
        hops.add(
            new Hop.Onward(
                Because.of(ConnectionReason.POD_ADDRESS_TAKEN_AS_KEPT)
                    .withFact("address", packet.source())));
      }
      ask(other.get(), packet.fromNetwork(), hops);
      return;
    }
    Optional<Pod> pod = world.podAt(address);
    if (pod.isPresent()) {
      hops.add(
          arrivals.at(
              pod.get(),
              address,
              packet.target(),
              packet.source(),
              Because.of(ConnectionReason.ON_TO_POD).withFact("pod", pod.get().namespacedName())));
      return;
    }
    hops.add(ending(Beyond.reason(address, why.reason(), proxy, world), address));
  }

  private static Hop ending(ConnectionReason reason, IpAddress address) {
    return new Hop.Ending(Because.of(reason).withFact("address", address));
  }

  /** A packet on its way. */
  record Packet(IpAddress source, IpAddress destination, Target target, FlowOrigin origin) {

    /** What a node is asked; nothing for a ping. */
    Optional<Flow> flow() {
      return target
          .protocol()
          .map(protocol -> new Flow(protocol, origin, source, destination, target.port()));
    }

    Packet fromNetwork() {
      return new Packet(source, destination, target, FlowOrigin.NETWORK);
    }
  }
}
