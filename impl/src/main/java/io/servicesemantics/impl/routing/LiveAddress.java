package io.servicesemantics.impl.routing;

import io.servicesemantics.net.IpAddress;
import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.routing.FrontEndKind;
import io.servicesemantics.service.Service;

/**
 * An address of a Service as such, of which ports it does not have are asked too (routing 2.7.6).
 */
final class LiveAddress extends Listed {

  final Service service;
  final FrontEndKind kind;

  LiveAddress(IpAddress address, Service service, FrontEndKind kind) {
    super(address.highBits(), address.lowBits(), addressCode(address.family()));
    this.service = service;
    this.kind = kind;
  }

  NamespacedName serviceName() {
    return service.namespacedName();
  }
}
