package io.servicesemantics.impl.connection;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.HostAddresses;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.connection.Arrival;
import io.servicesemantics.connection.ConnectionReason;
import io.servicesemantics.connection.Hop;
import io.servicesemantics.explain.Because;
import io.servicesemantics.explain.Reason;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.routing.Flow;
import io.servicesemantics.routing.Forward;
import io.servicesemantics.routing.Fraction;
import io.servicesemantics.routing.RoutingReason;
import io.servicesemantics.routing.ServiceEndpoint;
import java.util.Optional;

/** Tells who gets a call, whom they see, and whether their answer finds back. */
final class Arrivals {

  private static final String POD = "Pod";

  private final World world;
  private final Origin origin;

  Arrivals(World world, Origin origin) {
    this.world = world;
    this.origin = origin;
  }

  /** The backends of a node's verdict. */
  Hop of(Node node, Forward forward, Flow flow, Reason verdict, boolean isSourceBound) {
    ImmutableList.Builder<Arrival> arrivals = ImmutableList.builder();
    Fraction share = forward.share();
    for (ServiceEndpoint endpoint : forward.endpoints()) {
      arrivals.add(
          new Backed(node, forward, flow, endpoint, verdict, isSourceBound).arrival(share));
    }
    return new Hop.Delivery(arrivals.build());
  }

  /** A Pod that is called directly. */
  Hop at(Pod pod, IpAddress address, Target target, IpAddress source, Because why) {
    ImmutableList.Builder<Because> reasons = ImmutableList.builder();
    reasons.add(why);
    Because who = Because.of(ConnectionReason.SENDER_KEPT).withFact("sees", source);
    reasons.add(who);
    NamespacedName name = pod.namespacedName();
    boolean isUndeclared =
        target.protocol().isPresent()
            && !Ports.declared(pod).isEmpty()
            && !Ports.declares(pod, target.port(), target.protocol().get());
    if (isUndeclared && target.flaw().isEmpty()) {
      reasons.add(
          Because.of(ConnectionReason.PORT_NOT_DECLARED)
              .withFact("pod", name)
              .withFact("called", target.port())
              .withFact("declared", Ports.words(pod)));
    }
    target.flaw().ifPresent(reasons::add);
    if (World.isOver(pod)) {
      reasons.add(Because.of(ConnectionReason.POD_OVER).withFact("pod", name));
    } else if (!pod.isReady()) {
      reasons.add(Because.of(ConnectionReason.POD_NOT_READY).withFact("pod", name));
    }
    return new Hop.Delivery(
        ImmutableList.of(
            new Arrival(
                address,
                target.port(),
                Optional.of(name),
                pod.spec().nodeName(),
                world.node(pod.spec().nodeName()).zone(),
                Fraction.ONE,
                /* isSenderHidden= */ false,
                Optional.of(source),
                reasons.build())));
  }

  /** One backend of a verdict. */
  private final class Backed {

    private final Node node;
    private final Flow flow;
    private final ServiceEndpoint endpoint;
    private final Reason verdict;
    private final boolean isSourceBound;
    private final boolean isHidden;
    private final Optional<NamespacedName> named;
    private final Optional<Pod> pod;
    private final String place;

    Backed(
        Node node,
        Forward forward,
        Flow flow,
        ServiceEndpoint endpoint,
        Reason verdict,
        boolean isSourceBound) {
      this.node = node;
      this.flow = flow;
      this.endpoint = endpoint;
      this.verdict = verdict;
      this.isSourceBound = isSourceBound;
      isHidden = forward.isMasqueraded(endpoint, flow);
      named =
          endpoint
              .said()
              .targetRef()
              .filter(ref -> ref.kind().equals(POD))
              .map(ref -> NamespacedName.of(ref.namespace(), ref.name()));
      pod =
          named.isPresent()
              ? Optional.ofNullable(world.snapshot().podsByName().get(named.get()))
              : world.podAt(endpoint.address());
      place =
          endpoint
              .said()
              .nodeName()
              .or(() -> pod.map(found -> found.spec().nodeName()))
              .or(() -> world.nodeAt(endpoint.address()).map(own -> own.metadata().name()))
              .orElse("");
    }

    Arrival arrival(Fraction share) {
      boolean isOnNode = place.equals(node.metadata().name());
      boolean isInHostNetwork = isInHostNetwork();
      boolean seesNode = isHidden && !(isOnNode && isInHostNetwork);
      ImmutableList.Builder<Because> reasons = ImmutableList.builder();
      Optional<IpAddress> sees = seesNode ? nodeAsSeen(isOnNode) : Optional.of(flow.source());
      reasons.add(sender(seesNode, sees));
      hazard(isOnNode, isInHostNetwork).ifPresent(reasons::add);
      trouble().ifPresent(reasons::add);
      return new Arrival(
          endpoint.address(),
          endpoint.port() & 0xffff,
          pod.map(Pod::namespacedName).or(() -> named),
          place,
          endpoint.said().zone().orElseGet(() -> world.node(place).zone()),
          share,
          seesNode,
          sees,
          reasons.build());
    }

    private boolean isInHostNetwork() {
      return pod.filter(found -> found.spec().hostNetwork()).isPresent()
          || world.nodeAt(endpoint.address()).isPresent();
    }

    // Towards its own Pods a node uses an address that no object tells (routing 2.12.3).
    private Optional<IpAddress> nodeAsSeen(boolean isOnNode) {
      return isOnNode
          ? Optional.empty()
          : HostAddresses.of(node).stream()
              .filter(address -> address.family() == flow.family())
              .findFirst();
    }

    private Because sender(boolean seesNode, Optional<IpAddress> sees) {
      if (seesNode) {
        return Because.of(ConnectionReason.SENDER_HIDDEN)
            .withFact(
                "sees",
                sees.map(IpAddress::toString)
                    .orElse(node.metadata().name() + "'s address towards its Pods"));
      }
      return Because.of(
              isHidden ? ConnectionReason.SENDER_KEPT_ON_NODE : ConnectionReason.SENDER_KEPT)
          .withFact("sees", flow.source());
    }

    // Whether the answer finds back: it must pass the node that redirected the call, or come by
    // itself to a sender on that node.
    private Optional<Because> hazard(boolean isOnNode, boolean isInHostNetwork) {
      boolean isItself =
          origin.isPod() && flow.source().equals(endpoint.address()) && !isInHostNetwork;
      if (isItself && !isHidden) {
        return Optional.of(about(ConnectionReason.HAIRPIN_NOT_HIDDEN));
      }
      if (isItself && isOnNode) {
        return Optional.of(about(ConnectionReason.HAIRPIN));
      }
      if (isHidden || isOnNode) {
        return Optional.empty();
      }
      if (isSourceBound) {
        return Optional.of(about(ConnectionReason.REPLY_TO_BOUND_ADDRESS));
      }
      return origin.isOn(node.metadata().name())
          ? Optional.empty()
          : Optional.of(about(passingBy()));
    }

    private ConnectionReason passingBy() {
      if (verdict == RoutingReason.EXTERNAL_FROM_LOCAL_POD) {
        return ConnectionReason.REPLY_PASSES_BY_TO_POD;
      }
      return verdict == RoutingReason.VIRTUAL_SERVER_FALLS_BACK
          ? ConnectionReason.REPLY_PASSES_BY_VIRTUAL_SERVER
          : ConnectionReason.REPLY_PASSES_BY;
    }

    private Because about(ConnectionReason reason) {
      return Because.of(reason)
          .withFact("caller", flow.source())
          .withFact("redirected by", node.metadata().name());
    }

    private Optional<Because> trouble() {
      if (pod.isPresent()) {
        return World.isOver(pod.get())
            ? Optional.of(
                Because.of(ConnectionReason.POD_OVER).withFact("pod", pod.get().namespacedName()))
            : Optional.empty();
      }
      return named.isPresent() && !world.snapshot().pods().isEmpty()
          ? Optional.of(
              Because.of(ConnectionReason.POD_GONE)
                  .withFact("pod", named.get())
                  .withFact("endpoint", endpoint))
          : Optional.empty();
    }
  }
}
