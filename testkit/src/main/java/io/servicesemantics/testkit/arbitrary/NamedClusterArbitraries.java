package io.servicesemantics.testkit.arbitrary;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.servicesemantics.cluster.ClusterChange;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.Namespace;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.cluster.PodPhase;
import io.servicesemantics.cluster.PodStatus;
import io.servicesemantics.endpoint.AddressType;
import io.servicesemantics.endpoint.Endpoint;
import io.servicesemantics.endpoint.EndpointConditions;
import io.servicesemantics.endpoint.EndpointPort;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.net.Protocol;
import io.servicesemantics.object.KnownLabels;
import io.servicesemantics.object.KubernetesObject;
import io.servicesemantics.object.ObjectMeta;
import io.servicesemantics.object.ObjectReference;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServicePort;
import io.servicesemantics.service.ServiceSpec;
import io.servicesemantics.service.ServiceType;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Clusters to ask names in: Services of every form, slices with host names, several addresses and
 * endpoints that are not ready, Pods and namespaces. No two Services have one address.
 */
public final class NamedClusterArbitraries {

  private static final ImmutableList<String> NAMESPACES = ImmutableList.of("shop", "other", "svc");
  private static final ImmutableList<String> SERVICES =
      ImmutableList.of("web", "db", "tcp", "x".repeat(63));

  private NamedClusterArbitraries() {}

  /** {@return clusters in which each object's name is its own} */
  public static Arbitrary<ClusterSnapshot> worlds() {
    return Combinators.combine(
            services().list().ofMinSize(1).ofMaxSize(6),
            slices().list().ofMaxSize(6),
            pods().list().ofMaxSize(4),
            namespaces().list().ofMaxSize(3))
        .as(
            (services, slices, pods, namespaces) ->
                ClusterSnapshot.builder()
                    .services(distinct(services))
                    .endpointSlices(distinct(slices))
                    .pods(distinct(pods))
                    .namespaces(distinct(namespaces))
                    .build());
  }

  private static <T extends KubernetesObject> Collection<T> distinct(List<T> objects) {
    Map<Object, T> byName = new LinkedHashMap<>();
    objects.forEach(object -> byName.put(object.namespacedName(), object));
    return byName.values();
  }

  /** {@return a Service, slice, Pod or namespace that is put or goes} */
  public static Arbitrary<ClusterChange> changes() {
    return Arbitraries.frequencyOf(
        Tuple.of(3, services().map(ClusterChange::put)),
        Tuple.of(2, services().map(ClusterChange::gone)),
        Tuple.of(5, slices().map(ClusterChange::put)),
        Tuple.of(2, slices().map(ClusterChange::gone)),
        Tuple.of(3, pods().map(ClusterChange::put)),
        Tuple.of(1, pods().map(ClusterChange::gone)),
        Tuple.of(2, namespaces().map(ClusterChange::put)),
        Tuple.of(1, namespaces().map(ClusterChange::gone)));
  }

  private static Arbitrary<String> namespaceNames() {
    return Arbitraries.frequencyOf(
        Tuple.of(4, Arbitraries.just("shop")), Tuple.of(2, Arbitraries.of(NAMESPACES)));
  }

  private static Arbitrary<ImmutableMap<String, String>> labels() {
    return Arbitraries.of(
        ImmutableMap.of("team", "a"), ImmutableMap.of("team", "b"), ImmutableMap.of());
  }

  /** {@return a namespace of one of three names} */
  public static Arbitrary<Namespace> namespaces() {
    return namespaceNames().map(Namespace::of);
  }

  /** {@return a Service of any form} */
  public static Arbitrary<Service> services() {
    return Combinators.combine(
            namespaceNames(),
            Arbitraries.of(SERVICES),
            labels(),
            Arbitraries.integers().between(0, 7),
            servicePorts(),
            externalNames())
        .as(
            (namespace, name, labels, form, ports, target) ->
                Service.builder()
                    .metadata(ObjectMeta.of(namespace, name).withLabels(labels))
                    .spec(spec(number(namespace, name), form, ports, target))
                    .build());
  }

  private static int number(String namespace, String name) {
    return 1 + NAMESPACES.indexOf(namespace) * SERVICES.size() + SERVICES.indexOf(name);
  }

  // Two in eight are headless and two an alias; the others have one address or two.
  private static ServiceSpec spec(int number, int form, List<ServicePort> ports, String target) {
    ServiceSpec.Builder spec = ServiceSpec.builder().ports(ports);
    if (form < 2) {
      return spec.type(ServiceType.CLUSTER_IP)
          .clusterIP(ServiceSpec.CLUSTER_IP_NONE)
          .addClusterIP(ServiceSpec.CLUSTER_IP_NONE)
          .build();
    }
    if (form < 4) {
      return spec.type(ServiceType.EXTERNAL_NAME).externalName(target).build();
    }
    String ipv4 = "10.96.0." + number;
    String ipv6 = "fd00:96::" + number;
    spec.type(form < 7 ? ServiceType.CLUSTER_IP : ServiceType.LOAD_BALANCER);
    return switch (form) {
      case 4 -> spec.clusterIP(ipv6).addClusterIPs(ipv6, ipv4).build();
      case 5 -> spec.clusterIP(ipv4).build(); // as stored before there were several
      default -> spec.clusterIP(ipv4).addClusterIPs(ipv4).build();
    };
  }

  private static Arbitrary<List<ServicePort>> servicePorts() {
    ServicePort http = ServicePort.of(80).withName("http");
    ServicePort dns = ServicePort.of(53).withName("dns").withProtocol(Protocol.UDP);
    ServicePort dnsTcp = ServicePort.of(53).withName("dns-tcp");
    return Arbitraries.of(
        ImmutableList.of(http),
        ImmutableList.of(http, dns, dnsTcp),
        ImmutableList.of(ServicePort.of(80)),
        ImmutableList.<ServicePort>of());
  }

  private static Arbitrary<String> externalNames() {
    return Arbitraries.of(
        "db.example.com",
        "Db.Example.com.",
        "web.shop.svc.cluster.local",
        "db.shop.svc.cluster.local",
        "tcp.other.svc.cluster.local.",
        "web.shop.svc.other.example",
        "10.0.0.1");
  }

  /** {@return a slice of one of five names, of one of the Services or of none} */
  public static Arbitrary<EndpointSlice> slices() {
    return Combinators.combine(
            namespaceNames(),
            Arbitraries.integers().between(1, 5),
            Arbitraries.frequencyOf(
                Tuple.of(9, Arbitraries.of(SERVICES)), Tuple.of(1, Arbitraries.just(""))),
            labels(),
            endpointPorts(),
            Arbitraries.frequencyOf(
                Tuple.of(6, endpoints(ipv4()).list().ofMaxSize(4)),
                Tuple.of(3, endpoints(ipv6()).list().ofMaxSize(3)),
                Tuple.of(1, endpoints(Arbitraries.of("a.example", "b.example")).list().ofSize(1))))
        .as(
            (namespace, number, service, labels, ports, endpoints) -> {
              ImmutableMap.Builder<String, String> all = ImmutableMap.builder();
              all.putAll(labels);
              if (!service.isEmpty()) {
                all.put(KnownLabels.SERVICE_NAME, service);
              }
              return EndpointSlice.builder()
                  .metadata(
                      ObjectMeta.of(namespace, "slice-" + number).withLabels(all.buildOrThrow()))
                  .addressType(type(endpoints))
                  .ports(ports)
                  .endpoints(endpoints)
                  .build();
            });
  }

  private static AddressType type(List<Endpoint> endpoints) {
    String address = endpoints.isEmpty() ? "" : endpoints.get(0).addresses().get(0);
    return address.indexOf(':') >= 0
        ? AddressType.IPV6
        : address.endsWith("example") ? AddressType.FQDN : AddressType.IPV4;
  }

  private static Arbitrary<String> ipv4() {
    return Arbitraries.integers().between(1, 6).map(number -> "10.244.0." + number);
  }

  private static Arbitrary<String> ipv6() {
    return Arbitraries.of("fd00::1", "fd00::2", "fd00::", "fd00:0:0::3");
  }

  private static Arbitrary<List<EndpointPort>> endpointPorts() {
    EndpointPort http = EndpointPort.of("http", 8080);
    EndpointPort dns = EndpointPort.of("dns", 5353).withProtocol(Protocol.UDP);
    return Arbitraries.of(
        ImmutableList.of(http),
        ImmutableList.of(http, dns),
        ImmutableList.of(EndpointPort.of("", 8080)),
        ImmutableList.of(EndpointPort.builder().name("any").protocol(Protocol.TCP).build()),
        ImmutableList.<EndpointPort>of());
  }

  private static Arbitrary<Endpoint> endpoints(Arbitrary<String> addresses) {
    return Combinators.combine(
            addresses.list().uniqueElements().ofMinSize(1).ofMaxSize(2),
            Arbitraries.of("", "", "db-0", "db-1", "tcp"),
            Arbitraries.of("", "pod-0", "pod-1", "pod.2"),
            Arbitraries.of(true, true, false).optional(0.8))
        .as(
            (texts, hostname, pod, ready) -> {
              Endpoint.Builder endpoint =
                  Endpoint.builder()
                      .addresses(texts)
                      .conditions(EndpointConditions.builder().ready(ready).build());
              if (!hostname.isEmpty()) {
                endpoint.hostname(hostname);
              }
              return pod.isEmpty()
                  ? endpoint.build()
                  : endpoint
                      .targetRef(ObjectReference.builder().kind("Pod").name(pod).build())
                      .build();
            });
  }

  /** {@return a Pod of one of three names, in any phase} */
  public static Arbitrary<Pod> pods() {
    return Combinators.combine(
            namespaceNames(),
            Arbitraries.integers().between(0, 2),
            labels(),
            Arbitraries.of("10.244.0.1", "10.244.0.2", "fd00::1", ""),
            Arbitraries.of(
                PodPhase.RUNNING, PodPhase.RUNNING, PodPhase.PENDING, PodPhase.SUCCEEDED),
            Arbitraries.of(false, false, false, true))
        .as(
            (namespace, number, labels, address, phase, isTerminating) ->
                Pod.builder()
                    .metadata(
                        ObjectMeta.of(namespace, "pod-" + number).toBuilder()
                            .labels(labels)
                            .deletionTimestamp(
                                isTerminating ? Optional.of(Instant.EPOCH) : Optional.empty())
                            .build())
                    .status(PodStatus.builder().phase(phase).podIP(address).build())
                    .build());
  }
}
