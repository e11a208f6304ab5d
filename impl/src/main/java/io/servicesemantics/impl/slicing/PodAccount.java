package io.servicesemantics.impl.slicing;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.Container;
import io.servicesemantics.cluster.ContainerPort;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.cluster.PodSpec;
import io.servicesemantics.endpoint.AddressType;
import io.servicesemantics.explain.Because;
import io.servicesemantics.explain.Explained;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.service.ServicePort;
import io.servicesemantics.slicing.PodMembership;
import io.servicesemantics.slicing.PortResolution;
import io.servicesemantics.slicing.SlicingReason;
import java.util.Map;
import java.util.StringJoiner;

/** Reads the answer and its account out of what was decided about a Pod. */
final class PodAccount {

  private PodAccount() {}

  static Explained<PodMembership> of(ServiceTraits service, PodDecision decided) {
    PodMembership.Builder membership =
        PodMembership.builder().pod(decided.pod.namespacedName()).isSelected(isSelected(decided));
    if (decided.registersPorts) {
      membership.ports(ports(service, decided));
    }
    for (IpFamily family : service.families) {
      if (decided.isEndpointOf(family)) {
        membership.putEndpoints(
            AddressType.of(family), decided.endpoint(service, family, HintMode.NONE));
      }
    }
    PodMembership answer = membership.build();
    return Explained.of(answer, because(service, decided, answer));
  }

  private static boolean isSelected(PodDecision decided) {
    return decided.out == null
        || decided.out == SlicingReason.POD_FINISHED
        || decided.out == SlicingReason.POD_WITHOUT_ADDRESS
        || decided.out == SlicingReason.NODE_UNKNOWN;
  }

  private static Because because(ServiceTraits service, PodDecision decided, PodMembership answer) {
    Pod pod = decided.pod;
    if (decided.out != null) {
      Because because = Because.of(decided.out).withFact("pod", pod.namespacedName());
      return switch (decided.out) {
        case LABELS_DIFFER -> withLabel(because, service, pod);
        case POD_FINISHED -> because.withFact("phase", pod.status().phase());
        case OTHER_NAMESPACE -> because.withFact("service", service.service.namespacedName());
        case NODE_UNKNOWN -> withPorts(because.withFact("node", nodeName(pod)), decided, answer);
        default -> because;
      };
    }
    if (!answer.isEndpoint()) {
      return Because.of(SlicingReason.NO_ADDRESS_OF_ANY_FAMILY)
          .withFact("pod", pod.namespacedName())
          .withFact("addresses", addresses(pod))
          .withFact("wanted", families(service));
    }
    Because because =
        Because.of(SlicingReason.POD_IS_ENDPOINT)
            .withFact("pod", pod.namespacedName())
            .withCause(
                Because.of(SlicingReason.LABELS_MATCH).withFact("selector", service.selector))
            .withCause(condition(service, decided));
    for (IpFamily family : service.families) {
      SlicingReason reason =
          decided.isEndpointOf(family)
              ? SlicingReason.ADDRESS_OF_FAMILY
              : SlicingReason.NO_ADDRESS_OF_FAMILY;
      Because address = Because.of(reason).withFact("family", family.wireName());
      because =
          because.withCause(
              decided.isEndpointOf(family)
                  ? address.withFact("address", String.join(", ", decided.addresses.of(family)))
                  : address.withFact("addresses", addresses(pod)));
    }
    return withPorts(withHostname(because, service, decided), decided, answer);
  }

  // Told where somebody may ask for it: of headless Services and of Pods that say anything of it.
  private static Because withHostname(Because because, ServiceTraits service, PodDecision decided) {
    PodSpec spec = decided.pod.spec();
    boolean isAsked = !spec.hostname().isEmpty() || !spec.subdomain().isEmpty();
    if (!isAsked && !service.service.spec().isHeadless()) {
      return because;
    }
    SlicingReason reason =
        decided.hasHostname(service)
            ? SlicingReason.HOSTNAME_GIVEN
            : spec.hostname().isEmpty()
                ? SlicingReason.HOSTNAME_NOT_ASKED
                : SlicingReason.SUBDOMAIN_DIFFERS;
    return because.withCause(
        Because.of(reason)
            .withFact("hostname", "\"" + spec.hostname() + "\"")
            .withFact("subdomain", "\"" + spec.subdomain() + "\"")
            .withFact("service", service.name));
  }

  private static String nodeName(Pod pod) {
    return pod.spec().nodeName().isEmpty() ? "(none)" : pod.spec().nodeName();
  }

  // The near miss: the first label that differs, and how many there are besides.
  private static Because withLabel(Because because, ServiceTraits service, Pod pod) {
    Because told = because;
    int differing = 0;
    for (Map.Entry<String, String> wanted : service.selector.entrySet()) {
      String value = pod.metadata().labels().get(wanted.getKey());
      if (!wanted.getValue().equals(value)) {
        if (differing++ == 0) {
          told =
              told.withFact("label", wanted.getKey())
                  .withFact("is", value == null ? "missing" : "\"" + value + "\"")
                  .withFact("wanted", "\"" + wanted.getValue() + "\"");
        }
      }
    }
    return differing > 1
        ? told.withFact("differing", differing + " of " + service.selector.size())
        : told;
  }

  private static Because condition(ServiceTraits service, PodDecision decided) {
    Because state =
        Because.of(
            !decided.isTerminating()
                ? decided.isServing() ? SlicingReason.READY : SlicingReason.NOT_READY
                : decided.isServing()
                    ? SlicingReason.SERVING_WHILE_TERMINATING
                    : SlicingReason.TERMINATING);
    return service.publishNotReady && (!decided.isServing() || decided.isTerminating())
        ? Because.of(SlicingReason.PUBLISHED_NOT_READY).withCause(state)
        : state;
  }

  private static ImmutableList<PortResolution> ports(ServiceTraits service, PodDecision decided) {
    ImmutableList.Builder<PortResolution> resolutions = ImmutableList.builder();
    for (int i = 0; i < service.ports().size(); i++) {
      ServicePort port = service.ports().get(i);
      PortResolution.Builder resolution = PortResolution.builder().servicePort(port);
      if (!ServiceTraits.isNamed(port)) {
        resolution.number(ServiceTraits.number(port)).reason(SlicingReason.PORT_BY_NUMBER);
      } else if (decided.found[i] == NamedPorts.NOT_FOUND) {
        resolution.reason(notFound(decided.pod, port));
      } else {
        resolution
            .number(NamedPorts.number(decided.found[i]))
            .reason(
                NamedPorts.isInSidecar(decided.found[i])
                    ? SlicingReason.PORT_BY_SIDECAR_NAME
                    : SlicingReason.PORT_BY_NAME);
      }
      resolutions.add(resolution.build());
    }
    return resolutions.build();
  }

  // The near miss: a port of that name, but of another protocol.
  private static SlicingReason notFound(Pod pod, ServicePort port) {
    String name = port.targetPort().map(Object::toString).orElse("");
    for (Container container : declaring(pod)) {
      for (ContainerPort declared : container.ports()) {
        if (declared.name().equals(name)) {
          return SlicingReason.PORT_PROTOCOL_DIFFERS;
        }
      }
    }
    return SlicingReason.PORT_NAME_NOT_FOUND;
  }

  private static Because withPorts(Because because, PodDecision decided, PodMembership answer) {
    Because told = because;
    for (PortResolution port : answer.ports()) {
      ServicePort asked = port.servicePort();
      Because cause =
          Because.of(port.reason())
              .withFact("port", asked.name().isEmpty() ? asked.port() : asked.name());
      if (ServiceTraits.isNamed(asked)) {
        cause =
            cause.withFact(
                "targetPort",
                asked.targetPort().map(Object::toString).orElse("") + "/" + port.protocol());
      }
      cause =
          port.number().isPresent()
              ? cause.withFact("number", port.number().getAsInt())
              : cause.withFact("declared", declared(decided.pod));
      told = told.withCause(cause);
    }
    return told;
  }

  private static String declared(Pod pod) {
    StringJoiner ports = new StringJoiner(", ");
    for (Container container : declaring(pod)) {
      for (ContainerPort port : container.ports()) {
        String name = port.name().isEmpty() ? "(unnamed)" : port.name();
        ports.add(name + "/" + NamedPorts.meant(port.protocol()) + " " + port.containerPort());
      }
    }
    return ports.length() == 0 ? "none" : ports.toString();
  }

  private static ImmutableList<Container> declaring(Pod pod) {
    ImmutableList.Builder<Container> containers = ImmutableList.builder();
    containers.addAll(pod.spec().containers());
    for (Container container : pod.spec().initContainers()) {
      if (container.isSidecar()) {
        containers.add(container);
      }
    }
    return containers.build();
  }

  private static String addresses(Pod pod) {
    return pod.status().podIPs().isEmpty() ? "none" : String.join(", ", pod.status().podIPs());
  }

  private static String families(ServiceTraits service) {
    StringJoiner families = new StringJoiner(", ");
    service.families.forEach(family -> families.add(family.wireName()));
    return families.toString();
  }
}
