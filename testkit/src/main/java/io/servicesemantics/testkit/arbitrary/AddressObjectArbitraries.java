package io.servicesemantics.testkit.arbitrary;

import static io.servicesemantics.testkit.arbitrary.NameArbitraries.mostly;

import io.servicesemantics.cluster.IpAddressObject;
import io.servicesemantics.cluster.IpAddressSpec;
import io.servicesemantics.cluster.ParentReference;
import io.servicesemantics.cluster.ServiceCidr;
import io.servicesemantics.cluster.ServiceCidrSpec;
import io.servicesemantics.cluster.ServiceCidrStatus;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.object.Condition;
import io.servicesemantics.object.ConditionStatus;
import io.servicesemantics.object.ObjectMeta;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** ServiceCIDRs and IPAddresses, valid ones and any at all. */
public final class AddressObjectArbitraries {

  private AddressObjectArbitraries() {}

  /** {@return ServiceCIDRs the API server takes, of one family or both, ready or not} */
  public static Arbitrary<ServiceCidr> validServiceCidrs() {
    Arbitrary<String> ipv4 = Arbitraries.of("10.97.0.0/16", "10.98.0.0/29", "192.168.7.7/32");
    Arbitrary<String> ipv6 = Arbitraries.of("fd00:10:97::/112", "2001:db8::/64");
    Arbitrary<List<String>> cidrs =
        Combinators.combine(ipv4, ipv6, Arbitraries.of(0, 1, 2, 3))
            .as(
                (one, other, kind) ->
                    switch (kind) {
                      case 0 -> List.of(one);
                      case 1 -> List.of(other);
                      case 2 -> List.of(one, other);
                      default -> List.of(other, one);
                    });
    return serviceCidrs(NameArbitraries.subdomains(), cidrs);
  }

  /** {@return ServiceCIDRs in which name and networks may be wrong} */
  public static Arbitrary<ServiceCidr> anyServiceCidrs() {
    return serviceCidrs(
        mostly(NameArbitraries.subdomains(), NameArbitraries.wrongSubdomains()),
        AddressTextArbitraries.anyNetwork().list().ofMaxSize(3));
  }

  /** {@return IPAddresses the API server takes} */
  public static Arbitrary<IpAddressObject> validIpAddresses() {
    return Combinators.combine(
            Arbitraries.oneOf(
                AddressTextArbitraries.addresses(IpFamily.IPV4),
                AddressTextArbitraries.addresses(IpFamily.IPV6)),
            Arbitraries.of(
                parent("", "services", "default", "web"),
                parent("gateway.networking.k8s.io", "gateways", "", "edge")))
        .as(AddressObjectArbitraries::ipAddress)
        .withoutEdgeCases();
  }

  /** {@return IPAddresses in which name and parent may be wrong} */
  public static Arbitrary<IpAddressObject> anyIpAddresses() {
    Arbitrary<String> names =
        mostly(Arbitraries.of("", "services"), NameArbitraries.wrongQualifiedNames());
    Arbitrary<ParentReference> parents =
        Combinators.combine(names, names, names, names).as(AddressObjectArbitraries::parent);
    return Combinators.combine(AddressTextArbitraries.anyAddress(), parents.optional(0.8))
        .as(
            (name, parent) ->
                IpAddressObject.builder()
                    .metadata(ObjectMeta.of(name))
                    .spec(IpAddressSpec.builder().parentRef(parent).build())
                    .build())
        .withoutEdgeCases();
  }

  private static Arbitrary<ServiceCidr> serviceCidrs(
      Arbitrary<String> names, Arbitrary<List<String>> cidrs) {
    Arbitrary<ServiceCidrStatus> statuses =
        Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.just(List.<Condition>of())),
                Tuple.of(
                    1,
                    Arbitraries.of(ConditionStatus.class)
                        .map(status -> List.of(Condition.of("Ready", status)))))
            .map(conditions -> ServiceCidrStatus.builder().conditions(conditions).build());
    return Combinators.combine(names, cidrs, statuses)
        .as(
            (name, list, status) ->
                ServiceCidr.builder()
                    .metadata(ObjectMeta.of(name))
                    .spec(ServiceCidrSpec.builder().cidrs(list).build())
                    .status(status)
                    .build())
        .withoutEdgeCases();
  }

  private static IpAddressObject ipAddress(String name, ParentReference parent) {
    return IpAddressObject.builder()
        .metadata(ObjectMeta.of(name))
        .spec(IpAddressSpec.builder().parentRef(parent).build())
        .build();
  }

  private static ParentReference parent(
      String group, String resource, String namespace, String name) {
    return ParentReference.builder()
        .group(group)
        .resource(resource)
        .namespace(namespace)
        .name(name)
        .build();
  }
}
