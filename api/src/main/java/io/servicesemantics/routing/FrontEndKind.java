package io.servicesemantics.routing;

/** What an address at which a node answers is good for (routing 2.7 to 2.11). */
public enum FrontEndKind {
  /** An address inside the cluster: {@code spec.clusterIPs}. */
  CLUSTER_IP("cluster IP", true),
  /** An address somebody leads to the nodes: {@code spec.externalIPs}. */
  EXTERNAL_IP("external IP", false),
  /** An address of a load balancer: {@code status.loadBalancer.ingress}, mode VIP. */
  LOAD_BALANCER_IP("load-balancer IP", false),
  /** A port of the node's own addresses: {@code spec.ports[].nodePort}. */
  NODE_PORT("node port", false),
  /** The port at which load balancers ask the node's health: {@code spec.healthCheckNodePort}. */
  HEALTH_CHECK_NODE_PORT("health-check node port", false);

  private final String words;
  private final boolean internal;

  FrontEndKind(String words, boolean internal) {
    this.words = words;
    this.internal = internal;
  }

  /** {@return its name in words} */
  public String words() {
    return words;
  }

  /** {@return whether traffic to it is internal traffic, whoever sends it (routing 0.15)} */
  public boolean isInternal() {
    return internal;
  }
}
