package io.servicesemantics.impl.routing;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.routing.PortEndpoints;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServicePort;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads the endpoints behind ports, for one node or once for several of one cluster; lives no
 * longer than their tables take to make.
 */
interface EndpointReadings {

  /** Reads every time. */
  EndpointReadings EACH =
      (service, port, family, slices, rules) ->
          SliceReader.read(service, port, family, slices, rules).endpoints();

  PortEndpoints read(
      Service service,
      ServicePort port,
      IpFamily family,
      ImmutableList<EndpointSlice> slices,
      SelectionRules rules);

  /** {@return readings that remember what they read; for the objects of one snapshot} */
  static EndpointReadings remembering() {
    record Key(NamespacedName service, ServicePort port, IpFamily family) {}
    Map<Key, PortEndpoints> read = new HashMap<>();
    return (service, port, family, slices, rules) ->
        read.computeIfAbsent(
            new Key(service.namespacedName(), port, family),
            unused -> EACH.read(service, port, family, slices, rules));
  }
}
