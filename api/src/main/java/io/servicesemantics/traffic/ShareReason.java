package io.servicesemantics.traffic;

import io.servicesemantics.explain.Reason;

/** Why connections of a load never meet a node's rules: the reasons of {@link TrafficShares}. */
public enum ShareReason implements Reason {
  /** The Service has nothing of the kind asked, or kube-proxy leaves it alone. */
  NO_SUCH_FRONT_END(
      "2.7 to 2.11", "No node answers for the Service at an address of the kind asked."),
  /** The port has no node port. */
  NO_NODE_PORT("6.1.6", "The port has no node port that anybody could ask."),
  /** The node cannot be reached in the family. */
  NO_NODE_ADDRESS("2.11.1", "The node has no address of the family, so it cannot be asked there."),
  /** The load balancer has nobody to send to. */
  NO_TARGET_PASSES("3.3.2", "No target of the load balancer passes its health check."),
  /** The same in a zone whose share stays in it. */
  NO_TARGET_IN_ZONE(
      "3.3.5", "No target in the zone passes its health check, and its share crosses to no other."),
  /** There is nothing the load balancer could be given. */
  NO_TARGET_THERE("6.1.2", "The load balancer is given no target at all."),
  /** Nothing is lost, and no node is asked. */
  STRAIGHT_TO_POD("6.1.5", "The load balancer sends to Pods themselves, past every kube-proxy.");

  private final String rule;
  private final String sentence;

  ShareReason(String rule, String sentence) {
    this.rule = "routing " + rule;
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
}
