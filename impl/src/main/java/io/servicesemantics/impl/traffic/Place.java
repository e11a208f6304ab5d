package io.servicesemantics.impl.traffic;

import com.google.common.net.HostAndPort;
import io.servicesemantics.net.IpAddress;

/** An address and a port. */
record Place(IpAddress address, int port) {

  @Override
  public String toString() {
    return HostAndPort.fromParts(address.toString(), port).toString();
  }
}
