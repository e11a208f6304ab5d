package io.servicesemantics.service;

import io.servicesemantics.object.WireName;

/** Which endpoints traffic from inside may reach: {@code spec.internalTrafficPolicy}. */
public enum InternalTrafficPolicy implements WireName {
  /** Any usable endpoint. */
  CLUSTER("Cluster"),
  /** Only endpoints on the same node. */
  LOCAL("Local");

  private final String wireName;

  InternalTrafficPolicy(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
