package io.servicesemantics.service;

import io.servicesemantics.object.WireName;

/** Whether a client stays with the endpoint it met first: {@code spec.sessionAffinity}. */
public enum SessionAffinity implements WireName {
  /** Each connection is free. */
  NONE("None"),
  /** Connections from one address go to one endpoint. */
  CLIENT_IP("ClientIP");

  private final String wireName;

  SessionAffinity(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
