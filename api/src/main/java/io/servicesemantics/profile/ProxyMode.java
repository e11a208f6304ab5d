package io.servicesemantics.profile;

import io.servicesemantics.object.WireName;

/** How kube-proxy programs a node: {@code --proxy-mode}. */
public enum ProxyMode implements WireName {
  /** By iptables rules; the default on Linux. */
  IPTABLES("iptables"),
  /** By virtual servers of the kernel. */
  IPVS("ipvs"),
  /** By nftables rules. */
  NFTABLES("nftables");

  private final String wireName;

  ProxyMode(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
