package io.servicesemantics.testkit.arbitrary;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.servicesemantics.cluster.ClusterChange;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.Container;
import io.servicesemantics.cluster.ContainerPort;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.cluster.NodeStatus;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.cluster.PodPhase;
import io.servicesemantics.cluster.PodSpec;
import io.servicesemantics.cluster.PodStatus;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.net.Protocol;
import io.servicesemantics.object.Choice;
import io.servicesemantics.object.Condition;
import io.servicesemantics.object.ConditionStatus;
import io.servicesemantics.object.KnownAnnotations;
import io.servicesemantics.object.KnownLabels;
import io.servicesemantics.object.ObjectMeta;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServicePort;
import io.servicesemantics.service.ServiceSpec;
import io.servicesemantics.service.ServiceType;
import io.servicesemantics.service.TargetPort;
import io.servicesemantics.service.TrafficDistribution;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Small clusters in which much meets: few names, labels, nodes and zones, two namespaces. */
public final class ClusterArbitraries {

  private ClusterArbitraries() {}

  /** {@return up to a few dozen Pods, a few Services and nodes, and no slices} */
  public static Arbitrary<ClusterSnapshot> snapshots() {
    return Combinators.combine(
            pods().list().ofMaxSize(24),
            services().list().ofMaxSize(3),
            nodes().list().ofMaxSize(4))
        .as(
            (pods, services, nodes) ->
                ClusterSnapshot.builder().pods(pods).services(services).nodes(nodes).build());
  }

  /** {@return a Pod, Service or node that is put or goes} */
  public static Arbitrary<ClusterChange> changes() {
    return Arbitraries.frequencyOf(
        Tuple.of(6, pods().map(ClusterChange::put)),
        Tuple.of(2, pods().map(ClusterChange::gone)),
        Tuple.of(2, services().map(ClusterChange::put)),
        Tuple.of(1, services().map(ClusterChange::gone)),
        Tuple.of(2, nodes().map(ClusterChange::put)),
        Tuple.of(1, nodes().map(ClusterChange::gone)));
  }

  /** {@return a Pod in any state, of one of sixteen names} */
  public static Arbitrary<Pod> pods() {
    Arbitrary<ObjectMeta> metadata =
        Combinators.combine(
                Arbitraries.integers().between(0, 15),
                Arbitraries.of("shop", "shop", "shop", "other"),
                Arbitraries.of("web", "web", "web", "db"),
                Arbitraries.of("front", "back"),
                Arbitraries.of(false, false, false, true))
            .as(
                (number, namespace, app, tier, terminating) ->
                    ObjectMeta.of(namespace, "pod-" + number).toBuilder()
                        .uid("uid-" + number)
                        .labels(ImmutableMap.of("app", app, "tier", tier))
                        .deletionTimestamp(
                            terminating ? Optional.of(Instant.EPOCH) : Optional.empty())
                        .build());
    Arbitrary<PodSpec> spec =
        Combinators.combine(
                Arbitraries.of("node-0", "node-1", "node-2", "node-2", "gone", ""),
                containerPorts().list().ofMaxSize(2),
                Arbitraries.of("", "h"),
                Arbitraries.of("", "web"))
            .as(
                (node, ports, hostname, subdomain) ->
                    PodSpec.builder()
                        .nodeName(node)
                        .hostname(hostname)
                        .subdomain(subdomain)
                        .addContainers(Container.builder().name("main").ports(ports).build())
                        .build());
    return Combinators.combine(metadata, spec, podStatuses())
        .as(
            (meta, podSpec, status) ->
                Pod.builder().metadata(meta).spec(podSpec).status(status).build());
  }

  private static Arbitrary<ContainerPort> containerPorts() {
    return Combinators.combine(
            Arbitraries.of("http", "http", "admin"),
            Arbitraries.of(8080, 8080, 9090),
            Arbitraries.of(Protocol.TCP, Protocol.TCP, Protocol.UDP))
        .as(
            (name, number, protocol) ->
                ContainerPort.of(name, number).withProtocol(Choice.of(protocol)));
  }

  private static Arbitrary<PodStatus> podStatuses() {
    return Combinators.combine(
            Arbitraries.of(PodPhase.RUNNING, PodPhase.RUNNING, PodPhase.RUNNING, PodPhase.FAILED),
            Arbitraries.of(ConditionStatus.TRUE, ConditionStatus.TRUE, ConditionStatus.FALSE),
            Arbitraries.integers().between(1, 9),
            Arbitraries.of(1, 1, 2, 3, 0))
        .as(
            (phase, ready, number, families) ->
                PodStatus.builder()
                    .phase(phase)
                    .addConditions(Condition.of("Ready", ready))
                    .podIPs(addresses(number, families))
                    .build());
  }

  private static ImmutableList<String> addresses(int number, int families) {
    ImmutableList.Builder<String> addresses = ImmutableList.builder();
    if ((families & 1) != 0) {
      addresses.add("10.0.0." + number);
    }
    if ((families & 2) != 0) {
      addresses.add("fd00::" + number);
    }
    return addresses.build();
  }

  /** {@return a Service of one of two names, with hints of any kind or none} */
  public static Arbitrary<Service> services() {
    Arbitrary<ServiceSpec> spec =
        Combinators.combine(
                Arbitraries.<ImmutableMap<String, String>>of(
                    ImmutableMap.of("app", "web"),
                    ImmutableMap.of("app", "web"),
                    ImmutableMap.of("app", "web", "tier", "front"),
                    ImmutableMap.of("tier", "back"),
                    ImmutableMap.of()),
                servicePorts().list().ofMaxSize(2),
                Arbitraries.<List<IpFamily>>of(
                    List.of(IpFamily.IPV4),
                    List.of(IpFamily.IPV4),
                    List.of(IpFamily.IPV6, IpFamily.IPV4)),
                Arbitraries.of(TrafficDistribution.class).optional(0.5),
                Arbitraries.of(false, false, true),
                Arbitraries.of(
                    ServiceType.CLUSTER_IP, ServiceType.CLUSTER_IP, ServiceType.NODE_PORT))
            .as(
                (selector, ports, families, distribution, publish, type) ->
                    ServiceSpec.builder()
                        .selector(selector)
                        .ports(ports)
                        .clusterIP("10.96.0.1")
                        .ipFamilies(families.toArray(new IpFamily[0]))
                        .trafficDistribution(distribution.map(Choice::of).orElseGet(Choice::unsaid))
                        .publishNotReadyAddresses(publish)
                        .type(type)
                        .build());
    return Combinators.combine(
            spec,
            Arbitraries.of("web", "api"),
            Arbitraries.of("", "", "", "Auto"),
            Arbitraries.of("x", "y"))
        .as(
            (serviceSpec, name, mode, team) ->
                Service.builder()
                    .metadata(
                        ObjectMeta.of("shop", name).toBuilder()
                            .uid("uid-" + name)
                            .putLabel("team", team)
                            .annotations(
                                mode.isEmpty()
                                    ? ImmutableMap.of()
                                    : ImmutableMap.of(KnownAnnotations.TOPOLOGY_MODE, mode))
                            .build())
                    .spec(serviceSpec)
                    .build());
  }

  private static Arbitrary<ServicePort> servicePorts() {
    return Combinators.combine(
            Arbitraries.of("http", "admin"),
            Arbitraries.of(TargetPort.of("http"), TargetPort.of("admin"), TargetPort.of(8080)))
        .as((name, target) -> ServicePort.of(80).withName(name).withTargetPort(target));
  }

  /** {@return a node of one of three names, ready or not, with or without a zone} */
  public static Arbitrary<Node> nodes() {
    return Combinators.combine(
            Arbitraries.of("node-0", "node-1", "node-2"),
            Arbitraries.of("zone-a", "zone-b", "zone-b", ""),
            Arbitraries.of("4", "3500m", ""),
            Arbitraries.of(ConditionStatus.TRUE, ConditionStatus.TRUE, ConditionStatus.FALSE))
        .as(
            (name, zone, cpu, ready) ->
                Node.builder()
                    .metadata(
                        ObjectMeta.of(name)
                            .withLabels(
                                zone.isEmpty()
                                    ? ImmutableMap.of()
                                    : ImmutableMap.of(KnownLabels.ZONE, zone)))
                    .status(
                        NodeStatus.builder()
                            .addConditions(Condition.of("Ready", ready))
                            .allocatable(
                                cpu.isEmpty() ? ImmutableMap.of() : ImmutableMap.of("cpu", cpu))
                            .build())
                    .build());
  }
}
