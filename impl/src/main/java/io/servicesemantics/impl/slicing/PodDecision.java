package io.servicesemantics.impl.slicing;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.cluster.PodPhase;
import io.servicesemantics.cluster.PodSpec;
import io.servicesemantics.endpoint.Endpoint;
import io.servicesemantics.endpoint.EndpointConditions;
import io.servicesemantics.endpoint.EndpointHints;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.object.ObjectMeta;
import io.servicesemantics.object.ObjectReference;
import io.servicesemantics.service.ServicePort;
import io.servicesemantics.slicing.SlicingReason;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about one Pod for one Service: why it is out, or all that its endpoints need.
 *
 * <p>Endpoints and accounts are both made from this. Follows {@code endpointslice/reconciler.go},
 * reconcileByAddressType, and {@code utils.go}, podToEndpoint (routing 1.2 to 1.5).
 */
final class PodDecision {

  private static final EndpointConditions[] CONDITIONS = new EndpointConditions[8];
  private static final int READY = 4;
  private static final int SERVING = 2;
  private static final int TERMINATING = 1;
  private static final long[] NO_NAMES = new long[0];

  static {
    for (int bits = 0; bits < CONDITIONS.length; bits++) {
      CONDITIONS[bits] =
          EndpointConditions.of(
              (bits & READY) != 0, (bits & SERVING) != 0, (bits & TERMINATING) != 0);
    }
  }

  final Pod pod;

  /** Why it is no endpoint of any family, as far as the family does not matter; else null. */
  final @Nullable SlicingReason out;

  /** Whether it makes its set of ports one of the Service's, even where it is no endpoint. */
  final boolean registersPorts;

  final PortSet ports;

  /** What {@link NamedPorts} found for each port of the Service; empty where none has a name. */
  final long[] found;

  final @Nullable PlacedNode node;
  final PodAddresses addresses;
  private final int conditions;

  private PodDecision(
      Pod pod,
      @Nullable SlicingReason out,
      boolean registersPorts,
      PortSet ports,
      long[] found,
      @Nullable PlacedNode node,
      PodAddresses addresses,
      int conditions) {
    this.pod = pod;
    this.out = out;
    this.registersPorts = registersPorts;
    this.ports = ports;
    this.found = found;
    this.node = node;
    this.addresses = addresses;
    this.conditions = conditions;
  }

  /** Decides about a Pod of any namespace and labels. */
  static PodDecision decide(ServiceTraits service, Pod pod, NodeTable nodes) {
    if (service.unmanaged != null) {
      return out(pod, service.unmanaged);
    }
    if (!pod.metadata().namespace().equals(service.namespace)) {
      return out(pod, SlicingReason.OTHER_NAMESPACE);
    }
    if (!service.selects(pod.metadata().labels())) {
      return out(pod, SlicingReason.LABELS_DIFFER);
    }
    return decideSelected(service, pod, nodes, new PortSets(service));
  }

  /** Decides about a Pod whose namespace and labels are those the Service selects. */
  static PodDecision decideSelected(
      ServiceTraits service, Pod pod, NodeTable nodes, PortSets portSets) {
    var phase = pod.status().phase();
    if (phase.is(PodPhase.FAILED) || phase.is(PodPhase.SUCCEEDED)) {
      return out(pod, SlicingReason.POD_FINISHED);
    }
    ImmutableList<String> podIPs = pod.status().podIPs();
    if (podIPs.isEmpty() && pod.status().podIP().isEmpty()) {
      return out(pod, SlicingReason.POD_WITHOUT_ADDRESS);
    }
    long[] found = service.hasNumbersOnly() ? NO_NAMES : find(service, pod);
    PortSet ports = service.hasNumbersOnly() ? service.portsByNumber() : portSets.of(found);
    PlacedNode node = nodes.get(pod.spec().nodeName());
    PodAddresses addresses = PodAddresses.of(podIPs, service.rules.addressesAsWritten());
    boolean serving = pod.isReady();
    boolean terminating = pod.metadata().isBeingDeleted();
    boolean ready = service.publishNotReady || (serving && !terminating);
    int conditions =
        (ready ? READY : 0) | (serving ? SERVING : 0) | (terminating ? TERMINATING : 0);
    SlicingReason out = null;
    if (node == null && !service.publishNotReady) {
      out = SlicingReason.NODE_UNKNOWN;
    }
    return new PodDecision(pod, out, true, ports, found, node, addresses, conditions);
  }

  /** What is decided about a Pod that is gone. */
  static PodDecision gone(Pod pod) {
    return out(pod, SlicingReason.POD_FINISHED);
  }

  private static PodDecision out(Pod pod, SlicingReason reason) {
    return new PodDecision(
        pod,
        reason,
        false,
        PortSet.NONE,
        NO_NAMES,
        null,
        PodAddresses.of(ImmutableList.of(), false),
        0);
  }

  private static long[] find(ServiceTraits service, Pod pod) {
    ImmutableList<ServicePort> ports = service.ports();
    long[] found = new long[ports.size()];
    for (int i = 0; i < found.length; i++) {
      ServicePort port = ports.get(i);
      if (ServiceTraits.isNamed(port)) {
        String name = port.targetPort().get().toString();
        found[i] =
            NamedPorts.find(pod, name, ServiceTraits.protocol(port), service.rules.sidecarPorts());
      }
    }
    return found;
  }

  boolean isReady() {
    return (conditions & READY) != 0;
  }

  boolean isServing() {
    return (conditions & SERVING) != 0;
  }

  boolean isTerminating() {
    return (conditions & TERMINATING) != 0;
  }

  /** Whether the whole sync ends in an error because of this Pod. */
  boolean isError() {
    return out == SlicingReason.NODE_UNKNOWN;
  }

  /** The message of that error. */
  String error(ServiceTraits service) {
    return "skipping Pod "
        + pod.metadata().name()
        + " for Service "
        + service.namespace
        + "/"
        + service.name
        + ": Node "
        + pod.spec().nodeName()
        + " Not Found";
  }

  boolean isEndpointOf(IpFamily family) {
    return out == null && !addresses.of(family).isEmpty();
  }

  /** The endpoint of a family it has an address of, with the hints that follow from its place. */
  Endpoint endpoint(ServiceTraits service, IpFamily family, HintMode hints) {
    PodSpec spec = pod.spec();
    ObjectMeta metadata = pod.metadata();
    Endpoint.Builder endpoint =
        Endpoint.builder()
            .addresses(addresses.sorted(family))
            .conditions(CONDITIONS[conditions])
            .targetRef(
                ObjectReference.builder()
                    .kind("Pod")
                    .namespace(metadata.namespace())
                    .name(metadata.name())
                    .uid(metadata.uid())
                    .build());
    if (node != null) {
      endpoint.nodeName(node.name).zone(node.zone);
    } else if (!spec.nodeName().isEmpty()) {
      endpoint.nodeName(spec.nodeName());
    }
    if (hasHostname(service)) {
      endpoint.hostname(spec.hostname());
    }
    if (hints.isByPlace() && isReady()) {
      endpoint.hints(placeHints(hints));
    }
    return endpoint.build();
  }

  // ESC ShouldSetHostname (routing 1.3.6)
  boolean hasHostname(ServiceTraits service) {
    return !pod.spec().hostname().isEmpty() && pod.spec().subdomain().equals(service.name);
  }

  private Optional<EndpointHints> placeHints(HintMode hints) {
    if (hints == HintMode.SAME_OR_NAMELESS_ZONE) {
      return TrafficHints.sameZone(
          TrafficHints.orNameless(node == null ? Optional.empty() : node.zone));
    }
    if (node != null) {
      return hints == HintMode.SAME_NODE ? node.nodeHints : node.zoneHints;
    }
    Optional<String> name =
        pod.spec().nodeName().isEmpty() ? Optional.empty() : Optional.of(pod.spec().nodeName());
    return hints == HintMode.SAME_NODE
        ? TrafficHints.sameNode(Optional.empty(), name)
        : Optional.empty();
  }
}
