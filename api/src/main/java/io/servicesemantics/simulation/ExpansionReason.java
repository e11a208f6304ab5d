package io.servicesemantics.simulation;

import io.servicesemantics.explain.Reason;

/** What was assumed, and why Pods came up as they did. */
public enum ExpansionReason implements Reason {
  /** The snapshot has no node. */
  NODES_ASSUMED("There is no node, so three are assumed, each in a zone of its own.", "simulation"),
  /** Namespaces are used that the snapshot does not have. */
  NAMESPACES_ASSUMED(
      "These namespaces are not among the objects and are taken to exist.", "api 1.4"),
  /** Some Pods could not be placed. */
  NO_NODE_TAKES_IT(
      "No node takes these Pods: none is ready, schedulable and has the labels they ask for.",
      "pkg/scheduler"),
  /** Some Pods could not get an address. */
  NO_ADDRESS_LEFT("The Pod ranges of the nodes have no address left for these Pods.", "simulation"),
  /** Pods on the network of a node that has no address. */
  NODE_WITHOUT_ADDRESS(
      "These Pods use their node's network, and the node says no address.", "simulation"),
  /** A Pod names a node that is not there. */
  NODE_UNKNOWN("The node these Pods name is not there.", "pkg/scheduler"),
  /** A workload asks for more Pods than a snapshot is expanded to. */
  TOO_MANY_PODS("More Pods are asked for than a snapshot is expanded to.", "simulation");

  private final String sentence;
  private final String rule;

  ExpansionReason(String sentence, String rule) {
    this.sentence = sentence;
    this.rule = rule;
  }

  @Override
  public String sentence() {
    return sentence;
  }

  @Override
  public String rule() {
    return rule;
  }
}
