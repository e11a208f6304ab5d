package io.servicesemantics.impl.connection;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.explain.Because;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.routing.FlowOrigin;
import java.util.Optional;

/**
 * Whence a call comes, resolved.
 *
 * @param kind what sort of caller it is
 * @param pod the Pod it is, if it is one
 * @param node the node that decides first; empty where any may
 * @param addresses its addresses, the first of each family the one it calls from
 * @param notes how the caller was read
 */
record Origin(
    Kind kind,
    Optional<Pod> pod,
    Optional<Node> node,
    ImmutableList<IpAddress> addresses,
    ImmutableList<Because> notes) {

  /** What sorts of callers there are. */
  enum Kind {
    /** Nobody who can call. */
    NOBODY,
    /** A Pod in a network of its own. */
    POD,
    /** A process in a node's network. */
    PROCESS,
    /** Somebody whose packets arrive at a node that is told. */
    ARRIVING,
    /** Somebody outside. */
    OUTSIDE
  }

  static Origin nobody(Because why) {
    return new Origin(
        Kind.NOBODY, Optional.empty(), Optional.empty(), ImmutableList.of(), ImmutableList.of(why));
  }

  boolean canCall() {
    return kind != Kind.NOBODY;
  }

  boolean isPod() {
    return kind == Kind.POD;
  }

  boolean isProcess() {
    return kind == Kind.PROCESS;
  }

  /** Whether it stands in the cluster, so that a Service's cluster IP is its way there. */
  boolean isInside() {
    return isPod() || isProcess();
  }

  /** The namespace whose names it may use without saying it; empty for others than Pods. */
  String namespace() {
    return pod.map(caller -> caller.metadata().namespace()).orElse("");
  }

  FlowOrigin flowOrigin() {
    return isProcess() ? FlowOrigin.HOST : FlowOrigin.NETWORK;
  }

  /** The address it calls from, in a family. */
  Optional<IpAddress> address(IpFamily family) {
    return addresses.stream().filter(address -> address.family() == family).findFirst();
  }

  /** Whether an answer to its address comes by a node, whoever sends it. */
  boolean isOn(String nodeName) {
    return isInside() && node.filter(own -> own.metadata().name().equals(nodeName)).isPresent();
  }
}
