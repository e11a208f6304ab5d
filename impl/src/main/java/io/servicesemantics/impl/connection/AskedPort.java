package io.servicesemantics.impl.connection;

import io.servicesemantics.service.ServicePort;
import java.util.Optional;

/**
 * A port that is asked of a Service.
 *
 * @param port the port to try
 * @param of the Service's port it is, if it is one
 */
record AskedPort(Target.Port port, Optional<ServicePort> of) {

  static AskedPort of(ServicePort port) {
    return new AskedPort(
        Target.Port.of(port.port(), Ports.protocol(port.protocol())), Optional.of(port));
  }
}
