package io.servicesemantics.impl.connection;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.connection.ConnectionReason;
import io.servicesemantics.connection.DestinationPort;
import io.servicesemantics.explain.Because;
import io.servicesemantics.net.Protocol;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServicePort;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds the ports of a Service that are asked for. */
final class ServicePorts {

  private final Service service;
  private final Findings findings;

  private ServicePorts(Service service, Findings findings) {
    this.service = service;
    this.findings = findings;
  }

  /**
   * The ports asked for: a number that the Service does not have is tried all the same, since nodes
   * differ in what they do about it; a name that it does not have is no number.
   */
  static ImmutableList<AskedPort> of(Service service, DestinationPort asked, Findings findings) {
    ServicePorts ports = new ServicePorts(service, findings);
    return asked.match(
        ports::numbered,
        ports::named,
        unsaid -> ports.all(),
        ping -> ImmutableList.of(new AskedPort(Target.Port.PING, Optional.empty())));
  }

  /** Those that have a number, if any. */
  static ImmutableList<AskedPort> withNumber(Service service, DestinationPort.Numbered asked) {
    return matching(service, port -> port.port() == asked.number() && isOf(port, asked.protocol()));
  }

  private ImmutableList<AskedPort> numbered(DestinationPort.Numbered asked) {
    ImmutableList<AskedPort> found = withNumber(service, asked);
    if (!found.isEmpty()) {
      return found;
    }
    Because why = missing(ConnectionReason.PORT_NUMBER_NOT_THERE, asked);
    Optional<String> meant = meant(asked.number());
    findings.note(meant.isPresent() ? why.withFact("did you mean", meant.get()) : why);
    return ImmutableList.of(
        new AskedPort(
            Target.Port.of(asked.number(), asked.protocol().orElse(Protocol.TCP)),
            Optional.empty()));
  }

  private Because missing(ConnectionReason reason, DestinationPort asked) {
    return Because.of(reason)
        .withFact("service", service.namespacedName())
        .withFact("asked", asked.toString().substring(1))
        .withFact("there is", NearMisses.portsOf(service));
  }

  private Optional<String> meant(int number) {
    for (ServicePort port : service.spec().ports()) {
      if (port.port() == number) {
        return Optional.of(NearMisses.words(port));
      }
      if (port.targetPort().filter(target -> target.toString().equals("" + number)).isPresent()) {
        return Optional.of(NearMisses.words(port) + ", which leads to " + number);
      }
      if (port.nodePort() == number) {
        return Optional.of("the address of a node, where it is the node port of " + port.port());
      }
    }
    return service.spec().ports().size() == 1
        ? Optional.of(NearMisses.words(service.spec().ports().get(0)))
        : Optional.empty();
  }

  private ImmutableList<AskedPort> named(DestinationPort.Named asked) {
    ImmutableList<AskedPort> found =
        matching(service, port -> port.name().equals(asked.name()) && isOf(port, asked.protocol()));
    if (found.isEmpty()) {
      findings.note(missing(ConnectionReason.PORT_NAME_NOT_THERE, asked));
    }
    return found;
  }

  private ImmutableList<AskedPort> all() {
    if (service.spec().ports().isEmpty()) {
      findings.note(
          Because.of(ConnectionReason.PORT_NOT_SAID)
              .withFact("service", service.namespacedName())
              .withFact("there is", NearMisses.portsOf(service)));
    }
    return matching(service, port -> true);
  }

  private static boolean isOf(ServicePort port, Optional<Protocol> protocol) {
    return protocol.isEmpty() || protocol.get() == Ports.protocol(port.protocol());
  }

  private static ImmutableList<AskedPort> matching(Service service, Predicate<ServicePort> wanted) {
    return service.spec().ports().stream()
        .filter(wanted)
        .filter(port -> port.port() >= 1 && port.port() <= 65535)
        .map(AskedPort::of)
        .collect(ImmutableList.toImmutableList());
  }
}
