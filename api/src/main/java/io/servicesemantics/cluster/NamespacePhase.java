package io.servicesemantics.cluster;

import io.servicesemantics.object.WireName;

/** Whether a namespace takes new objects. */
public enum NamespacePhase implements WireName {
  /** It does. */
  ACTIVE("Active"),
  /** It is being deleted. */
  TERMINATING("Terminating");

  private final String wireName;

  NamespacePhase(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
