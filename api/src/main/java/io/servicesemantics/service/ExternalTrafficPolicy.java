package io.servicesemantics.service;

import io.servicesemantics.object.WireName;

/** Which endpoints traffic from outside may reach: {@code spec.externalTrafficPolicy}. */
public enum ExternalTrafficPolicy implements WireName {
  /** Any usable endpoint; the client address is masked on the way. */
  CLUSTER("Cluster"),
  /** Only endpoints on the node the traffic arrived at; the client address is kept. */
  LOCAL("Local");

  private final String wireName;

  ExternalTrafficPolicy(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
