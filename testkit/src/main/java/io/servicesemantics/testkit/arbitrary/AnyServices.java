package io.servicesemantics.testkit.arbitrary;

import static io.servicesemantics.testkit.arbitrary.NameArbitraries.mostly;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.object.Choice;
import io.servicesemantics.object.WireName;
import io.servicesemantics.service.ClientIpConfig;
import io.servicesemantics.service.ExternalTrafficPolicy;
import io.servicesemantics.service.InternalTrafficPolicy;
import io.servicesemantics.service.IpFamilyPolicy;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServiceSpec;
import io.servicesemantics.service.ServiceType;
import io.servicesemantics.service.SessionAffinity;
import io.servicesemantics.service.SessionAffinityConfig;
import io.servicesemantics.service.TrafficDistribution;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Services in which every field is drawn without regard to the others, and may be wrong. */
final class AnyServices {

  private AnyServices() {}

  static Arbitrary<Service> services() {
    return Combinators.combine(
            MetadataArbitraries.any(Arbitraries.of("web", "web", "api")),
            specs(),
            ServiceStatuses.any())
        .as(
            (metadata, spec, status) ->
                Service.builder().metadata(metadata).spec(spec).status(status).build())
        .withoutEdgeCases();
  }

  static Arbitrary<ServiceSpec> specs() {
    return Parts.of(ServiceSpec::builder)
        .use(choices(ServiceType.class, "clusterip", "Foo\"<>", ""))
        .withProbability(0.8)
        .in(ServiceSpec.Builder::type)
        .use(ServicePortArbitraries.any())
        .withProbability(0.9)
        .in(ServiceSpec.Builder::ports)
        .use(NameArbitraries.anyLabelSets())
        .withProbability(0.5)
        .in(ServiceSpec.Builder::selector)
        .use(Arbitraries.of(true))
        .withProbability(0.1)
        .in(ServiceSpec.Builder::emptySelector)
        .use(clusterIps())
        .withProbability(0.4)
        .in(ServiceSpec.Builder::clusterIP)
        .use(clusterIps().list().ofMaxSize(3).map(ImmutableList::copyOf))
        .withProbability(0.3)
        .in(ServiceSpec.Builder::clusterIPs)
        .use(choices(IpFamily.class, "ipv4", "", "Foo<").list().ofMaxSize(3))
        .withProbability(0.4)
        .in((builder, families) -> builder.ipFamilies(families))
        .use(choices(IpFamilyPolicy.class, "", "Foo&"))
        .withProbability(0.4)
        .in(ServiceSpec.Builder::ipFamilyPolicy)
        .use(AddressTextArbitraries.anyAddress().list().ofMaxSize(3))
        .withProbability(0.2)
        .in(ServiceSpec.Builder::externalIPs)
        .use(choices(SessionAffinity.class, "", "clientIP"))
        .withProbability(0.4)
        .in(ServiceSpec.Builder::sessionAffinity)
        .use(affinityConfigs())
        .withProbability(0.3)
        .in(ServiceSpec.Builder::sessionAffinityConfig)
        .use(AddressTextArbitraries.anyAddress())
        .withProbability(0.1)
        .in(ServiceSpec.Builder::loadBalancerIP)
        .use(AddressTextArbitraries.anyNetwork().list().ofMaxSize(3))
        .withProbability(0.15)
        .in(ServiceSpec.Builder::loadBalancerSourceRanges)
        .use(mostly(NameArbitraries.subdomains(), NameArbitraries.wrongSubdomains()))
        .withProbability(0.3)
        .in(ServiceSpec.Builder::externalName)
        .use(choices(ExternalTrafficPolicy.class, "", "local"))
        .withProbability(0.3)
        .in(ServiceSpec.Builder::externalTrafficPolicy)
        .use(choices(InternalTrafficPolicy.class, "", "Foo"))
        .withProbability(0.3)
        .in(ServiceSpec.Builder::internalTrafficPolicy)
        .use(choices(TrafficDistribution.class, "", "preferclose"))
        .withProbability(0.2)
        .in(ServiceSpec.Builder::trafficDistribution)
        .use(ServicePortArbitraries.nodePorts())
        .withProbability(0.15)
        .in(ServiceSpec.Builder::healthCheckNodePort)
        .use(Arbitraries.of(true, false))
        .withProbability(0.15)
        .in((builder, allocates) -> builder.allocateLoadBalancerNodePorts(allocates))
        .use(mostly(NameArbitraries.qualifiedNames(), NameArbitraries.wrongQualifiedNames()))
        .withProbability(0.15)
        .in(ServiceSpec.Builder::loadBalancerClass)
        .use(Arbitraries.of(true))
        .withProbability(0.2)
        .in(ServiceSpec.Builder::publishNotReadyAddresses)
        .build(ServiceSpec.Builder::build);
  }

  /** Names of an enum, unsaid, and text that is none of them. */
  static <E extends Enum<E> & WireName> Arbitrary<Choice<E>> choices(
      Class<E> type, String... wrong) {
    return mostly(
        Arbitraries.of(type).map(Choice::of),
        Arbitraries.of(wrong).map(text -> Choice.parse(type, text)));
  }

  /**
   * Addresses in the range of the fixtures' clusters, at its ends, outside, None, and no address.
   */
  static Arbitrary<String> clusterIps() {
    return Arbitraries.oneOf(
        Arbitraries.just(ServiceSpec.CLUSTER_IP_NONE),
        Arbitraries.of("10.96.0.1", "10.96.0.20", "10.96.255.254", "fd00:10:96::20"),
        Arbitraries.of("fd00:10:96::ffff", "FD00:10:96::20", "fd00:10:96:0:0:0:0:20"),
        Arbitraries.of("10.96.0.0", "10.96.255.255", "fd00:10:96::", "10.97.0.1", "2001:db8::1"),
        AddressTextArbitraries.anyAddress());
  }

  private static Arbitrary<SessionAffinityConfig> affinityConfigs() {
    List<SessionAffinityConfig> empty =
        List.of(
            SessionAffinityConfig.builder().build(),
            SessionAffinityConfig.builder().clientIP(ClientIpConfig.builder().build()).build());
    return Arbitraries.oneOf(
        Arbitraries.of(empty),
        Arbitraries.of(1, 86_400, 0, -1, 86_401, Integer.MAX_VALUE).map(ValidServices::affinity));
  }
}
