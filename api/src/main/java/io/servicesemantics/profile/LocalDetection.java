package io.servicesemantics.profile;

import io.servicesemantics.object.WireName;

/**
 * How kube-proxy tells traffic of its own Pods: {@code --detect-local-mode}.
 *
 * <p>The modes by interface or bridge cannot be told from addresses; {@link #NONE} stands for every
 * mode that cannot judge.
 */
public enum LocalDetection implements WireName {
  /** By the networks of all Pods of the cluster. */
  CLUSTER_CIDR("ClusterCIDR"),
  /** By the networks of the Pods of the node. */
  NODE_CIDR("NodeCIDR"),
  /** Not at all. */
  NONE("None");

  private final String wireName;

  LocalDetection(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
