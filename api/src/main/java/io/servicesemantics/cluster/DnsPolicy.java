package io.servicesemantics.cluster;

import io.servicesemantics.object.WireName;

/** Where a Pod's resolver settings come from: {@code spec.dnsPolicy}. */
public enum DnsPolicy implements WireName {
  /** From the cluster, unless it uses the node's network. */
  CLUSTER_FIRST("ClusterFirst"),
  /** From the cluster, also on the node's network. */
  CLUSTER_FIRST_WITH_HOST_NET("ClusterFirstWithHostNet"),
  /** From the node. */
  DEFAULT("Default"),
  /** From {@code dnsConfig} alone. */
  NONE("None");

  private final String wireName;

  DnsPolicy(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
