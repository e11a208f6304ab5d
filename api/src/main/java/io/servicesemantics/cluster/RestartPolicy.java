package io.servicesemantics.cluster;

import io.servicesemantics.object.WireName;

/** Whether an ended container is started again: {@code restartPolicy}. */
public enum RestartPolicy implements WireName {
  /** Always; an init container that says so is a sidecar. */
  ALWAYS("Always"),
  /** If it ended badly. */
  ON_FAILURE("OnFailure"),
  /** Never. */
  NEVER("Never");

  private final String wireName;

  RestartPolicy(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
