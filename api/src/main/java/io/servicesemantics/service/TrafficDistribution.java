package io.servicesemantics.service;

import io.servicesemantics.object.WireName;

/** Which endpoints traffic should prefer: {@code spec.trafficDistribution}. */
public enum TrafficDistribution implements WireName {
  /** The older name of {@link #PREFER_SAME_ZONE}. */
  PREFER_CLOSE("PreferClose"),
  /** Those in the same zone. */
  PREFER_SAME_ZONE("PreferSameZone"),
  /** Those on the same node, then those in the same zone. */
  PREFER_SAME_NODE("PreferSameNode");

  private final String wireName;

  TrafficDistribution(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
