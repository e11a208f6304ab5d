package io.servicesemantics.service;

import io.servicesemantics.object.WireName;

/** How a Service is reached: {@code spec.type}. */
public enum ServiceType implements WireName {
  /** By an address inside the cluster. */
  CLUSTER_IP("ClusterIP"),
  /** By a port on every node, besides. */
  NODE_PORT("NodePort"),
  /** By a load balancer from outside, besides. */
  LOAD_BALANCER("LoadBalancer"),
  /** Not at all: it is an alias for a DNS name. */
  EXTERNAL_NAME("ExternalName");

  private final String wireName;

  ServiceType(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
