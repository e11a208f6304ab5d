package io.servicesemantics.impl.description;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.object.ObjectMeta;
import io.servicesemantics.routing.PortEndpoints;
import io.servicesemantics.routing.SelectedEndpoints;
import io.servicesemantics.routing.SelectionReason;
import io.servicesemantics.routing.SliceReading;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServicePort;
import io.servicesemantics.service.ServiceType;
import java.util.Optional;

/**
 * The ports of a Service that kube-proxy serves, each in each of its families, read once.
 *
 * @param ports the ports with what the slices have for them, by family
 * @param notServed why there are none; empty where there are some, or where the Service says none
 */
record ServedPorts(ImmutableList<Served> ports, Optional<SelectionReason> notServed) {

  // Whether a port is served does not depend on the node.
  private static final Node ANY = Node.builder().metadata(ObjectMeta.of("")).build();

  /** A port in a family, and what the slices have for it. */
  record Served(ServicePort port, IpFamily family, SliceReading reading) {
    PortEndpoints endpoints() {
      return reading.endpoints();
    }
  }

  static ServedPorts of(Service service, Scene scene) {
    ImmutableList<EndpointSlice> slices = scene.state().slicesOf(service.namespacedName());
    ImmutableList.Builder<Served> ports = ImmutableList.builder();
    Optional<SelectionReason> notServed =
        service.spec().ports().isEmpty() ? withoutPorts(service) : Optional.empty();
    boolean isAny = false;
    for (IpFamily family : IpFamily.values()) {
      for (ServicePort port : service.spec().ports()) {
        SliceReading reading = scene.selector().read(service, port, family, slices);
        SelectedEndpoints selected =
            scene.selector().select(service, port, family, ANY, reading.endpoints());
        if (!selected.isServed()) {
          notServed = selected.notServed();
          break;
        }
        isAny = true;
        ports.add(new Served(port, family, reading));
      }
    }
    return new ServedPorts(ports.build(), isAny ? Optional.empty() : notServed);
  }

  // A Service need not have ports to be left to DNS alone.
  private static Optional<SelectionReason> withoutPorts(Service service) {
    if (service.spec().type().is(ServiceType.EXTERNAL_NAME)) {
      return Optional.of(SelectionReason.SERVICE_IS_EXTERNAL_NAME);
    }
    return service.spec().isHeadless()
        ? Optional.of(SelectionReason.SERVICE_IS_HEADLESS)
        : Optional.empty();
  }
}
