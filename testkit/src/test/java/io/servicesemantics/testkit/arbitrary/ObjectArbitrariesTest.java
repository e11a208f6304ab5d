package io.servicesemantics.testkit.arbitrary;

import io.servicesemantics.cluster.IpAddressObject;
import io.servicesemantics.cluster.ServiceCidr;
import io.servicesemantics.endpoint.AddressType;
import io.servicesemantics.endpoint.Endpoint;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.endpoint.EndpointSubset;
import io.servicesemantics.endpoint.Endpoints;
import io.servicesemantics.object.KnownLabels;
import io.servicesemantics.profile.ClusterProfile;
import io.servicesemantics.testkit.fixture.ClusterFixtures;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class ObjectArbitrariesTest {

  @Property(tries = 1, seed = "36")
  void slices_areOfEveryTypeRightAndWrong(@ForAll Random random) {
    Reach<EndpointSlice> valid = new Reach<>();
    for (AddressType type : AddressType.values()) {
      valid.has(type.wireName(), slice -> slice.addressType().is(type));
    }
    valid
        .has("several addresses", endpoint(e -> e.addresses().size() > 1))
        .has("hints", endpoint(e -> e.hints().isPresent()))
        .has("managed", slice -> slice.metadata().labels().containsKey(KnownLabels.MANAGED_BY));
    Reach<EndpointSlice> any = new Reach<>();
    any.has("type unknown", slice -> slice.addressType().known().isEmpty())
        .has("no address", endpoint(e -> e.addresses().isEmpty()))
        .has(
            "nine zones", endpoint(e -> e.hints().filter(h -> h.forZones().size() > 8).isPresent()))
        .has("a topology too large", endpoint(e -> e.deprecatedTopology().size() > 16))
        .has("host name wrong", endpoint(e -> e.hostname().equals(Optional.of("a_b"))))
        .has("port without name", slice -> slice.ports().stream().anyMatch(p -> p.name().isEmpty()))
        .has(
            "port without number",
            slice -> slice.ports().stream().anyMatch(p -> p.port().isEmpty()));

    valid.within(500, EndpointObjectArbitraries.validSlices(), random);
    any.within(4000, EndpointObjectArbitraries.anySlices(), random);
  }

  @Property(tries = 1, seed = "36")
  void endpoints_areRightAndWrong(@ForAll Random random) {
    Reach<Endpoints> valid = new Reach<>();
    valid
        .has("none", endpoints -> endpoints.subsets().isEmpty())
        .has("some not ready", subset(s -> !s.notReadyAddresses().isEmpty()));
    Reach<Endpoints> any = new Reach<>();
    any.has(
            "an empty subset",
            subset(s -> s.addresses().isEmpty() && s.notReadyAddresses().isEmpty()))
        .has(
            "an address of zeros", subset(s -> s.addresses().stream().anyMatch(a -> isOld(a.ip()))))
        .has("a port 0", subset(s -> s.ports().stream().anyMatch(p -> p.port() == 0)));

    valid.within(300, EndpointObjectArbitraries.validEndpoints(), random);
    any.within(3000, EndpointObjectArbitraries.anyEndpointsObjects(), random);
  }

  @Property(tries = 1, seed = "36")
  void addressObjects_areRightAndWrong(@ForAll Random random) {
    Reach<ServiceCidr> cidrs = new Reach<>();
    cidrs
        .has("none", cidr -> cidr.spec().cidrs().isEmpty())
        .has("three", cidr -> cidr.spec().cidrs().size() == 3)
        .has("host bits", cidr -> cidr.spec().cidrs().contains("10.0.0.1/8"));
    Reach<IpAddressObject> addresses = new Reach<>();
    addresses
        .has("without parent", address -> address.spec().parentRef().isEmpty())
        .has("in capitals", address -> address.metadata().name().equals("2001:DB8::1"));

    cidrs.within(1000, AddressObjectArbitraries.anyServiceCidrs(), random);
    addresses.within(1000, AddressObjectArbitraries.anyIpAddresses(), random);
  }

  @Property(tries = 1, seed = "36")
  void clusters_areOfOneFamilyAndOfBothInEitherOrder(@ForAll Random random) {
    Reach<ClusterProfile> reach = new Reach<>();
    reach
        .has("IPv4", ClusterFixtures.ipv4()::equals)
        .has("IPv6", ClusterFixtures.ipv6()::equals)
        .has("both", ClusterFixtures.dualStack()::equals)
        .has("both, IPv6 first", ClusterFixtures.ipv6First()::equals)
        .has("tiny", ClusterFixtures.tiny()::equals);

    reach.within(100, ProfileArbitraries.any(), random);
  }

  private static Predicate<EndpointSlice> endpoint(Predicate<Endpoint> isSo) {
    return slice -> slice.endpoints().stream().anyMatch(isSo);
  }

  private static Predicate<Endpoints> subset(Predicate<EndpointSubset> isSo) {
    return endpoints -> endpoints.subsets().stream().anyMatch(isSo);
  }

  private static boolean isOld(String address) {
    return address.startsWith("010.");
  }
}
