package io.servicesemantics.traffic;

/** What a load balancer sends connections to (routing 6.1.5). */
public enum TargetKind {
  /** The node port of a node. */
  NODE_PORT,
  /** A node, with the load balancer's own address as the destination. */
  VIP,
  /** A Pod itself, past every node's kube-proxy. */
  POD_IP
}
