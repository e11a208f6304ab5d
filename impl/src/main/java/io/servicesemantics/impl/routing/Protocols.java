package io.servicesemantics.impl.routing;

import io.servicesemantics.net.Protocol;
import io.servicesemantics.service.ServicePort;

/** The protocol of a port as the server stores it: unsaid means TCP (routing 12.3). */
final class Protocols {

  private Protocols() {}

  static Protocol of(ServicePort port) {
    return port.protocol().orElse(Protocol.TCP);
  }

  /** Whether it is a protocol at all, and the number a port. */
  static boolean isRoutable(ServicePort port) {
    return !port.protocol().isSaid() || port.protocol().known().isPresent();
  }
}
