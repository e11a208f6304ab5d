package io.servicesemantics.cluster;

import io.servicesemantics.object.WireName;

/** How far a Pod has come: {@code status.phase}. */
public enum PodPhase implements WireName {
  /** Not all containers run yet. */
  PENDING("Pending"),
  /** It runs. */
  RUNNING("Running"),
  /** All containers ended well and stay ended. */
  SUCCEEDED("Succeeded"),
  /** All containers ended, one of them badly. */
  FAILED("Failed"),
  /** Its node does not answer. */
  UNKNOWN("Unknown");

  private final String wireName;

  PodPhase(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
