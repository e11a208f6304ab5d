package io.servicesemantics.impl.connection;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.connection.ConnectionReason;
import io.servicesemantics.connection.DestinationPort;
import io.servicesemantics.endpoint.Endpoint;
import io.servicesemantics.endpoint.EndpointPort;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.explain.Because;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.Protocol;
import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServicePort;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What endpoints lead to that are called without a node between: the ready ones of a Service, at
 * their own ports (routing 6.3.1).
 */
final class HeadlessTargets {

  private final Service service;
  private final Predicate<IpAddress> isMeant;
  private final World world;
  private final Findings findings;

  private HeadlessTargets(
      Service service, Predicate<IpAddress> isMeant, World world, Findings findings) {
    this.service = service;
    this.isMeant = isMeant;
    this.world = world;
    this.findings = findings;
  }

  /** All endpoints. */
  static HeadlessTargets of(Service service, World world, Findings findings) {
    return new HeadlessTargets(service, address -> true, world, findings);
  }

  /** The endpoints at the addresses that a look-up found. */
  static HeadlessTargets at(
      Service service, Iterable<IpAddress> found, World world, Findings findings) {
    ImmutableSet<IpAddress> addresses = ImmutableSet.copyOf(found);
    return new HeadlessTargets(service, addresses::contains, world, findings);
  }

  void find(DestinationPort asked) {
    findings.note(
        Because.of(
                service.spec().isHeadless()
                    ? ConnectionReason.SERVICE_IS_HEADLESS
                    : ConnectionReason.ENDPOINT_CALLED_DIRECTLY)
            .withFact("service", service.namespacedName()));
    ImmutableList<AskedPort> ports = ports(asked);
    boolean hasEndpoint = false;
    for (EndpointSlice slice : world.slices(service)) {
      for (Endpoint endpoint : slice.endpoints()) {
        if (endpoint.conditions().isReady()) {
          for (IpAddress address : World.parsed(endpoint.addresses())) {
            if (isMeant.test(address)) {
              hasEndpoint = true;
              ports.forEach(port -> add(address, port, slice, asked));
            }
          }
        }
      }
    }
    if (!hasEndpoint) {
      findings.note(
          Because.of(ConnectionReason.HEADLESS_WITHOUT_ENDPOINTS)
              .withFact("service", service.namespacedName()));
    }
  }

  // A number may be a Pod's, which need not be one of the Service's.
  private ImmutableList<AskedPort> ports(DestinationPort asked) {
    if (asked instanceof DestinationPort.Numbered number) {
      ImmutableList<AskedPort> found = ServicePorts.withNumber(service, number);
      return found.isEmpty()
          ? ImmutableList.of(
              new AskedPort(
                  Target.Port.of(number.number(), number.protocol().orElse(Protocol.TCP)),
                  Optional.empty()))
          : found;
    }
    return ServicePorts.of(service, asked, findings);
  }

  private void add(IpAddress address, AskedPort port, EndpointSlice slice, DestinationPort asked) {
    Optional<Integer> own = port.of().flatMap(of -> ownPort(of, slice));
    if (own.isEmpty() || own.get() == port.port().number()) {
      findings.add(Target.at(address, port.port()));
      return;
    }
    Because why =
        Because.of(ConnectionReason.PORT_OF_HEADLESS)
            .withFact("the Service's", port.port().number())
            .withFact("the Pods'", own.get());
    if (!(asked instanceof DestinationPort.Numbered)) {
      findings.note(why.withFact("tried", own.get()));
      findings.add(Target.at(address, new Target.Port(own.get(), port.port().protocol())));
      return;
    }
    findings.note(why.withFact("tried", port.port().number()));
    Target target = Target.at(address, port.port());
    findings.add(
        isDeclared(address, slice, port.port())
            ? target
            : target.withFlaw(
                Because.of(ConnectionReason.PORT_NOT_TRANSLATED)
                    .withFact("called", port.port().number())
                    .withFact("listens at", own.get())));
  }

  private static Optional<Integer> ownPort(ServicePort port, EndpointSlice slice) {
    for (EndpointPort own : slice.ports()) {
      if (own.name().filter(port.name()::equals).isPresent()
          && Ports.protocol(own.protocol()) == Ports.protocol(port.protocol())
          && own.port().isPresent()
          && own.port().getAsInt() >= 1
          && own.port().getAsInt() <= 65535) {
        return Optional.of(own.port().getAsInt());
      }
    }
    return Optional.empty();
  }

  private boolean isDeclared(IpAddress address, EndpointSlice slice, Target.Port port) {
    return podOf(address, slice)
        .filter(pod -> Ports.declares(pod, port.number(), port.protocol().orElse(Protocol.TCP)))
        .isPresent();
  }

  private Optional<Pod> podOf(IpAddress address, EndpointSlice slice) {
    return world
        .podAt(address)
        .or(
            () ->
                slice.endpoints().stream()
                    .filter(endpoint -> World.parsed(endpoint.addresses()).contains(address))
                    .flatMap(endpoint -> endpoint.targetRef().stream())
                    .flatMap(
                        ref ->
                            Optional.ofNullable(
                                world
                                    .snapshot()
                                    .podsByName()
                                    .get(NamespacedName.of(ref.namespace(), ref.name())))
                                .stream())
                    .findFirst());
  }
}
