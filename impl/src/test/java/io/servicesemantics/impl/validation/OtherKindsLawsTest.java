package io.servicesemantics.impl.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.IpAddressObject;
import io.servicesemantics.cluster.ServiceCidr;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.endpoint.Endpoints;
import io.servicesemantics.impl.StandardSemantics;
import io.servicesemantics.net.Cidr;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.object.ObjectMeta;
import io.servicesemantics.profile.Quirks;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServicePort;
import io.servicesemantics.testkit.arbitrary.AddressObjectArbitraries;
import io.servicesemantics.testkit.arbitrary.ClusterArbitraries;
import io.servicesemantics.testkit.arbitrary.EndpointObjectArbitraries;
import io.servicesemantics.testkit.fixture.ClusterFixtures;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws of the validation of slices, Endpoints, ServiceCIDRs and IPAddresses. */
class OtherKindsLawsTest {

  private static final StandardSemantics SEMANTICS =
      StandardSemantics.of(ClusterFixtures.dualStack());

  private final StandardValidator validator =
      new StandardValidator(SEMANTICS.profile().gates(), Quirks.NONE);

  @Property
  void validSlice_isTaken(@ForAll("validSlices") EndpointSlice slice) {
    assertThat(validator.validate(slice)).isEmpty();
  }

  @Property
  void validEndpoints_areTakenOnceDefaulted(@ForAll("validEndpoints") Endpoints endpoints) {
    assertThat(validator.validate(SEMANTICS.defaulter().applyTo(endpoints))).isEmpty();
  }

  @Property
  void validServiceCidr_isTaken(@ForAll("validServiceCidrs") ServiceCidr cidr) {
    assertThat(validator.validate(cidr)).isEmpty();
  }

  @Property
  void validIpAddress_isTaken(@ForAll("validIpAddresses") IpAddressObject address) {
    assertThat(validator.validate(address)).isEmpty();
  }

  @Property
  void endpointsOfASlice_areJudgedOnlyWhereTheyChange(
      @ForAll("slices") EndpointSlice slice, @ForAll("slices") EndpointSlice other) {
    assertThat(validator.validateUpdate(slice, slice))
        .noneMatch(fault -> fault.field().toString().startsWith("endpoints"));
    if (!other.endpoints().equals(slice.endpoints())) {
      assertThat(validator.validateUpdate(other, slice)).containsAll(validator.validate(other));
    }
    assertThat(validator.warnings(slice)).containsAll(validator.updateWarnings(slice));
  }

  @Property
  void subsetsOfEndpoints_areJudgedOnlyWhereTheyChange(
      @ForAll("endpoints") Endpoints endpoints, @ForAll("endpoints") Endpoints other) {
    assertThat(validator.validateUpdate(endpoints, endpoints))
        .allMatch(fault -> fault.field().toString().startsWith("metadata"));
    if (!other.subsets().equals(endpoints.subsets())) {
      assertThat(validator.validateUpdate(other, endpoints)).containsAll(validator.validate(other));
    }
  }

  @Property
  void serviceCidrPutBackUnchanged_isTakenWhateverItsNetworks(
      @ForAll("serviceCidrs") ServiceCidr cidr) {
    ServiceCidr stored = cidr.withMetadata(ObjectMeta.of("a").withResourceVersion("1"));

    assertThat(validator.validateUpdate(stored, stored)).isEmpty();
  }

  @Property
  void networksOfAServiceCidr_areTakenOrAtFault(@ForAll("serviceCidrs") ServiceCidr cidr) {
    List<String> cidrs = cidr.spec().cidrs();
    boolean areApart =
        cidrs.stream().map(text -> text.contains(":")).distinct().count() == cidrs.size();

    assertThat(
            validator.validate(cidr).stream()
                .noneMatch(fault -> fault.field().toString().startsWith("spec")))
        .isEqualTo(!cidrs.isEmpty() && areApart && cidrs.stream().allMatch(Cidr::isCanonical));
  }

  @Property
  void ipAddress_isNamedByACanonicalAddressOrRefused(
      @ForAll("ipAddresses") IpAddressObject address) {
    assertThat(
            validator.validate(address).stream()
                .noneMatch(fault -> fault.field().toString().equals("metadata.name")))
        .isEqualTo(IpAddress.isCanonical(address.metadata().name()));
  }

  @Property
  void whateverIsPlannedForPortsOfDifferentNames_isAValidSlice(
      @ForAll("worlds") ClusterSnapshot world) {
    for (Service drawn : world.services()) {
      Service service = drawn.withSpec(drawn.spec().withPorts(apart(drawn.spec().ports())));
      for (EndpointSlice slice : SEMANTICS.slices().plan(service, world).slices()) {
        assertThat(validator.validate(slice)).as("%s", slice).isEmpty();
        assertThat(validator.warnings(slice)).isEmpty();
      }
    }
  }

  // No two ports of a stored Service have the same name.
  private static List<ServicePort> apart(List<ServicePort> ports) {
    Set<String> names = new HashSet<>();
    return ports.stream().filter(port -> names.add(port.name())).toList();
  }

  @Provide
  Arbitrary<EndpointSlice> validSlices() {
    return EndpointObjectArbitraries.validSlices();
  }

  @Provide
  Arbitrary<EndpointSlice> slices() {
    return EndpointObjectArbitraries.anySlices();
  }

  @Provide
  Arbitrary<Endpoints> validEndpoints() {
    return EndpointObjectArbitraries.validEndpoints();
  }

  @Provide
  Arbitrary<Endpoints> endpoints() {
    return EndpointObjectArbitraries.anyEndpointsObjects();
  }

  @Provide
  Arbitrary<ServiceCidr> validServiceCidrs() {
    return AddressObjectArbitraries.validServiceCidrs();
  }

  @Provide
  Arbitrary<ServiceCidr> serviceCidrs() {
    return AddressObjectArbitraries.anyServiceCidrs();
  }

  @Provide
  Arbitrary<IpAddressObject> validIpAddresses() {
    return AddressObjectArbitraries.validIpAddresses();
  }

  @Provide
  Arbitrary<IpAddressObject> ipAddresses() {
    return AddressObjectArbitraries.anyIpAddresses();
  }

  @Provide
  Arbitrary<ClusterSnapshot> worlds() {
    return ClusterArbitraries.snapshots();
  }
}
