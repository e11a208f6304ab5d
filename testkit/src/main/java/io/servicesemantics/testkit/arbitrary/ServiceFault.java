package io.servicesemantics.testkit.arbitrary;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.servicesemantics.fault.FieldErrorType;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.net.Protocol;
import io.servicesemantics.object.Choice;
import io.servicesemantics.object.KnownAnnotations;
import io.servicesemantics.object.ObjectMeta;
import io.servicesemantics.service.ExternalTrafficPolicy;
import io.servicesemantics.service.InternalTrafficPolicy;
import io.servicesemantics.service.IpFamilyPolicy;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServicePort;
import io.servicesemantics.service.ServiceSpec;
import io.servicesemantics.service.ServiceType;
import io.servicesemantics.service.SessionAffinity;
import io.servicesemantics.service.TargetPort;
import io.servicesemantics.service.TrafficDistribution;
import java.util.function.UnaryOperator;

/**
 * One mistake in a Service that is right but for it, and the fault the API server tells of it.
 *
 * <p>The Services it is made in have a port, and may be of any type unless the mistake sets one.
 * Where the mistake is one of addresses and families, it is found before all others.
 */
public enum ServiceFault {
  /** A name in capitals. */
  NAME("metadata.name", FieldErrorType.INVALID, metadata(m -> m.withName("Web"))),
  /** Neither name nor prefix of a name, of a Service that needs no address. */
  NO_NAME(
      "metadata.name",
      FieldErrorType.REQUIRED,
      service -> inMetadata(headless(service), m -> m.withName("").withGenerateName(""))),
  /** A label's key. */
  LABEL_KEY("metadata.labels", FieldErrorType.INVALID, metadata(m -> Pairs.label(m, "-bad", "x"))),
  /** A label's value. */
  LABEL_VALUE("metadata.labels", FieldErrorType.INVALID, metadata(m -> Pairs.label(m, "a", "-"))),
  /** An annotation's key. */
  ANNOTATION_KEY(
      "metadata.annotations",
      FieldErrorType.INVALID,
      metadata(m -> Pairs.annotation(m, "a b", ""))),
  /** More annotations than an object may have. */
  ANNOTATIONS_TOO_LONG(
      "metadata.annotations",
      FieldErrorType.TOO_LONG,
      metadata(m -> Pairs.annotation(m, "big", "x".repeat(262_144)))),
  /** A finalizer that nobody owns. */
  FINALIZER(
      "metadata.finalizers[0]",
      FieldErrorType.INVALID,
      metadata(m -> m.withFinalizers(ImmutableList.of("mine")))),
  /** Two topology annotations that differ. */
  TOPOLOGY_ANNOTATIONS(
      "metadata.annotations[service.kubernetes.io/topology-mode]",
      FieldErrorType.INVALID,
      metadata(
          m ->
              Pairs.annotation(
                  Pairs.annotation(m, KnownAnnotations.TOPOLOGY_MODE, "Auto"),
                  KnownAnnotations.TOPOLOGY_AWARE_HINTS,
                  "auto"))),
  /** No port. */
  NO_PORTS(
      "spec.ports", FieldErrorType.REQUIRED, spec(s -> clusterIp(s).withPorts(ImmutableList.of()))),
  /** A port's name. */
  PORT_NAME("spec.ports[0].name", FieldErrorType.INVALID, port(p -> p.withName("Http"))),
  /** Two ports, one without a name. */
  PORT_UNNAMED(
      "spec.ports[0].name",
      FieldErrorType.REQUIRED,
      spec(s -> twoPorts(s, ServicePort.of(1), ServicePort.of(2).withName("b")))),
  /** Two ports of one name. */
  PORT_NAME_TWICE(
      "spec.ports[1].name",
      FieldErrorType.DUPLICATE,
      spec(s -> twoPorts(s, ServicePort.of(1).withName("a"), ServicePort.of(2).withName("a")))),
  /** Two ports of one number and protocol. */
  PORT_TWICE(
      "spec.ports[1]",
      FieldErrorType.DUPLICATE,
      spec(s -> twoPorts(s, ServicePort.of(1).withName("a"), ServicePort.of(1).withName("b")))),
  /** A port number. */
  PORT_NUMBER("spec.ports[0].port", FieldErrorType.INVALID, port(p -> p.withPort(65_536))),
  /** A protocol. */
  PROTOCOL(
      "spec.ports[0].protocol",
      FieldErrorType.NOT_SUPPORTED,
      port(p -> p.withProtocol(Choice.parse(Protocol.class, "tcp")))),
  /** A number in quotes as the port to lead to. */
  TARGET_PORT(
      "spec.ports[0].targetPort",
      FieldErrorType.INVALID,
      port(p -> p.withTargetPort(TargetPort.of("80")))),
  /** An application protocol said as empty text. */
  APP_PROTOCOL(
      "spec.ports[0].appProtocol", FieldErrorType.INVALID, port(p -> p.withAppProtocol(""))),
  /** A node port of a Service that has none. */
  NODE_PORT_ON_CLUSTER_IP(
      "spec.ports[0].nodePort",
      FieldErrorType.FORBIDDEN,
      spec(s -> clusterIp(s).withPorts(ServicePort.of(80).withNodePort(30_001)))),
  /** A selector's key. */
  SELECTOR(
      "spec.selector", FieldErrorType.INVALID, spec(s -> s.withSelector(ImmutableMap.of("/", "")))),
  /** A type. */
  TYPE(
      "spec.type",
      FieldErrorType.NOT_SUPPORTED,
      spec(s -> s.withType(Choice.parse(ServiceType.class, "NodeProt")))),
  /** An affinity. */
  SESSION_AFFINITY(
      "spec.sessionAffinity",
      FieldErrorType.NOT_SUPPORTED,
      spec(s -> s.withSessionAffinity(Choice.parse(SessionAffinity.class, "none")))),
  /** An affinity of no time. */
  AFFINITY_TIMEOUT(
      "spec.sessionAffinityConfig.clientIP.timeoutSeconds",
      FieldErrorType.INVALID,
      spec(
          s ->
              s.withSessionAffinity(SessionAffinity.CLIENT_IP)
                  .withSessionAffinityConfig(ValidServices.affinity(0)))),
  /** An address with leading zeros. */
  CLUSTER_IP("spec.clusterIPs[0]", FieldErrorType.INVALID, spec(s -> address(s, "010.96.0.5"))),
  /** A first address that differs from the address. */
  CLUSTER_IPS(
      "spec.clusterIPs",
      FieldErrorType.INVALID,
      spec(s -> address(s, "10.96.0.5").withClusterIPs("10.96.0.6"))),
  /** A family. */
  IP_FAMILY(
      "spec.ipFamilies[0]",
      FieldErrorType.NOT_SUPPORTED,
      spec(
          s ->
              clusterIp(s).withIpFamilies(ImmutableList.of(Choice.parse(IpFamily.class, "IPv5"))))),
  /** A policy of families. */
  IP_FAMILY_POLICY(
      "spec.ipFamilyPolicy",
      FieldErrorType.NOT_SUPPORTED,
      spec(s -> clusterIp(s).withIpFamilyPolicy(Choice.parse(IpFamilyPolicy.class, "")))),
  /** A node port of a Service without an address. */
  HEADLESS_NODE_PORT(
      "spec.clusterIPs[0]",
      FieldErrorType.INVALID,
      spec(s -> address(s, ServiceSpec.CLUSTER_IP_NONE).withType(ServiceType.NODE_PORT))),
  /** An external IP no node may have. */
  EXTERNAL_IP(
      "spec.externalIPs[0]", FieldErrorType.INVALID, spec(s -> s.withExternalIPs("127.0.0.1"))),
  /** An alias for nothing. */
  NO_EXTERNAL_NAME(
      "spec.externalName", FieldErrorType.REQUIRED, spec(s -> alias(s).withExternalName("."))),
  /** An alias for what is no name. */
  EXTERNAL_NAME(
      "spec.externalName",
      FieldErrorType.INVALID,
      spec(s -> alias(s).withExternalName("https://example.com"))),
  /** Source ranges of a Service without a load balancer. */
  SOURCE_RANGES_ELSEWHERE(
      "spec.LoadBalancerSourceRanges",
      FieldErrorType.FORBIDDEN,
      spec(s -> clusterIp(s).withLoadBalancerSourceRanges("10.0.0.0/8"))),
  /** A source range with host bits. */
  SOURCE_RANGE(
      "spec.LoadBalancerSourceRanges[0]",
      FieldErrorType.INVALID,
      spec(s -> balancer(s).withLoadBalancerSourceRanges("10.0.0.1/8"))),
  /** A source range in the annotation. */
  SOURCE_RANGE_ANNOTATION(
      "metadata.annotations[service.beta.kubernetes.io/load-balancer-source-ranges]",
      FieldErrorType.INVALID,
      service ->
          inMetadata(
              inSpec(service, s -> balancer(s).withLoadBalancerSourceRanges()),
              m ->
                  Pairs.annotation(
                      m, KnownAnnotations.LOAD_BALANCER_SOURCE_RANGES, "10.0.0.0/8,"))),
  /** A question only a load balancer is asked. */
  ALLOCATES_ELSEWHERE(
      "spec.allocateLoadBalancerNodePorts",
      FieldErrorType.FORBIDDEN,
      spec(s -> clusterIp(s).withAllocateLoadBalancerNodePorts(false))),
  /** A class of a Service without a load balancer. */
  CLASS_ELSEWHERE(
      "spec.loadBalancerClass",
      FieldErrorType.FORBIDDEN,
      spec(s -> clusterIp(s).withLoadBalancerClass("internal"))),
  /** A class that is no name. */
  CLASS(
      "spec.loadBalancerClass",
      FieldErrorType.INVALID,
      spec(s -> balancer(s).withLoadBalancerClass("not a class"))),
  /** A policy for traffic that cannot come. */
  EXTERNAL_POLICY_ELSEWHERE(
      "spec.externalTrafficPolicy",
      FieldErrorType.INVALID,
      spec(
          s ->
              clusterIp(s)
                  .withExternalIPs()
                  .withExternalTrafficPolicy(ExternalTrafficPolicy.CLUSTER))),
  /** A policy for traffic from outside. */
  EXTERNAL_POLICY(
      "spec.externalTrafficPolicy",
      FieldErrorType.NOT_SUPPORTED,
      spec(
          s ->
              balancer(s)
                  .withExternalTrafficPolicy(Choice.parse(ExternalTrafficPolicy.class, "local")))),
  /** A health check nobody makes. */
  HEALTH_PORT_ELSEWHERE(
      "spec.healthCheckNodePort",
      FieldErrorType.INVALID,
      spec(s -> clusterIp(s).withHealthCheckNodePort(30_002))),
  /** A policy for traffic from inside, said as empty text. */
  INTERNAL_POLICY(
      "spec.internalTrafficPolicy",
      FieldErrorType.NOT_SUPPORTED,
      spec(s -> s.withInternalTrafficPolicy(Choice.parse(InternalTrafficPolicy.class, "")))),
  /** A preference, said as empty text. */
  TRAFFIC_DISTRIBUTION(
      "spec.trafficDistribution",
      FieldErrorType.NOT_SUPPORTED,
      spec(s -> s.withTrafficDistribution(Choice.parse(TrafficDistribution.class, ""))));

  private final String field;
  private final FieldErrorType type;

  @SuppressWarnings("ImmutableEnumChecker") // each is a pure function written above
  private final UnaryOperator<Service> mistake;

  ServiceFault(String field, FieldErrorType type, UnaryOperator<Service> mistake) {
    this.field = field;
    this.type = type;
    this.mistake = mistake;
  }

  /** {@return the field the server names, as text} */
  public String field() {
    return field;
  }

  /** {@return the type of fault it tells} */
  public FieldErrorType type() {
    return type;
  }

  /**
   * Makes the mistake.
   *
   * @param service a Service with nothing wrong
   * @return the Service with the mistake
   */
  public Service applyTo(Service service) {
    return mistake.apply(service);
  }

  private static UnaryOperator<Service> metadata(UnaryOperator<ObjectMeta> change) {
    return service -> inMetadata(service, change);
  }

  private static UnaryOperator<Service> spec(UnaryOperator<ServiceSpec> change) {
    return service -> inSpec(service, change);
  }

  private static UnaryOperator<Service> port(UnaryOperator<ServicePort> change) {
    return spec(s -> s.withPorts(change.apply(ServicePort.of(80))));
  }

  private static Service inMetadata(Service service, UnaryOperator<ObjectMeta> change) {
    return service.withMetadata(change.apply(service.metadata()));
  }

  private static Service inSpec(Service service, UnaryOperator<ServiceSpec> change) {
    return service.withSpec(change.apply(service.spec()));
  }

  private static Service headless(Service service) {
    return inSpec(service, s -> address(s, ServiceSpec.CLUSTER_IP_NONE));
  }

  private static ServiceSpec twoPorts(ServiceSpec spec, ServicePort one, ServicePort other) {
    return spec.withPorts(one, other);
  }

  // What a Service of another type had is left out, so that the mistake stays the only one.
  private static ServiceSpec clusterIp(ServiceSpec spec) {
    return ServiceSpec.builder()
        .type(ServiceType.CLUSTER_IP)
        .addPorts(ServicePort.of(80))
        .selector(spec.selector())
        .sessionAffinity(spec.sessionAffinity())
        .externalIPs(spec.externalIPs())
        .trafficDistribution(spec.trafficDistribution())
        .build();
  }

  private static ServiceSpec address(ServiceSpec spec, String address) {
    return clusterIp(spec).withClusterIP(address);
  }

  private static ServiceSpec balancer(ServiceSpec spec) {
    return clusterIp(spec).withType(ServiceType.LOAD_BALANCER);
  }

  private static ServiceSpec alias(ServiceSpec spec) {
    return clusterIp(spec).withType(ServiceType.EXTERNAL_NAME);
  }
}
