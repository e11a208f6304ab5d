package io.servicesemantics.net;

import io.servicesemantics.object.WireName;

/** The protocol of a port. */
public enum Protocol implements WireName {
  /** Connections. */
  TCP("TCP"),
  /** Datagrams. */
  UDP("UDP"),
  /** Associations of several streams. */
  SCTP("SCTP");

  private final String wireName;

  Protocol(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String wireName() {
    return wireName;
  }
}
