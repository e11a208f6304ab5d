package io.servicesemantics.impl.slicing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.cluster.PodPhase;
import io.servicesemantics.endpoint.EndpointAddress;
import io.servicesemantics.endpoint.EndpointSubset;
import io.servicesemantics.endpoint.EndpointSubsetPort;
import io.servicesemantics.endpoint.Endpoints;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.object.KnownAnnotations;
import io.servicesemantics.object.KnownLabels;
import io.servicesemantics.object.ObjectMeta;
import io.servicesemantics.object.ObjectReference;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServicePort;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes the Endpoints object of a Service that selects Pods.
 *
 * <p>Follows {@code pkg/controller/endpoint/endpoints_controller.go}, syncService (routing 1.12).
 */
final class LegacyEndpoints {

  private static final String CONTROLLER = "endpoint-controller";

  private LegacyEndpoints() {}

  static Endpoints of(ServiceTraits service, ClusterSnapshot world) {
    Repacking repacking = new Repacking();
    for (Pod pod : world.podsByName().values()) {
      if (pod.metadata().namespace().equals(service.namespace)
          && service.selects(pod.metadata().labels())
          && belongs(service, pod)) {
        add(service, pod, repacking);
      }
    }
    ImmutableList<EndpointSubset> subsets = repacking.subsets();
    boolean isCut = Truncation.isNeeded(subsets);
    Endpoints before = Endpoints.builder().build();
    for (Endpoints endpoints : world.endpoints()) {
      if (endpoints.namespacedName().equals(service.service.namespacedName())) {
        before = endpoints;
      }
    }
    return before
        .withMetadata(metadata(service.service, before.metadata(), isCut))
        .withSubsets(isCut ? Truncation.cut(subsets) : subsets);
  }

  private static ObjectMeta metadata(Service service, ObjectMeta before, boolean isCut) {
    Map<String, String> labels = new LinkedHashMap<>(service.metadata().labels());
    if (service.spec().isClusterIPSet()) {
      labels.remove(KnownLabels.HEADLESS);
    } else {
      labels.put(KnownLabels.HEADLESS, "");
    }
    labels.put(KnownLabels.ENDPOINTS_MANAGED_BY, CONTROLLER);
    Map<String, String> annotations = new LinkedHashMap<>(before.annotations());
    if (isCut) {
      annotations.put(KnownAnnotations.OVER_CAPACITY, "truncated");
    } else {
      annotations.remove(KnownAnnotations.OVER_CAPACITY);
    }
    return before.toBuilder()
        .namespace(service.metadata().namespace())
        .name(service.metadata().name())
        .labels(ImmutableMap.copyOf(labels))
        .annotations(ImmutableMap.copyOf(annotations))
        .build();
  }

  // Unlike in slices, a Pod that is being deleted is out (routing 1.2.4), its node plays no part.
  private static boolean belongs(ServiceTraits service, Pod pod) {
    var phase = pod.status().phase();
    if (phase.is(PodPhase.FAILED) || phase.is(PodPhase.SUCCEEDED)) {
      return false;
    }
    return service.publishNotReady || !pod.metadata().isBeingDeleted();
  }

  private static void add(ServiceTraits service, Pod pod, Repacking repacking) {
    EndpointAddress address = address(service, pod);
    if (address == null) {
      return;
    }
    boolean ready = service.publishNotReady || pod.isReady();
    if (service.ports().isEmpty()) {
      if (service.service.spec().isHeadless()) {
        repacking.add(Repacking.Port.none(), address, ready);
      }
      return;
    }
    for (int i = 0; i < service.ports().size(); i++) {
      ServicePort port = service.ports().get(i);
      int number;
      if (ServiceTraits.isNamed(port)) {
        String name = port.targetPort().map(Object::toString).orElse("");
        long found =
            NamedPorts.find(pod, name, ServiceTraits.protocol(port), service.rules.sidecarPorts());
        if (found == NamedPorts.NOT_FOUND) {
          continue;
        }
        number = NamedPorts.number(found);
      } else {
        number = ServiceTraits.number(port);
      }
      EndpointSubsetPort offered =
          EndpointSubsetPort.builder()
              .name(port.name())
              .port(number)
              .protocol(ServiceTraits.protocol(port))
              .appProtocol(port.appProtocol())
              .build();
      repacking.add(Repacking.Port.of(offered, i + 1), address, ready);
    }
  }

  private static @Nullable EndpointAddress address(ServiceTraits service, Pod pod) {
    ImmutableList<String> addresses =
        PodAddresses.of(pod.status().podIPs(), service.rules.addressesAsWritten())
            .of(family(service, pod));
    if (addresses.isEmpty()) {
      return null;
    }
    ObjectMeta metadata = pod.metadata();
    boolean named = !pod.spec().hostname().isEmpty() && pod.spec().subdomain().equals(service.name);
    return EndpointAddress.builder()
        .ip(addresses.get(0))
        .hostname(named ? pod.spec().hostname() : "")
        .nodeName(pod.spec().nodeName())
        .targetRef(
            ObjectReference.builder()
                .kind("Pod")
                .namespace(metadata.namespace())
                .name(metadata.name())
                .uid(metadata.uid())
                .build())
        .build();
  }

  // LEG podToEndpointAddressForService: one family only (routing 1.12.1)
  private static IpFamily family(ServiceTraits service, Pod pod) {
    var spec = service.service.spec();
    if (!spec.ipFamilies().isEmpty()) {
      return spec.ipFamilies().get(0).orElse(IpFamily.IPV4);
    }
    String text = spec.isClusterIPSet() ? spec.clusterIP() : pod.status().podIP();
    return IpAddress.tryParseLenient(text).map(IpAddress::family).orElse(IpFamily.IPV4);
  }
}
