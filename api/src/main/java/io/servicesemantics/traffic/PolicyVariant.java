package io.servicesemantics.traffic;

/** One setting of a Service that decides who gets its traffic. */
public enum PolicyVariant {
  /** As the Service stands. */
  AS_IT_IS("as it is"),
  /** External traffic may go to any endpoint. */
  EXTERNAL_CLUSTER("externalTrafficPolicy: Cluster"),
  /** External traffic stays on its node. */
  EXTERNAL_LOCAL("externalTrafficPolicy: Local"),
  /** Internal traffic may go to any endpoint. */
  INTERNAL_CLUSTER("internalTrafficPolicy: Cluster"),
  /** Internal traffic stays on its node. */
  INTERNAL_LOCAL("internalTrafficPolicy: Local"),
  /** Nothing is preferred. */
  NO_PREFERENCE("no trafficDistribution"),
  /** Endpoints of the same zone are preferred. */
  PREFER_SAME_ZONE("trafficDistribution: PreferSameZone"),
  /** Endpoints of the same node are preferred, then those of the same zone. */
  PREFER_SAME_NODE("trafficDistribution: PreferSameNode"),
  /** Zones get endpoints as they have capacity. */
  TOPOLOGY_AUTO("topology-mode: Auto");

  private final String words;

  PolicyVariant(String words) {
    this.words = words;
  }

  /** {@return the setting as a manifest says it} */
  public String words() {
    return words;
  }
}
