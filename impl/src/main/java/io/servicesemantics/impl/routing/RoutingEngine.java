package io.servicesemantics.impl.routing;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.net.Cidr;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.Protocol;
import io.servicesemantics.routing.Flow;
import io.servicesemantics.routing.Forward;
import io.servicesemantics.routing.FrontEndKind;
import io.servicesemantics.routing.RoutingReason;
import org.jspecify.annotations.Nullable;

/**
 * Takes a flow through the node, step by step in the order of the rules (routing 2.19, 2.20), to
 * the front end that decides it and to the outcome there. Route and explanation both read these
 * two.
 *
 * @param serviceNetworks the networks kept for Services
 */
record RoutingEngine(
    NodeContext context, FrontEndIndex index, ImmutableList<Cidr> serviceNetworks) {

  /** The front end that decides a flow; null where none does. */
  @Nullable Entrance entranceOf(Flow flow) {
    Entrance entrance = serviceAddress(flow);
    if (entrance == null) {
      return nodePort(flow);
    }
    return context.traits().fallsThroughToNodePorts()
            && context.addresses().isLocal(flow.destination())
            && !isForwarded(entrance, flow)
        ? nodePortBehind(entrance, flow)
        : entrance;
  }

  /** The outcome there: a place among the verdicts of the front end. */
  int outcomeOf(Entrance entrance, Flow flow) {
    if (entrance.treatsNodeItselfApart() && isNodeItself(flow)) {
      return Entrance.OF_NODE_ITSELF;
    }
    if (entrance.turnsAway() && !isAdmitted(entrance, flow)) {
      return Entrance.NOT_ADMITTED;
    }
    Sender sender = Senders.of(flow, context, index);
    return isHiddenByNumber(entrance, sender, flow)
        ? Sender.AT_NODE_PORT_NUMBER.place
        : sender.place;
  }

  // What the node sends to one of its own addresses may meet a rule that what leaves it does not.
  private boolean isNodeItself(Flow flow) {
    return Senders.isHost(flow, context)
        && (context.traits().filtersOwnTrafficFirst()
            || !context.addresses().isLocal(flow.destination()));
  }

  /** What becomes of a flow that no front end takes. */
  RoutingReason stray(Flow flow) {
    if (index.address(flow.destination()) != null) {
      return isHealthCheck(flow)
          ? RoutingReason.HEALTH_CHECK_ANSWERED
          : context.traits().otherPort();
    }
    return noService(flow.destination());
  }

  /** What becomes of a ping. */
  RoutingReason ping(IpAddress destination) {
    return index.address(destination) == null ? noService(destination) : context.traits().ping();
  }

  private RoutingReason noService(IpAddress destination) {
    return isServiceNetwork(destination)
        ? context.traits().freeAddress()
        : RoutingReason.NOT_A_SERVICE;
  }

  private @Nullable Entrance serviceAddress(Flow flow) {
    return claimant(index.service(flow.destination(), flow.port(), flow.protocol()), flow);
  }

  private @Nullable Entrance nodePort(Flow flow) {
    return context.addresses().isLocal(flow.destination())
        ? claimant(listedNodePort(flow), flow)
        : null;
  }

  private @Nullable Listed listedNodePort(Flow flow) {
    return index.get(0, 0, Listed.nodePortCode(flow.family(), flow.port(), flow.protocol()));
  }

  /** What stands at a flow's key, claims apart. */
  @Nullable Listed listedAt(Flow flow) {
    Listed listed = index.service(flow.destination(), flow.port(), flow.protocol());
    return listed == null && context.addresses().isLocal(flow.destination())
        ? listedNodePort(flow)
        : listed;
  }

  // Of several claims the first counts, unless an earlier rule turns the sender away at another.
  private @Nullable Entrance claimant(@Nullable Listed listed, Flow flow) {
    if (listed instanceof Contest contest) {
      if (context.traits().filtersWithoutEndpoints()) {
        for (Listed claim : contest.claims) {
          if (claim instanceof Entrance entrance
              && entrance.kind == FrontEndKind.LOAD_BALANCER_IP
              && entrance.turnsAway()
              && !isAdmitted(entrance, flow)) {
            return entrance;
          }
        }
      }
      return contest.first();
    }
    return (Entrance) listed;
  }

  // What no rule of a Service's address has sent on may still be for a node port (routing 2.11.11).
  private Entrance nodePortBehind(Entrance entrance, Flow flow) {
    Entrance nodePort = nodePort(flow);
    return nodePort != null && isForwarded(nodePort, flow) ? nodePort : entrance;
  }

  private boolean isForwarded(Entrance entrance, Flow flow) {
    return entrance.verdict(outcomeOf(entrance, flow)) instanceof Forward;
  }

  private boolean isAdmitted(Entrance entrance, Flow flow) {
    SourceRanges ranges = entrance.port.ranges();
    return switch (entrance.kind) {
      case NODE_PORT -> context.nodePorts().serves(flow.destination());
      case LOAD_BALANCER_IP ->
          ranges == null || ranges.accepts(flow.source(), flow.destination(), context.traits());
      default -> true;
    };
  }

  // Virtual servers know node ports by their number alone, so that one hides the senders to every
  // address of the node, its Services' own included (routing 2.15.6).
  private boolean isHiddenByNumber(Entrance entrance, Sender sender, Flow flow) {
    if (!context.traits().virtualServers()
        || sender == Sender.LOOPBACK
        || flow.protocol() == Protocol.SCTP
        || !(entrance.verdict(sender.place) instanceof Forward plain)
        || plain.masquerade()) {
      return false;
    }
    Listed listed = listedNodePort(flow);
    if (!(listed instanceof Contest contest)) {
      return isNodePort(listed, false);
    }
    boolean isAny = false;
    for (int i = 0; i < contest.claims.size(); i++) {
      if (isNodePort(contest.claims.get(i), true)) {
        return false; // such numbers are spared, whoever else has them
      }
      isAny |= isNodePort(contest.claims.get(i), false);
    }
    return isAny;
  }

  private static boolean isNodePort(@Nullable Listed listed, boolean isLocal) {
    return listed instanceof Entrance claim
        && claim.kind == FrontEndKind.NODE_PORT
        && PortPolicies.isExternalLocal(claim.port.service().spec()) == isLocal;
  }

  // In a mode that binds addresses, refusing other ports spares the health check (routing 2.15.9).
  private boolean isHealthCheck(Flow flow) {
    return context.traits().bindsAddresses()
        && listedNodePort(flow) instanceof Entrance entrance
        && entrance.kind == FrontEndKind.HEALTH_CHECK_NODE_PORT;
  }

  private boolean isServiceNetwork(IpAddress address) {
    for (int i = 0; i < serviceNetworks.size(); i++) {
      if (serviceNetworks.get(i).contains(address)) {
        return true;
      }
    }
    return false;
  }
}
