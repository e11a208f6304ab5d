package io.servicesemantics.connection;

import io.servicesemantics.explain.Reason;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known of a call, and what becomes of it where no node's rules decide. */
public enum ConnectionReason implements Reason {
  /** The caller: a Pod. */
  CALLER_IS_POD("routing 2.19.5", "The caller is a Pod, so its own node decides."),
  /** The caller: a Pod in its node's network. */
  CALLER_IS_HOST_POD(
      "routing 2.19.5", "The caller is a Pod in its node's network: a process of that node."),
  /** The caller: a process of a node. */
  CALLER_IS_NODE("routing 2.19.5", "The caller is a process in the node's network."),
  /** The caller: somebody arriving at a node that is told. */
  CALLER_ARRIVES("routing 2.19.3", "The caller arrives at this node from the network."),
  /** The caller: somebody outside. */
  CALLER_IS_OUTSIDE("routing 0.15", "The caller is outside the cluster."),
  /** A node of which only the name is known. */
  NODE_NOT_THERE(
      "routing 12.5", "The node is not among the objects, so nothing but its name is known."),
  /** There is no such caller. */
  CALLER_NOT_THERE("connection", ConnectionOutcome.CALLER_NOT_FOUND, "There is no such caller."),
  /** Several Pods have the name. */
  CALLER_AMBIGUOUS(
      "connection",
      ConnectionOutcome.CALLER_NOT_FOUND,
      "Several Pods have that name; say the namespace too."),
  /** The caller is on no node. */
  CALLER_NOT_PLACED(
      "routing 2.19.5", ConnectionOutcome.NO_ADDRESS, "The Pod is on no node, so it cannot call."),
  /** The caller is a Pod that has ended. */
  CALLER_HAS_ENDED(
      "routing 1.2.1",
      ConnectionOutcome.CALLER_NOT_FOUND,
      "The Pod has ended; nothing in it calls."),
  /** The caller has no address. */
  CALLER_HAS_NO_ADDRESS(
      "routing 1.4.4", ConnectionOutcome.NO_ADDRESS, "The caller has no address to call from."),
  /** The caller has no address of the destination's family. */
  CALLER_LACKS_FAMILY(
      "routing 1.4.4",
      ConnectionOutcome.NO_ADDRESS,
      "The caller has no address of the family, so it cannot call this address."),

  /** The parts of a URL that do not count. */
  URL_PARTS_IGNORED(
      "RFC 3986 section 3", "Of a URL only scheme, host and port count for where it goes."),
  /** The name is a Service's. */
  NAME_IS_SERVICE("dns 5", "This is a Service."),
  /** The name was looked up in the caller's namespaces. */
  NAME_LOOKED_UP("dns 13", "Looked up from the caller's namespace, the name is that of a Service."),
  /** The name is the only one of its kind. */
  NAME_TAKEN_FOR_ONLY(
      "connection",
      "The caller is in no namespace; the name is taken for the only Service called so."),
  /** The caller's way to the cluster's DNS is not known. */
  NAME_FOREIGN_TO_CALLER(
      "connection",
      "This caller does not ask the cluster's DNS by itself; it is taken to know the name."),
  /** The caller asks the cluster's DNS. */
  CALLER_ASKS_CLUSTER_DNS("dns 12.4", "The caller asks the cluster's DNS."),
  /** The caller asks other servers. */
  CALLER_ASKS_OTHER_DNS(
      "dns 12.2",
      "The caller does not ask the cluster's DNS, but servers that know none of its names."),
  /** The name is the cluster's, and the caller does not ask the cluster. */
  NAME_KNOWN_TO_CLUSTER_ALONE(
      "dns 12.2",
      ConnectionOutcome.NAME_NOT_FOUND,
      "Only the cluster's DNS knows the name, and the caller does not ask it."),
  /** The look-up finds no address. */
  NAME_NOT_RESOLVED(
      "dns 13", ConnectionOutcome.NAME_NOT_FOUND, "The look-up of the name finds no address."),
  /** The caller's own hosts file has the name. */
  NAME_IN_HOSTS_FILE(
      "dns 11.6", "The caller's own hosts file has the name, so no server is asked."),
  /** The name leads to addresses of no Service in particular. */
  NAME_IS_ADDRESS("dns 7", "The name leads to an address as such, not to a Service."),
  /** The name is an endpoint's. */
  NAME_IS_ENDPOINT("dns 1.8", "The name is that of one endpoint of a Service."),
  /** The name is a node's. */
  NAME_IS_NODE("connection", "The name is a node's."),
  /** The name is a Pod's. */
  NAME_IS_POD("connection", "This is a Pod."),
  /** The name is an alias. */
  NAME_IS_ALIAS("routing 6.2.1", "The Service is an alias: no node knows it, its name leads on."),
  /** The alias is written as an address. */
  ALIAS_IS_ADDRESS(
      "routing 6.2.1",
      ConnectionOutcome.NAME_NOT_FOUND,
      "The alias is an address, but it is looked up as a name, and no such name exists."),
  /** An alias of an alias without end. */
  ALIAS_WITHOUT_END(
      "RFC 1034 section 3.6.2",
      ConnectionOutcome.NAME_NOT_FOUND,
      "Aliases lead on to aliases without an end."),
  /** The name is outside the cluster. */
  NAME_IS_OUTSIDE(
      "dns 2.3", ConnectionOutcome.LEAVES_THE_CLUSTER, "The name is none of the cluster's."),
  /** The name is a load balancer's. */
  NAME_IS_LOAD_BALANCER(
      "routing 2.2.7",
      ConnectionOutcome.LEAVES_THE_CLUSTER,
      "The name is a load balancer's; no node takes it, so the call goes out to it."),
  /** The name is not there. */
  NAME_NOT_THERE("connection", ConnectionOutcome.NAME_NOT_FOUND, "Nothing is called so."),
  /** The Service is headless. */
  SERVICE_IS_HEADLESS(
      "routing 6.3.1", "The Service is headless: its name leads to its ready endpoints directly."),
  /** An endpoint, called by its own name. */
  ENDPOINT_CALLED_DIRECTLY(
      "dns 5.3", "The name leads to the endpoint itself, past the Service's address."),
  /** The Service is headless, and nothing is behind its name. */
  HEADLESS_WITHOUT_ENDPOINTS(
      "routing 6.3.1",
      ConnectionOutcome.NAME_NOT_FOUND,
      "The Service is headless and has no ready endpoint, so its name has no address."),
  /** The Service has no address. */
  SERVICE_HAS_NO_ADDRESS(
      "routing 2.1.2", ConnectionOutcome.NO_ADDRESS, "The Service has no address."),
  /** The Service is not open to the outside. */
  SERVICE_NOT_OPEN(
      "routing 2.2.9",
      "The Service has no way in from outside; its cluster IP counts if somebody routes it."),
  /** How outsiders reach a Service. */
  SERVICE_IS_OPEN("routing 2.2.9", "From outside the Service is reached at other addresses."),
  /** The Pod has no address. */
  POD_HAS_NO_ADDRESS("routing 1.2.2", ConnectionOutcome.NO_ADDRESS, "The Pod has no address."),
  /** The node has no address. */
  NODE_HAS_NO_ADDRESS("routing 2.10.8", ConnectionOutcome.NO_ADDRESS, "The node says no address."),
  /** There is nothing to call. */
  NOTHING_TO_CALL(
      "connection", ConnectionOutcome.NO_ADDRESS, "There is no address and port to call."),
  /** The address is a Service's. */
  ADDRESS_IS_SERVICE("routing 2.2", "The address is a Service's."),

  /** The Service has no such port number. */
  PORT_NUMBER_NOT_THERE("routing 2.7.6", "The Service has no such port."),
  /** There is no port of that name. */
  PORT_NAME_NOT_THERE(
      "routing 2.3.3", ConnectionOutcome.PORT_NOT_FOUND, "There is no port of that name."),
  /** No port is said. */
  PORT_NOT_SAID(
      "connection", ConnectionOutcome.PORT_NOT_FOUND, "No port is said, and none is implied."),
  /** The port of a headless Service is its Pods'. */
  PORT_OF_HEADLESS("routing 6.3.1", "Nothing translates ports of a headless Service."),
  /** The Pod does not say that it listens there. */
  PORT_NOT_DECLARED("routing 1.5.3", "No container declares the port; it may listen all the same."),
  /** More was asked than is traced. */
  MORE_NOT_TRACED("connection", "More addresses and ports are called than are traced."),

  /** The Pod calls itself directly. */
  POD_CALLS_ITSELF("routing 2.19.4", "The address is the caller's own; no node sees the call."),
  /** Loopback. */
  STAYS_ON_LOOPBACK(
      "routing 2.11.6",
      ConnectionOutcome.STAYS_WITH_CALLER,
      "A loopback address is the caller's own; no Service is asked."),
  /** Outside, to an address that is not the cluster's. */
  NEVER_ENTERS(
      "routing 2.19.3",
      ConnectionOutcome.LEAVES_THE_CLUSTER,
      "No node, Pod or Service has the address, so the call never enters the cluster."),
  /** Nodes at which a call from outside may arrive. */
  MAY_ARRIVE_ANYWHERE(
      "routing 2.19.3", "Whoever leads the address to the cluster decides at which node."),
  /** There is no node at all. */
  NO_NODES("routing 12.5", ConnectionOutcome.NO_ANSWER, "There is no node the call could reach."),
  /** On to another node. */
  ON_TO_NODE("routing 2.19.3", "The address is another node's, which is asked again."),
  /** A Pod's address is taken to be kept between nodes. */
  POD_ADDRESS_TAKEN_AS_KEPT(
      "routing 12.6",
      "The Pod network is taken to keep the Pod's address; say \"ADDRESS via NODE\" if it does not."),
  /** On to a Pod. */
  ON_TO_POD("routing 2.19.4", "The address is a Pod's, and no Service is asked."),
  /** A port of the node leads to a Pod. */
  HOST_PORT("routing 1.5.8", "A container asks for this port of its node."),
  /** A Pod in the node's network listens. */
  HOST_POD("routing 2.19.5", "A Pod in the node's network declares the port."),
  /** kube-proxy itself answers. */
  KUBE_PROXY_ANSWERS(
      "routing 4.1.1", ConnectionOutcome.CONNECTED, "kube-proxy itself answers the health check."),
  /** The node answers a ping. */
  NODE_ANSWERS_PING(
      "routing 2.14.1", ConnectionOutcome.CONNECTED, "The node answers pings of its own address."),
  /** Nothing is known to listen at the node's port. */
  NOTHING_LISTENS(
      "routing 2.14.1",
      ConnectionOutcome.REFUSED,
      "It is the node's own address, and nothing of the cluster listens at this port."),
  /** Nobody has the address. */
  NO_POD_HAS_ADDRESS(
      "routing 2.14.1",
      ConnectionOutcome.NO_ANSWER,
      "The address is in a network of Pods, but no Pod has it."),
  /** A Service's address that no rule takes. */
  NOBODY_HAS_ADDRESS(
      "routing 2.7.6",
      ConnectionOutcome.NO_ANSWER,
      "The packet is sent on as it is, but no machine has an address kept for Services."),
  /** On to a load balancer. */
  ON_TO_LOAD_BALANCER(
      "routing 2.10.10",
      ConnectionOutcome.LEAVES_THE_CLUSTER,
      "No node takes the load balancer's address, so the call goes out to it and comes back."),
  /** On to the real owner of an external address. */
  ON_TO_REAL_ADDRESS(
      "routing 2.9.3",
      ConnectionOutcome.LEAVES_THE_CLUSTER,
      "The packet leaves the node for whoever really has the address."),
  /** On to the outside. */
  ON_TO_OUTSIDE(
      "routing 2.14.1",
      ConnectionOutcome.LEAVES_THE_CLUSTER,
      "The address is outside the cluster."),

  /** The Pod of an endpoint is gone. */
  POD_GONE(
      "routing 2.17.1",
      ConnectionOutcome.NO_ANSWER,
      "The slice names a Pod that is not there any more."),
  /** The Pod is over. */
  POD_OVER("routing 1.2.1", ConnectionOutcome.NO_ANSWER, "The Pod has ended; nothing runs in it."),
  /** The Pod is not ready. */
  POD_NOT_READY(
      "routing 0.13", "The Pod is not ready; called directly it is reached all the same."),
  /** A headless Service called at the wrong port. */
  PORT_NOT_TRANSLATED(
      "routing 6.3.1",
      ConnectionOutcome.REFUSED,
      "The Pod does not declare the port: it listens at the one the Service's port leads to."),
  /** The caller chosen by itself, hidden. */
  HAIRPIN(
      "routing 2.12.6",
      "The Pod is sent to itself, as from its node; its network must let it (hairpin mode)."),
  /** The caller chosen by itself, and not hidden. */
  HAIRPIN_NOT_HIDDEN(
      "routing 2.12.6",
      ConnectionOutcome.NO_ANSWER,
      "The Pod is sent to itself as from itself, so it answers itself and nobody hears it."),
  /** The answer goes past the node that redirected the call. */
  REPLY_PASSES_BY_TO_POD(
      "routing 2.12.7",
      ConnectionOutcome.NO_ANSWER,
      "The answer goes straight to the calling Pod, round the node that redirected the call; the"
          + " Pod does not know the answer's sender and ignores it."),
  /** The same for a virtual server. */
  REPLY_PASSES_BY_VIRTUAL_SERVER(
      "routing 2.15.5",
      ConnectionOutcome.NO_ANSWER,
      "The virtual server redirects to another node and keeps the sender, so the answer goes round"
          + " it and the caller ignores it."),
  /** The same where nothing hides senders. */
  REPLY_PASSES_BY(
      "routing 2.12.8",
      ConnectionOutcome.NO_ANSWER,
      "Sender kept and endpoint on another node: the answer goes round the node that redirected"
          + " the call, and the caller ignores it."),
  /** The answer goes to an address that every node has bound. */
  REPLY_TO_BOUND_ADDRESS(
      "routing 2.15.7",
      ConnectionOutcome.NO_ANSWER,
      "The process calls as the Service's own address, which the endpoint's node has too, so the"
          + " answer never comes back."),

  /** The backend sees the caller. */
  SENDER_KEPT("routing 2.12.2", "It sees the caller's own address."),
  /** The backend in the node's network sees the caller all the same. */
  SENDER_KEPT_ON_NODE(
      "routing 2.12.3",
      "It sees the caller's own address: in the node's own network nothing hides it."),
  /** The backend sees the node. */
  SENDER_HIDDEN("routing 2.12.3", "It sees the address of the node that redirected the call.");

  private final String rule;
  private final String sentence;
  private final @Nullable ConnectionOutcome settled;

  ConnectionReason(String rule, String sentence) {
    this(rule, null, sentence);
  }

  ConnectionReason(String rule, @Nullable ConnectionOutcome settled, String sentence) {
    this.rule = rule;
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

  /** {@return the outcome it settles; none for a reason that only adds to others} */
  public Optional<ConnectionOutcome> settles() {
    return Optional.ofNullable(settled);
  }
}
