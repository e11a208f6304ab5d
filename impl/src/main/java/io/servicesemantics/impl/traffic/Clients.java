package io.servicesemantics.impl.traffic;

import io.servicesemantics.cluster.Node;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.routing.Flow;
import io.servicesemantics.routing.FlowOrigin;
import io.servicesemantics.routing.FrontEnd;
import io.servicesemantics.routing.FrontEndKind;
import io.servicesemantics.routing.RoutingTable;
import io.servicesemantics.traffic.ShareReason;
import io.servicesemantics.traffic.TrafficPort;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Clients of one kind that ask a Service port in one way: the flow each node sees of them.
 *
 * @param port the port they ask
 * @param to the kind of address they ask
 * @param origin where nodes see them come from
 * @param addresses addresses of nodes
 * @param source the address a node sees them have
 */
record Clients(
    LoadedPort port,
    FrontEndKind to,
    FlowOrigin origin,
    ClientAddresses addresses,
    Function<Node, IpAddress> source) {

  static Clients pods(LoadedPort port, FrontEndKind to, ClientAddresses addresses) {
    return new Clients(port, to, FlowOrigin.NETWORK, addresses, addresses::pod);
  }

  static Clients processes(LoadedPort port, FrontEndKind to, ClientAddresses addresses) {
    return new Clients(port, to, FlowOrigin.HOST, addresses, addresses::process);
  }

  static Clients at(IpAddress source, LoadedPort port, FrontEndKind to, ClientAddresses addresses) {
    return new Clients(port, to, FlowOrigin.NETWORK, addresses, node -> source);
  }

  /** What a node sees of them. */
  Approach approach(RoutingTable table) {
    Node node = table.node();
    boolean isNodePort = to == FrontEndKind.NODE_PORT;
    if (isNodePort && port.port().nodePort() == 0) {
      return Approach.blocked(ShareReason.NO_NODE_PORT);
    }
    FrontEnd asked = frontEnd(table);
    if (asked != null) {
      return Approach.by(flow(node, asked.address(), asked.port()));
    }
    if (!isNodePort) {
      return Approach.blocked(ShareReason.NO_SUCH_FRONT_END);
    }
    // Where node ports are served nowhere, clients still come to the node's address.
    List<IpAddress> own = addresses.own(node);
    return own.isEmpty()
        ? Approach.blocked(ShareReason.NO_NODE_ADDRESS)
        : Approach.by(flow(node, own.get(0), port.port().nodePort()));
  }

  private Flow flow(Node node, IpAddress destination, int number) {
    return new Flow(port.name().protocol(), origin, source.apply(node), destination, number);
  }

  // Several of one kind are treated alike, so the first stands for all.
  private @Nullable FrontEnd frontEnd(RoutingTable table) {
    TrafficPort name = port.name();
    for (FrontEnd frontEnd : table.frontEnds()) {
      if (frontEnd.kind() == to
          && frontEnd.address().family() == name.family()
          && !frontEnd.address().isLoopback()
          && frontEnd.protocol() == name.protocol()
          && frontEnd.portName().equals(name.name())
          && frontEnd.port() == number()) {
        return frontEnd;
      }
    }
    return null;
  }

  private int number() {
    return to == FrontEndKind.NODE_PORT ? port.port().nodePort() : port.port().port();
  }
}
