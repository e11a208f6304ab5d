package io.servicesemantics.impl.connection;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.SetMultimap;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.HostAddresses;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.cluster.PodPhase;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.object.KubernetesObject;
import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.object.ObjectMeta;
import io.servicesemantics.service.LoadBalancerIngress;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServicePort;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A cluster, found by address as well as by name. The indexes are made when first asked: it serves
 * one trace.
 */
final class World {

  private final ClusterSnapshot snapshot;
  private @Nullable Map<IpAddress, Pod> podsByAddress;
  private @Nullable Map<IpAddress, Node> nodesByAddress;
  private @Nullable SetMultimap<IpAddress, Service> servicesByAddress;
  private @Nullable SetMultimap<Integer, Service> servicesByNodePort;

  World(ClusterSnapshot snapshot) {
    this.snapshot = snapshot;
  }

  ClusterSnapshot snapshot() {
    return snapshot;
  }

  /** The nodes, by name. */
  ImmutableList<Node> nodes() {
    return ImmutableList.sortedCopyOf(
        Comparator.comparing(node -> node.metadata().name()), snapshot.nodesByName().values());
  }

  /** A node of which nothing but the name need be known. */
  Node node(String name) {
    return snapshot.node(name).orElse(Node.builder().metadata(ObjectMeta.of(name)).build());
  }

  /** The Pod that has an address for itself; one that runs before one that has ended. */
  Optional<Pod> podAt(IpAddress address) {
    if (podsByAddress == null) {
      podsByAddress = pods();
    }
    return Optional.ofNullable(podsByAddress.get(address));
  }

  /** The first node, by name, that has an address. */
  Optional<Node> nodeAt(IpAddress address) {
    if (nodesByAddress == null) {
      nodesByAddress = nodesWithAddress();
    }
    return Optional.ofNullable(nodesByAddress.get(address));
  }

  /** The Services that name an address as theirs, whether nodes serve it or not. */
  ImmutableSet<Service> servicesAt(IpAddress address) {
    if (servicesByAddress == null) {
      servicesByAddress = servicesWithAddress();
    }
    return ImmutableSet.copyOf(servicesByAddress.get(address));
  }

  /** The Services that ask for a port of every node. */
  ImmutableSet<Service> servicesWithNodePort(int port) {
    if (servicesByNodePort == null) {
      servicesByNodePort = servicesWithNodePort();
    }
    return ImmutableSet.copyOf(servicesByNodePort.get(port));
  }

  /** Whether nodes take an address for a Service's, as far as a Service can tell. */
  boolean isTakenByNodes(IpAddress address) {
    for (Service service : servicesAt(address)) {
      if (clusterIps(service).contains(address)
          || parsed(service.spec().externalIPs()).contains(address)) {
        return true;
      }
      for (LoadBalancerIngress ingress : service.status().loadBalancer().ingress()) {
        if (ingress.isVip()
            && IpAddress.tryParseLenient(ingress.ip()).filter(address::equals).isPresent()) {
          return true;
        }
      }
    }
    return false;
  }

  /** All of the cluster that a verdict about a flow may rest on, so that tables stay small. */
  ClusterSnapshot around(IpAddress source, IpAddress destination, int port) {
    Set<Service> services = new LinkedHashSet<>(servicesAt(destination));
    services.addAll(servicesAt(source));
    services.addAll(servicesWithNodePort(port));
    ImmutableList.Builder<EndpointSlice> slices = ImmutableList.builder();
    for (Service service : services) {
      slices.addAll(snapshot.slicesByService().get(service.namespacedName()));
    }
    return ClusterSnapshot.builder()
        .services(services)
        .endpointSlices(slices.build())
        .serviceCidrs(snapshot.serviceCidrs())
        .build();
  }

  static ImmutableList<IpAddress> addresses(Pod pod) {
    List<String> texts =
        pod.status().podIPs().isEmpty()
            ? ImmutableList.of(pod.status().podIP())
            : pod.status().podIPs();
    return parsed(texts);
  }

  static ImmutableList<IpAddress> clusterIps(Service service) {
    return parsed(
        service.spec().clusterIPs().isEmpty()
            ? ImmutableList.of(service.spec().clusterIP())
            : service.spec().clusterIPs());
  }

  static ImmutableList<IpAddress> parsed(List<String> texts) {
    Set<IpAddress> all = new LinkedHashSet<>();
    texts.forEach(text -> IpAddress.tryParseLenient(text).ifPresent(all::add));
    return ImmutableList.copyOf(all);
  }

  static boolean isOver(Pod pod) {
    return pod.status().phase().is(PodPhase.SUCCEEDED) || pod.status().phase().is(PodPhase.FAILED);
  }

  private Map<IpAddress, Pod> pods() {
    Map<IpAddress, Pod> byAddress = new HashMap<>();
    for (Pod pod : snapshot.podsByName().values()) {
      if (!pod.spec().hostNetwork()) {
        addresses(pod).forEach(address -> byAddress.merge(address, pod, World::preferred));
      }
    }
    return byAddress;
  }

  private static Pod preferred(Pod one, Pod other) {
    if (isOver(one) != isOver(other)) {
      return isOver(one) ? other : one;
    }
    return first(one, other);
  }

  private static <T extends KubernetesObject> T first(T one, T other) {
    return one.namespacedName().compareTo(other.namespacedName()) <= 0 ? one : other;
  }

  private Map<IpAddress, Node> nodesWithAddress() {
    Map<IpAddress, Node> byAddress = new HashMap<>();
    for (Node node : nodes()) {
      HostAddresses.of(node).forEach(address -> byAddress.putIfAbsent(address, node));
    }
    return byAddress;
  }

  private SetMultimap<IpAddress, Service> servicesWithAddress() {
    SetMultimap<IpAddress, Service> byAddress = LinkedHashMultimap.create();
    for (Service service : services()) {
      clusterIps(service).forEach(address -> byAddress.put(address, service));
      parsed(service.spec().externalIPs()).forEach(address -> byAddress.put(address, service));
      for (LoadBalancerIngress ingress : service.status().loadBalancer().ingress()) {
        IpAddress.tryParseLenient(ingress.ip())
            .ifPresent(address -> byAddress.put(address, service));
      }
    }
    return byAddress;
  }

  private SetMultimap<Integer, Service> servicesWithNodePort() {
    SetMultimap<Integer, Service> byPort = LinkedHashMultimap.create();
    for (Service service : services()) {
      byPort.put(service.spec().healthCheckNodePort(), service);
      for (ServicePort port : service.spec().ports()) {
        byPort.put(port.nodePort(), service);
      }
    }
    byPort.removeAll(0); // none asked for
    return byPort;
  }

  /** The Services, by namespace and name. */
  ImmutableList<Service> services() {
    return ImmutableList.sortedCopyOf(
        Comparator.comparing((Service service) -> service.namespacedName()),
        snapshot.servicesByName().values());
  }

  /** The slices of a Service, by name. */
  ImmutableList<EndpointSlice> slices(Service service) {
    NamespacedName name = service.namespacedName();
    return ImmutableList.sortedCopyOf(
        Comparator.comparing((EndpointSlice slice) -> slice.metadata().name()),
        snapshot.slicesByService().get(name));
  }
}
