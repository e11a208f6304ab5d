package io.servicesemantics.service;

import io.servicesemantics.object.WireName;

/** How traffic to a load balancer's address reaches a node: {@code ipMode}. */
public enum LoadBalancerIpMode implements WireName {
  /** With that address as its destination. */
  VIP("VIP"),
  /** With the node's or the Pod's address as its destination. */
  PROXY("Proxy");

  private final String wireName;

  LoadBalancerIpMode(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
