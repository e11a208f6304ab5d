package io.servicesemantics.routing;

import io.servicesemantics.explain.Reason;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why a flow goes where it goes. Each rule is one of {@code routing} 2.7 to 2.20, or of {@code
 * versions} 5.
 */
public enum RoutingReason implements Reason {
  /** A cluster address, with endpoints. */
  CLUSTER_IP_SERVED("2.7.1", VerdictKind.FORWARD, "The address is a Service's cluster IP."),
  /** A cluster address under internal policy Local, without an endpoint here. */
  CLUSTER_IP_NONE_HERE(
      "2.7.2",
      VerdictKind.DROP,
      "internalTrafficPolicy: Local keeps it on this node, and the endpoints are all elsewhere: it is"
          + " dropped, and the sender waits in vain."),
  /** A cluster address without endpoints. */
  CLUSTER_IP_NONE_ANYWHERE(
      "2.7.3", VerdictKind.REJECT, "The Service has no usable endpoint anywhere."),
  /** Another port of a cluster address, where nobody looks after it. */
  CLUSTER_IP_OTHER_PORT_IGNORED(
      "2.7.6",
      VerdictKind.PASS_THROUGH,
      "The cluster IP has no such port, and in this mode nobody refuses it."),
  /** Another port of a cluster address, where it is refused. */
  CLUSTER_IP_OTHER_PORT_REFUSED(
      "2.7.6", VerdictKind.REJECT, "The cluster IP has no such port, so it is refused."),
  /** Another port of an address the node has taken for its own. */
  BOUND_ADDRESS_OTHER_PORT_REFUSED(
      "2.15.9",
      VerdictKind.REJECT,
      "The node has bound the Service's address, which has no such port."),
  /** A ping of a cluster address, where nobody looks after it. */
  CLUSTER_IP_PING_IGNORED(
      "2.7.6",
      VerdictKind.PASS_THROUGH,
      "A cluster IP answers at its ports alone, and in this mode nobody refuses a ping of it."),
  /** A ping of a cluster address, where it is refused. */
  CLUSTER_IP_PING_REFUSED(
      "2.7.6", VerdictKind.REJECT, "A cluster IP answers at its ports alone; pings are refused."),
  /** A ping of an address the node has taken for its own. */
  BOUND_ADDRESS_PING_REFUSED(
      "2.15.9",
      VerdictKind.REJECT,
      "The node has bound the Service's address for its ports alone; pings are refused."),
  /** A free address of a Service network, where it is known. */
  FREE_CLUSTER_IP_DROPPED(
      "2.7.7", VerdictKind.DROP, "The address is free, in a network kept for Services."),
  /** A free address of a Service network, where nobody looks after it. */
  FREE_CLUSTER_IP_IGNORED(
      "2.7.7",
      VerdictKind.PASS_THROUGH,
      "The address is free, in a network kept for Services, and in this mode nobody drops it."),

  /** External policy Cluster. */
  EXTERNAL_TO_ANY(
      "2.8.1",
      VerdictKind.FORWARD,
      "External traffic may go to any endpoint; the sender's address is hidden."),
  /** External policy Local, from a Pod that counts as local. */
  EXTERNAL_FROM_LOCAL_POD(
      "2.8.2 a",
      VerdictKind.FORWARD,
      "External traffic must stay here, but a local Pod may reach any endpoint, as itself."),
  /** External policy Local, from the node itself. */
  EXTERNAL_FROM_NODE(
      "2.8.2 b",
      VerdictKind.FORWARD,
      "External traffic must stay here, but the node itself may reach any endpoint."),
  /** External policy Local, with an endpoint here. */
  EXTERNAL_TO_LOCAL(
      "2.8.2 c",
      VerdictKind.FORWARD,
      "External traffic stays on this node; the sender's address is kept."),
  /** External policy Local, without an endpoint here. */
  EXTERNAL_NONE_HERE(
      "2.8.2 d",
      VerdictKind.DROP,
      "externalTrafficPolicy: Local keeps it on this node, and the endpoints are all elsewhere: it is"
          + " dropped, and the sender waits in vain."),
  /** An external address without endpoints. */
  EXTERNAL_NONE_ANYWHERE(
      "2.9.2", VerdictKind.REJECT, "The Service has no usable endpoint anywhere."),
  /** The same from a process of the node, which the rule does not see. */
  EXTERNAL_NONE_ANYWHERE_UNSEEN(
      "2.9.3",
      VerdictKind.PASS_THROUGH,
      "The Service has no usable endpoint, but traffic of the node itself passes that rule by."),
  /** External policy Local, without an endpoint here, from a process of the node. */
  EXTERNAL_NONE_HERE_FOR_NODE(
      "versions R4",
      VerdictKind.DROP,
      "externalTrafficPolicy: Local keeps it on this node, and the endpoints are all elsewhere: in"
          + " this release that is asked of the node's own traffic too, which is dropped."),
  /** No endpoints, from a process of the node, before anybody asks for its source range. */
  EXTERNAL_NONE_ANYWHERE_FOR_NODE(
      "versions R5",
      VerdictKind.REJECT,
      "The Service has no usable endpoint anywhere, which in this release is asked of the node's own"
          + " traffic before its source ranges."),
  /** A load balancer's address, from outside its source ranges. */
  OUTSIDE_SOURCE_RANGES(
      "2.10.2", VerdictKind.DROP, "The sender is in none of the Service's source ranges."),
  /** The same, before anybody asks for endpoints. */
  OUTSIDE_SOURCE_RANGES_AT_ONCE(
      "2.10.6",
      VerdictKind.DROP,
      "The sender is in none of the source ranges, which is asked before endpoints."),
  /** The same for a virtual server. */
  OUTSIDE_SOURCE_RANGES_OF_VIRTUAL_SERVER(
      "2.15.8", VerdictKind.DROP, "The sender is in none of the virtual server's source ranges."),
  /** A node port at an address where none is served, without endpoints. */
  EXCLUDED_NODE_PORT_NONE_ANYWHERE(
      "2.11.8",
      VerdictKind.REJECT,
      "Node ports are not served here, yet one without endpoints is refused at every address."),
  /** A node port at an address where none is served, without endpoints here. */
  EXCLUDED_NODE_PORT_NONE_HERE(
      "2.11.8",
      VerdictKind.DROP,
      "Node ports are not served here, yet one without endpoints here is dropped everywhere."),
  /** A node port at an address where none is served. */
  NODE_PORT_NOT_SERVED_HERE(
      "2.11.3", VerdictKind.PASS_THROUGH, "Node ports are not served at this address."),
  /** The port of the health check. */
  HEALTH_CHECK_ANSWERED(
      "4.1.1", VerdictKind.PASS_THROUGH, "The port is kube-proxy's own, for health checks."),

  /** A virtual server that leads to any endpoint. */
  VIRTUAL_SERVER_TO_ANY("2.15.3", VerdictKind.FORWARD, "The virtual server leads to any endpoint."),
  /** A virtual server that leads to this node's. */
  VIRTUAL_SERVER_TO_LOCAL(
      "2.15.3", VerdictKind.FORWARD, "The virtual server leads to this node's endpoints."),
  /** A virtual server that should stay here and cannot. */
  VIRTUAL_SERVER_FALLS_BACK(
      "2.15.5",
      VerdictKind.FORWARD,
      "No endpoint is on this node, where traffic should stay, so it goes to all others."),
  /** A virtual server without endpoints. */
  VIRTUAL_SERVER_EMPTY(
      "2.15.4", VerdictKind.REJECT, "The virtual server has nothing behind it, so it refuses."),

  /** Nothing of a Service's. */
  NOT_A_SERVICE("2.19.4", VerdictKind.PASS_THROUGH, "No Service answers at this address and port."),

  /** The sender's address: hidden, as always for external traffic. */
  SENDER_HIDDEN_EXTERNAL(
      "2.8.1",
      "The backend sees an address of this node in place of the sender's, as with all external"
          + " traffic under externalTrafficPolicy: Cluster."),
  /** The sender's address: hidden, as for all. */
  SENDER_HIDDEN_FOR_ALL("2.7.1", "The sender's address is hidden, as that of all."),
  /** The sender's address: hidden, for it is no local Pod's. */
  SENDER_HIDDEN_NOT_LOCAL(
      "2.7.1",
      "The sender is outside the network of local Pods, so the backend sees an address of this"
          + " node in its place."),
  /** The sender's address: hidden, for it is the node's own. */
  SENDER_HIDDEN_NODE("2.8.2 b", "The sender is the node itself, so its address is hidden."),
  /** The sender's address: hidden, for it is itself a Service's. */
  SENDER_HIDDEN_SERVICE("2.15.6", "The sender's address is a cluster IP, so it is hidden."),
  /** The sender's address: hidden, for the port is a node port too. */
  SENDER_HIDDEN_BY_PORT(
      "2.15.6",
      "The port is some Service's node port too, and such ports hide senders at every address."),
  /** The sender's address: kept. */
  SENDER_KEPT(
      "2.12.2",
      "The sender's address is kept; should the backend see another one, it was not kube-proxy"
          + " that changed it."),
  /** The sender's address: hidden where the backend is the sender. */
  SENDER_MAY_BE_BACKEND(
      "2.12.6", "The sender is itself a backend; should it be chosen, it sees another sender."),
  /** Who the sender is: a local Pod. */
  SENDER_IS_LOCAL_POD("2.13.2", "The sender counts as a local Pod."),
  /** Who the sender is: the node. */
  SENDER_IS_NODE("2.8.2 b", "The sender is this node."),
  /** Who the sender is: neither. */
  SENDER_IS_ELSEWHERE("2.8.2 c", "The sender is neither a local Pod nor this node."),
  /** Who the sender is: nobody can tell local Pods. */
  SENDER_NOT_DETECTED("2.12.8", "Nothing tells local Pods apart, so no sender counts as one."),
  /** The source ranges: the sender is within. */
  INSIDE_SOURCE_RANGES("2.10.2", "The sender is in the Service's source ranges."),
  /** The source ranges: nobody is exempt. */
  SOURCE_RANGES_FOR_ALL(
      "2.10.3", "Source ranges hold for Pods and nodes of the cluster as well: none is exempt."),
  /** The source ranges: not asked here. */
  SOURCE_RANGES_NOT_ASKED(
      "2.9.4",
      "Source ranges guard the load balancer's addresses alone: this one takes every sender."),
  /** A node port hides programs that listen on it. */
  NODE_PORT_HIDES_PROGRAMS(
      "2.11.13",
      "The node port comes before any program of the node that listens on the same port, which"
          + " is out of reach here."),
  /** Loopback addresses serve node ports in one mode alone. */
  NODE_PORT_AT_LOOPBACK(
      "2.11.6",
      "At loopback addresses node ports are served in mode iptables alone, over IPv4, and unless"
          + " kube-proxy is told not to or to keep to certain addresses."),
  /** An address that is left to its load balancer. */
  ADDRESS_LEFT_TO_BALANCER(
      "2.10.10",
      "The address is a load balancer's that wants the traffic for itself (ipMode: Proxy), so the"
          + " node sends it there."),
  /** The client is remembered. */
  CLIENT_REMEMBERED(
      "2.16.2",
      "A client stays with its backend until it has opened no connection for so many seconds; each"
          + " new connection starts the time anew."),
  /** Who the client is. */
  CLIENT_IS_ADDRESS(
      "2.16.12",
      "The client is the address that this node sees: all who come from behind one address are"
          + " one client, and go to one backend."),
  /** The scope of affinity: a Service port. */
  CLIENT_REMEMBERED_PER_PORT(
      "2.16.3",
      "It is remembered for this port of the Service alone, and by this node alone: at another port"
          + " or by way of another node it is a new client."),
  /** The scope of affinity: a front end. */
  CLIENT_REMEMBERED_PER_FRONT_END(
      "2.16.7",
      "It is remembered for this address and port alone, and by this node alone: at another"
          + " address or port of the Service or by way of another node it is a new client."),
  /** The time of affinity is prolonged. */
  CLIENT_TIME_PROLONGED(
      "2.16.8",
      "When the time is up while connections of the client last, it is prolonged by a minute, again"
          + " and again; a closed TCP connection lasts two minutes more."),
  /** The memory of affinity is limited. */
  CLIENTS_LIMITED(
      "2.16.5",
      "Of more clients than this at one backend, the one not seen for longest is forgotten."),
  /** The end of affinity. */
  CLIENT_LOSES_BACKEND(
      "2.16.9",
      "Once the backend takes no more traffic from here the client is a new one, and its next"
          + " connection goes to another backend."),
  /** What is said is of new connections. */
  OPEN_CONNECTIONS_STAY(
      "2.17.1",
      "This is where a new connection goes; one that is open stays with its backend to its end,"
          + " whatever becomes of that one and of others."),
  /** What is said is of new flows of datagrams. */
  DATAGRAMS_STAY(
      "2.17.3",
      "This is where a new sender's datagrams go; those that keep coming from one address and port"
          + " stay with their backend until it serves no more and another one does."),
  /** The address is claimed more than once. */
  CLAIMED_TWICE("2.9.5", "Several Services claim the address and port; chance decides.");

  private final String rule;
  private final String sentence;
  private final @Nullable VerdictKind settled;

  RoutingReason(String rule, String sentence) {
    this(rule, null, sentence);
  }

  RoutingReason(String rule, @Nullable VerdictKind settled, String sentence) {
    this.rule = rule.startsWith("versions") ? rule : "routing " + rule;
    this.settled = settled;
    this.sentence = sentence;
  }

  @Override
  public String sentence() {
    return sentence;
  }

  @Override
  public String rule() {
    return rule;
  }

  /** {@return the kind of verdict it settles; none for a reason that only adds to another one} */
  public Optional<VerdictKind> settles() {
    return Optional.ofNullable(settled);
  }
}
