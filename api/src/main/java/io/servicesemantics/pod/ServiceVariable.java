package io.servicesemantics.pod;

import static com.google.common.base.Preconditions.checkNotNull;

import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.service.ServicePort;
import java.util.Optional;

/**
 * A variable made of a Service.
 *
 * @param name the name, such as {@code WEB_PORT_80_TCP}
 * @param value the value, such as {@code tcp://10.96.0.21:80}
 * @param service the Service it stands for
 * @param port the port of the Service it stands for; empty where it tells the address alone
 */
public record ServiceVariable(
    String name, String value, NamespacedName service, Optional<ServicePort> port) {

  /** Checks that no part is null. */
  public ServiceVariable {
    checkNotNull(name, "Name of a variable is null; expected text");
    checkNotNull(value, "Value of a variable is null; expected text");
    checkNotNull(service, "Service of a variable is null; expected its name");
    checkNotNull(port, "Port of a variable is null; expected one, or empty");
  }

  /** {@return name and value, such as {@code WEB_SERVICE_PORT=80}} */
  @Override
  public String toString() {
    return name + "=" + value;
  }
}
