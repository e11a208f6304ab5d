package io.servicesemantics.admission;

import io.servicesemantics.explain.Reason;

/** By which rule the server sets a field that an object leaves out. */
public enum DefaultingReason implements Reason {
  /** No session affinity. */
  SESSION_AFFINITY_NONE("A Service that says no session affinity has None.", "api 2.1.1"),
  /** Settings of an affinity that is not there. */
  AFFINITY_CONFIG_DROPPED(
      "Without session affinity its settings mean nothing and are dropped.", "api 2.1.2"),
  /** Three hours. */
  AFFINITY_TIMEOUT("Affinity by client address that says no time lasts three hours.", "api 2.1.3"),
  /** ClusterIP. */
  TYPE_CLUSTER_IP("A Service that says no type is of type ClusterIP.", "api 2.1.4"),
  /** TCP. */
  PROTOCOL_TCP("A port that says no protocol is a TCP port.", "api 2.1.5"),
  /** The port's own number. */
  TARGET_PORT_SAME("A port that says no target leads to its own number.", "api 2.1.5"),
  /** Cluster. */
  EXTERNAL_POLICY_CLUSTER(
      "A Service reachable from outside that says no policy for it has Cluster.", "api 2.1.6"),
  /** Cluster. */
  INTERNAL_POLICY_CLUSTER(
      "A Service of a known type other than ExternalName that says no policy inside has Cluster.",
      "api 2.1.7"),
  /** True. */
  ALLOCATE_NODE_PORTS("A load balancer gets node ports unless it declines them.", "api 2.1.8"),
  /** VIP. */
  IP_MODE_VIP(
      "A load balancer's address that says no mode arrives at nodes as it is.", "api 2.1.9");

  private final String sentence;
  private final String rule;

  DefaultingReason(String sentence, String rule) {
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
