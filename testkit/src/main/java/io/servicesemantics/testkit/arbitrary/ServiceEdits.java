package io.servicesemantics.testkit.arbitrary;

import static io.servicesemantics.testkit.arbitrary.ServiceEdit.spec;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.net.Protocol;
import io.servicesemantics.object.Choice;
import io.servicesemantics.object.KnownAnnotations;
import io.servicesemantics.object.ObjectMeta;
import io.servicesemantics.service.ExternalTrafficPolicy;
import io.servicesemantics.service.InternalTrafficPolicy;
import io.servicesemantics.service.IpFamilyPolicy;
import io.servicesemantics.service.LoadBalancerIngress;
import io.servicesemantics.service.LoadBalancerStatus;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServicePort;
import io.servicesemantics.service.ServiceSpec;
import io.servicesemantics.service.ServiceStatus;
import io.servicesemantics.service.ServiceType;
import io.servicesemantics.service.SessionAffinity;
import io.servicesemantics.service.TrafficDistribution;
import io.servicesemantics.testkit.fixture.SentServices;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The edits there are, good and bad, by the part of the Service they change. */
final class ServiceEdits {

  private static final String NONE = ServiceSpec.CLUSTER_IP_NONE;

  /** Edits that change nothing or one field of metadata or status. */
  static final ImmutableList<ServiceEdit> METADATA =
      ImmutableList.of(
          new ServiceEdit("nothing", service -> service),
          metadata("another label", m -> Pairs.label(m, "team", "a")),
          metadata("no labels", m -> m.withLabels(ImmutableMap.of())),
          metadata("a wrong label", m -> Pairs.label(m, "team", "-")),
          metadata("an annotation", m -> Pairs.annotation(m, "note", "<&>")),
          metadata(
              "topology Auto", m -> Pairs.annotation(m, KnownAnnotations.TOPOLOGY_MODE, "Auto")),
          metadata(
              "ranges in an annotation",
              m -> Pairs.annotation(m, KnownAnnotations.LOAD_BALANCER_SOURCE_RANGES, "10.0.0.0/8")),
          metadata("no annotations", m -> m.withAnnotations(ImmutableMap.of())),
          metadata("a finalizer", m -> m.withFinalizers("example.com/hold")),
          metadata("a wrong finalizer", m -> m.withFinalizers("mine")),
          metadata("no uid", m -> m.withUid("")),
          metadata("another uid", m -> m.withUid("somebody-else")),
          metadata("an older version", m -> m.withResourceVersion("1")),
          metadata("a higher generation", m -> m.withGeneration(7)),
          metadata("a deletion", m -> m.withDeletionTimestamp(Instant.EPOCH)),
          new ServiceEdit("a status", service -> service.withStatus(observed("192.0.2.1"))),
          new ServiceEdit("a wrong status", service -> service.withStatus(observed("foo"))));

  /** Edits of ports. */
  static final ImmutableList<ServiceEdit> PORTS =
      ImmutableList.of(
          spec("no ports", s -> s.withPorts()),
          spec("first port gone", s -> s.withPorts(withoutFirst(s.ports()))),
          spec("ports the other way round", s -> s.withPorts(s.ports().reverse())),
          firstPort("port number", p -> p.withPort(8081)),
          firstPort("port number wrong", p -> p.withPort(0)),
          firstPort("port name", p -> p.withName("renamed")),
          firstPort("no port name", p -> p.withName("")),
          firstPort("protocol UDP", p -> p.withProtocol(Protocol.UDP)),
          firstPort("no target port", p -> p.withTargetPort(Optional.empty())),
          firstPort("a node port", p -> p.withNodePort(30_033)),
          firstPort("a node port far out", p -> p.withNodePort(80)),
          firstPort("no node port", p -> p.withNodePort(0)),
          spec("no node ports", s -> s.withPorts(withoutNodePorts(s.ports()))),
          spec("node ports moved on", s -> s.withPorts(nodePortsMovedOn(s.ports()))),
          spec("a twin", s -> added(s, twin(s, 0))),
          spec("a twin of one node port", s -> added(s, twin(s, firstNodePort(s)))),
          spec("a port", s -> added(s, named("more", 9_999))),
          spec("a port of a node port", s -> added(s, named("more", 9_999).withNodePort(30_044))),
          spec(
              "a port of the node port of another",
              s -> added(s, named("more", 9_999).withNodePort(firstNodePort(s)))));

  /** Edits of types, by the type alone, and by a manifest that says little else. */
  static final ImmutableList<ServiceEdit> TYPES =
      ImmutableList.of(
          spec("type ClusterIP", s -> s.withType(ServiceType.CLUSTER_IP)),
          spec("type NodePort", s -> s.withType(ServiceType.NODE_PORT)),
          spec("type LoadBalancer", s -> s.withType(ServiceType.LOAD_BALANCER)),
          spec(
              "type ExternalName",
              s -> s.withType(ServiceType.EXTERNAL_NAME).withExternalName("db.example.com")),
          spec("no type", s -> s.withType(Choice.unsaid())),
          spec("an unknown type", s -> s.withType(Choice.parse(ServiceType.class, "Foo"))),
          instead("a plain manifest", SentServices.clusterIp()),
          instead("a NodePort manifest", SentServices.nodePort()),
          instead("a LoadBalancer manifest", SentServices.loadBalancer()),
          instead("a Local LoadBalancer manifest", SentServices.localLoadBalancer()),
          instead("a headless manifest", SentServices.headless()),
          instead("a headless manifest without selector", SentServices.headlessWithoutSelector()),
          instead("an ExternalName manifest", SentServices.externalName()),
          instead("a dual-stack manifest", SentServices.dualStack()));

  /** Edits of addresses and families. */
  static final ImmutableList<ServiceEdit> FAMILIES =
      ImmutableList.of(
          spec("no address", s -> s.withClusterIP("")),
          spec("no addresses", s -> s.withClusterIPs()),
          spec("no address at all", s -> s.withClusterIP("").withClusterIPs()),
          spec("address None", s -> s.withClusterIP(NONE)),
          spec("addresses None", s -> s.withClusterIP(NONE).withClusterIPs(NONE)),
          spec("another address", s -> s.withClusterIP("10.96.0.77")),
          spec("another IPv6 address", s -> s.withClusterIP("fd00:10:96::77")),
          spec("other addresses", s -> s.withClusterIP("10.96.0.77").withClusterIPs("10.96.0.77")),
          spec("first address alone", s -> s.withClusterIPs(first(s.clusterIPs()))),
          spec("addresses the other way round", ServiceEdits::reversedAddresses),
          spec("one more address", s -> s.withClusterIPs(more(s.clusterIPs(), "fd00:10:96::88"))),
          spec("no families", s -> s.withIpFamilies(ImmutableList.of())),
          spec("first family alone", s -> s.withIpFamilies(first(s.ipFamilies()))),
          spec("families the other way round", s -> s.withIpFamilies(s.ipFamilies().reverse())),
          families("IPv4", IpFamily.IPV4),
          families("IPv6", IpFamily.IPV6),
          families("IPv4 and IPv6", IpFamily.IPV4, IpFamily.IPV6),
          spec("no policy of families", s -> s.withIpFamilyPolicy(Choice.unsaid())),
          spec("SingleStack", s -> s.withIpFamilyPolicy(IpFamilyPolicy.SINGLE_STACK)),
          spec("PreferDualStack", s -> s.withIpFamilyPolicy(IpFamilyPolicy.PREFER_DUAL_STACK)),
          spec("RequireDualStack", s -> s.withIpFamilyPolicy(IpFamilyPolicy.REQUIRE_DUAL_STACK)));

  /** Edits of all else. */
  static final ImmutableList<ServiceEdit> OTHERS =
      ImmutableList.of(
          spec("another selector", s -> s.withSelector(ImmutableMap.of("app", "other"))),
          spec("no selector", s -> s.withSelector(ImmutableMap.of())),
          spec("selector {}", s -> s.withSelector(ImmutableMap.of()).withEmptySelector(true)),
          spec("outside Local", s -> s.withExternalTrafficPolicy(ExternalTrafficPolicy.LOCAL)),
          spec("outside Cluster", s -> s.withExternalTrafficPolicy(ExternalTrafficPolicy.CLUSTER)),
          spec("outside unsaid", s -> s.withExternalTrafficPolicy(Choice.unsaid())),
          spec("inside Local", s -> s.withInternalTrafficPolicy(InternalTrafficPolicy.LOCAL)),
          spec("inside unsaid", s -> s.withInternalTrafficPolicy(Choice.unsaid())),
          spec("no health port", s -> s.withHealthCheckNodePort(0)),
          spec("a health port", s -> s.withHealthCheckNodePort(30_055)),
          spec("a node port as health port", s -> s.withHealthCheckNodePort(firstNodePort(s))),
          spec("allocates", s -> s.withAllocateLoadBalancerNodePorts(true)),
          spec("does not allocate", s -> s.withAllocateLoadBalancerNodePorts(false)),
          spec("allocates or not", s -> s.withAllocateLoadBalancerNodePorts(Optional.empty())),
          spec("a class", s -> s.withLoadBalancerClass("example.com/other")),
          spec("a wrong class", s -> s.withLoadBalancerClass("")),
          spec("no class", s -> s.withLoadBalancerClass(Optional.empty())),
          spec("an external IP", s -> s.withExternalIPs("203.0.113.5")),
          spec("no external IPs", s -> s.withExternalIPs()),
          spec("a source range", s -> s.withLoadBalancerSourceRanges("192.0.2.0/24")),
          spec("no source ranges", s -> s.withLoadBalancerSourceRanges()),
          spec("affinity", s -> s.withSessionAffinity(SessionAffinity.CLIENT_IP)),
          spec("no affinity", s -> s.withSessionAffinity(Choice.unsaid())),
          spec("no external name", s -> s.withExternalName("")),
          spec("a load-balancer IP", s -> s.withLoadBalancerIP("192.0.2.77")),
          spec("near", s -> s.withTrafficDistribution(TrafficDistribution.PREFER_CLOSE)),
          spec("not ready as well", s -> s.withPublishNotReadyAddresses(true)));

  /** Values that older releases took, and this one takes only because they are stored. */
  static final ImmutableList<ServiceEdit> LEGACY =
      ImmutableList.of(
          spec("zeros in an external IP", s -> s.withExternalIPs("010.0.0.1", "1.2.3.4")),
          spec("IPv4 in an IPv6 external IP", s -> s.withExternalIPs("::ffff:10.0.0.1")),
          spec(
              "host bits in a source range",
              s ->
                  s.type().is(ServiceType.LOAD_BALANCER)
                      ? s.withLoadBalancerSourceRanges(" 10.0.0.1/8", "010.0.0.0/8")
                      : s),
          spec("IPv6 in capitals", s -> s.withExternalIPs("2001:DB8::1")));

  private ServiceEdits() {}

  private static ServiceEdit metadata(String name, UnaryOperator<ObjectMeta> change) {
    return new ServiceEdit(name, service -> service.withMetadata(change.apply(service.metadata())));
  }

  private static ServiceEdit firstPort(String name, UnaryOperator<ServicePort> change) {
    return spec(
        name,
        s ->
            s.ports().isEmpty()
                ? s
                : s.withPorts(
                    ImmutableList.<ServicePort>builder()
                        .add(change.apply(s.ports().get(0)))
                        .addAll(withoutFirst(s.ports()))
                        .build()));
  }

  private static ServiceEdit instead(String name, Service manifest) {
    return new ServiceEdit(name, service -> manifest.withMetadata(service.metadata()));
  }

  private static ServiceEdit families(String name, IpFamily... families) {
    return spec(name, s -> s.toBuilder().ipFamilies(families).build());
  }

  private static ServiceStatus observed(String ip) {
    return ServiceStatus.builder()
        .loadBalancer(
            LoadBalancerStatus.builder()
                .addIngress(LoadBalancerIngress.builder().ip(ip).build())
                .build())
        .build();
  }

  private static ServiceSpec reversedAddresses(ServiceSpec spec) {
    return spec.clusterIPs().isEmpty()
        ? spec
        : spec.withClusterIPs(spec.clusterIPs().reverse())
            .withClusterIP(spec.clusterIPs().reverse().get(0));
  }

  private static ServiceSpec added(ServiceSpec spec, ServicePort port) {
    return spec.withPorts(
        ImmutableList.<ServicePort>builder().addAll(spec.ports()).add(port).build());
  }

  private static ServicePort named(String name, int number) {
    return ServicePort.of(number).withName(name);
  }

  private static ServicePort twin(ServiceSpec spec, int nodePort) {
    int number = spec.ports().isEmpty() ? 80 : spec.ports().get(0).port();
    return named("twin", number).withProtocol(Protocol.UDP).withNodePort(nodePort);
  }

  private static int firstNodePort(ServiceSpec spec) {
    return spec.ports().isEmpty() ? 0 : spec.ports().get(0).nodePort();
  }

  private static ImmutableList<ServicePort> withoutNodePorts(ImmutableList<ServicePort> ports) {
    return ports.stream().map(p -> p.withNodePort(0)).collect(ImmutableList.toImmutableList());
  }

  // each port gets the node port of the one before it, the first that of the last
  private static ImmutableList<ServicePort> nodePortsMovedOn(ImmutableList<ServicePort> ports) {
    ImmutableList.Builder<ServicePort> moved = ImmutableList.builder();
    for (int i = 0; i < ports.size(); i++) {
      int from = i == 0 ? ports.size() - 1 : i - 1;
      moved.add(ports.get(i).withNodePort(ports.get(from).nodePort()));
    }
    return moved.build();
  }

  private static <T> ImmutableList<T> first(ImmutableList<T> list) {
    return list.subList(0, Math.min(1, list.size()));
  }

  private static <T> ImmutableList<T> withoutFirst(ImmutableList<T> list) {
    return list.subList(Math.min(1, list.size()), list.size());
  }

  private static <T> ImmutableList<T> more(ImmutableList<T> list, T item) {
    return ImmutableList.<T>builder().addAll(list).add(item).build();
  }
}
