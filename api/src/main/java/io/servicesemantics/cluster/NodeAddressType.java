package io.servicesemantics.cluster;

import io.servicesemantics.object.WireName;

/** What an address of a node is good for. */
public enum NodeAddressType implements WireName {
  /** Its host name. */
  HOSTNAME("Hostname"),
  /** An address inside the cluster's network. */
  INTERNAL_IP("InternalIP"),
  /** An address reachable from outside. */
  EXTERNAL_IP("ExternalIP"),
  /** A DNS name inside the cluster's network. */
  INTERNAL_DNS("InternalDNS"),
  /** A DNS name reachable from outside. */
  EXTERNAL_DNS("ExternalDNS");

  private final String wireName;

  NodeAddressType(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
