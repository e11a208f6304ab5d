package io.servicesemantics.testkit.arbitrary;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.servicesemantics.net.Cidr;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.object.Choice;
import io.servicesemantics.object.KnownAnnotations;
import io.servicesemantics.object.ObjectMeta;
import io.servicesemantics.profile.ServiceRanges;
import io.servicesemantics.service.ClientIpConfig;
import io.servicesemantics.service.ExternalTrafficPolicy;
import io.servicesemantics.service.InternalTrafficPolicy;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServicePort;
import io.servicesemantics.service.ServiceSpec;
import io.servicesemantics.service.ServiceType;
import io.servicesemantics.service.SessionAffinity;
import io.servicesemantics.service.SessionAffinityConfig;
import io.servicesemantics.service.TrafficDistribution;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Services that a cluster with nothing in it takes: one method for each kind. */
final class ValidServices {

  private final ServiceRanges ranges;
  private final ImmutableList<IpFamily> families;

  ValidServices(ServiceRanges ranges) {
    this.ranges = ranges;
    this.families =
        ranges.serviceCIDRs().stream().map(Cidr::family).collect(ImmutableList.toImmutableList());
  }

  Arbitrary<Service> clusterIp() {
    Arbitrary<ServiceSpec> spec =
        Combinators.combine(
                common(ServicePortArbitraries.valid()),
                familyPlans(),
                Arbitraries.of(Choice.<ServiceType>unsaid(), Choice.of(ServiceType.CLUSTER_IP)),
                externalIps())
            .as(
                (plain, plan, type, outside) ->
                    outside.applyTo(plan.applyTo(plain)).withType(type));
    return services(spec, ImmutableMap.of());
  }

  Arbitrary<Service> nodePort() {
    Arbitrary<ServiceSpec> spec =
        Combinators.combine(
                common(ServicePortArbitraries.validWithNodePorts(ranges.nodePortRange())),
                familyPlans(),
                externalPolicies(),
                externalIps())
            .as(
                (plain, plan, policy, outside) ->
                    outside
                        .applyTo(plan.applyTo(plain))
                        .withExternalTrafficPolicy(policy)
                        .withType(ServiceType.NODE_PORT));
    return services(spec, ImmutableMap.of());
  }

  Arbitrary<Service> loadBalancer() {
    Arbitrary<ServiceSpec> spec =
        Combinators.combine(
                common(ServicePortArbitraries.validWithNodePorts(ranges.nodePortRange())),
                familyPlans(),
                externalPolicies(),
                Arbitraries.of(true, false).optional(0.5),
                Arbitraries.of("example.com/lb", "internal").optional(0.3),
                AddressTextArbitraries.networks().list().ofMaxSize(3),
                healthPorts())
            .as(
                (plain, plan, policy, allocates, lbClass, sources, healthPort) ->
                    plan.applyTo(plain)
                        .withType(ServiceType.LOAD_BALANCER)
                        .withExternalTrafficPolicy(policy)
                        .withAllocateLoadBalancerNodePorts(allocates)
                        .withLoadBalancerClass(lbClass)
                        .withLoadBalancerSourceRanges(sources)
                        .withHealthCheckNodePort(
                            policy.is(ExternalTrafficPolicy.LOCAL) ? healthPort : 0));
    return Arbitraries.oneOf(
        services(spec, ImmutableMap.of()),
        services(
            spec,
            ImmutableMap.of(
                KnownAnnotations.LOAD_BALANCER_SOURCE_RANGES, " 10.0.0.0/8 , 2001:db8::/32")));
  }

  Arbitrary<Service> headless() {
    Arbitrary<ImmutableList<ServicePort>> ports =
        Arbitraries.oneOf(
            ServicePortArbitraries.valid(), Arbitraries.just(ImmutableList.<ServicePort>of()));
    Arbitrary<ServiceSpec> selecting =
        Combinators.combine(common(ports), familyPlans(), listsNone())
            .as(
                (plain, plan, isListed) ->
                    headless(plan.withoutAddresses().applyTo(plain), isListed)
                        .withEmptySelector(false)
                        .withSelector(
                            plain.selector().isEmpty()
                                ? ImmutableMap.of("app", "web")
                                : plain.selector()));
    // without a selector any families will do, also those the cluster has not
    Arbitrary<ServiceSpec> free =
        Combinators.combine(common(ports), anyFamilyPlans(), listsNone())
            .as(
                (plain, plan, isListed) ->
                    headless(plan.applyTo(plain), isListed).withSelector(ImmutableMap.of()));
    return services(Arbitraries.oneOf(selecting, free), ImmutableMap.of());
  }

  Arbitrary<Service> externalName() {
    Arbitrary<ServiceSpec> spec =
        Combinators.combine(
                common(
                    Arbitraries.oneOf(
                        Arbitraries.just(ImmutableList.<ServicePort>of()),
                        ServicePortArbitraries.validWithNodePorts(ranges.nodePortRange()))),
                NameArbitraries.subdomains(),
                Arbitraries.of("", "."))
            .as(
                (plain, name, dot) ->
                    plain.withType(ServiceType.EXTERNAL_NAME).withExternalName(name + dot));
    return services(spec, ImmutableMap.of());
  }

  private static ServiceSpec headless(ServiceSpec spec, boolean isListed) {
    return spec.withClusterIP(ServiceSpec.CLUSTER_IP_NONE)
        .withClusterIPs(
            isListed ? ImmutableList.of(ServiceSpec.CLUSTER_IP_NONE) : ImmutableList.of());
  }

  private static Arbitrary<Boolean> listsNone() {
    return Arbitraries.of(false, true);
  }

  private static Arbitrary<Service> services(
      Arbitrary<ServiceSpec> specs, ImmutableMap<String, String> annotations) {
    return Combinators.combine(
            MetadataArbitraries.valid(NameArbitraries.labels()), specs, ServiceStatuses.any())
        .as(
            (metadata, spec, status) ->
                Service.builder()
                    .metadata(with(metadata, annotations))
                    .spec(spec)
                    .status(status)
                    .build())
        .withoutEdgeCases();
  }

  private static ObjectMeta with(ObjectMeta metadata, ImmutableMap<String, String> annotations) {
    ObjectMeta annotated = metadata;
    for (Map.Entry<String, String> annotation : annotations.entrySet()) {
      annotated = Pairs.annotation(annotated, annotation.getKey(), annotation.getValue());
    }
    return annotated;
  }

  // What any kind of Service may say.
  private static Arbitrary<ServiceSpec> common(Arbitrary<ImmutableList<ServicePort>> ports) {
    return Parts.of(ServiceSpec::builder)
        .use(ports)
        .in(ServiceSpec.Builder::ports)
        .use(NameArbitraries.labelSets())
        .withProbability(0.7)
        .in(ServiceSpec.Builder::selector)
        .use(Arbitraries.of(true))
        .withProbability(0.05)
        .in(ServiceSpec.Builder::emptySelector)
        .use(Arbitraries.of(SessionAffinity.class).map(Choice::of))
        .withProbability(0.4)
        .in(ServiceSpec.Builder::sessionAffinity)
        .use(affinityConfigs())
        .withProbability(0.2)
        .in(ServiceSpec.Builder::sessionAffinityConfig)
        .use(Arbitraries.of("192.0.2.9", "2001:DB8::9", "anything"))
        .withProbability(0.1)
        .in(ServiceSpec.Builder::loadBalancerIP)
        .use(Arbitraries.of("db.example.com", "Not a name"))
        .withProbability(0.1)
        .in(ServiceSpec.Builder::externalName)
        .use(Arbitraries.of(InternalTrafficPolicy.class).map(Choice::of))
        .withProbability(0.4)
        .in(ServiceSpec.Builder::internalTrafficPolicy)
        .use(Arbitraries.of(TrafficDistribution.class).map(Choice::of))
        .withProbability(0.2)
        .in(ServiceSpec.Builder::trafficDistribution)
        .use(Arbitraries.of(true))
        .withProbability(0.2)
        .in(ServiceSpec.Builder::publishNotReadyAddresses)
        .build(ServiceSpec.Builder::build);
  }

  private static Arbitrary<SessionAffinityConfig> affinityConfigs() {
    return Arbitraries.of(
        SessionAffinityConfig.builder().build(),
        SessionAffinityConfig.builder().clientIP(ClientIpConfig.builder().build()).build(),
        affinity(1),
        affinity(10_800),
        affinity(86_400));
  }

  static SessionAffinityConfig affinity(int seconds) {
    return SessionAffinityConfig.builder()
        .clientIP(ClientIpConfig.builder().timeoutSeconds(seconds).build())
        .build();
  }

  private static Arbitrary<Choice<ExternalTrafficPolicy>> externalPolicies() {
    return Arbitraries.of(
        Choice.unsaid(),
        Choice.parse(ExternalTrafficPolicy.class, ""),
        Choice.of(ExternalTrafficPolicy.CLUSTER),
        Choice.of(ExternalTrafficPolicy.LOCAL),
        Choice.of(ExternalTrafficPolicy.LOCAL));
  }

  // In the middle of the range, where no generator of node ports goes.
  private Arbitrary<Integer> healthPorts() {
    int first = ranges.nodePortRange().first();
    return Arbitraries.of(0, 0, first + ranges.nodePortRange().size() / 2);
  }

  /** External IPs, and a policy that is allowed beside them alone. */
  private record Outside(List<String> addresses, Optional<ExternalTrafficPolicy> policy) {
    ServiceSpec applyTo(ServiceSpec spec) {
      ServiceSpec open = spec.withExternalIPs(addresses);
      return addresses.isEmpty() || policy.isEmpty()
          ? open
          : open.withExternalTrafficPolicy(policy.get());
    }
  }

  private static Arbitrary<Outside> externalIps() {
    return Combinators.combine(
            AddressTextArbitraries.addresses().list().ofMaxSize(2),
            Arbitraries.of(ExternalTrafficPolicy.class).optional(0.5),
            Arbitraries.of(false, false, true))
        .as((addresses, policy, isOpen) -> new Outside(isOpen ? addresses : List.of(), policy));
  }

  private Arbitrary<FamilyPlan> familyPlans() {
    return FamilyPlan.of(ranges.serviceCIDRs(), families);
  }

  private static Arbitrary<FamilyPlan> anyFamilyPlans() {
    return FamilyPlan.of(ImmutableList.of(), ImmutableList.of(IpFamily.IPV4, IpFamily.IPV6));
  }
}
