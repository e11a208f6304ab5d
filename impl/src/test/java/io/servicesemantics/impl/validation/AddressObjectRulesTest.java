package io.servicesemantics.impl.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.servicesemantics.cluster.IpAddressObject;
import io.servicesemantics.cluster.IpAddressSpec;
import io.servicesemantics.cluster.ParentReference;
import io.servicesemantics.cluster.ServiceCidr;
import io.servicesemantics.cluster.ServiceCidrSpec;
import io.servicesemantics.fault.FieldError;
import io.servicesemantics.object.ObjectMeta;
import io.servicesemantics.profile.FeatureGates;
import io.servicesemantics.profile.KubernetesVersion;
import io.servicesemantics.profile.Quirks;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AddressObjectRulesTest {

  private final StandardValidator validator =
      new StandardValidator(FeatureGates.of(KubernetesVersion.V1_36), Quirks.NONE);

  @Nested
  @DisplayName("ServiceCIDR")
  class ServiceCidrs {

    @Test
    void oneNetworkOrOneOfEachFamily_isFine() {
      assertThat(messages(cidr("10.0.0.0/24"))).isEmpty();
      assertThat(messages(cidr("2001:db8::/64", "10.0.0.0/24"))).isEmpty();
    }

    @Test
    void noNetwork_isRequired() {
      assertThat(messages(cidr()))
          .containsExactly("spec.cidrs: Required value: at least one CIDR required");
    }

    @Test
    void threeNetworks_showTheWholeSpecAndHideTheRest() {
      assertThat(messages(cidr("a", "b", "c<")))
          .containsExactly(
              "spec.cidrs: Invalid value: {\"CIDRs\":[\"a\",\"b\",\"c\\u003c\"]}:"
                  + " may only hold up to 2 values");
    }

    @Test
    void twoOfOneFamily_areToldOfAfterTheirSpelling() {
      assertThat(messages(cidr("10.0.0.1/24", "10.1.0.0/24")))
          .containsExactly(
              "spec.cidrs[0]: Invalid value: \"10.0.0.1/24\":"
                  + " must not have bits set beyond the prefix length",
              "spec.cidrs: Invalid value: [\"10.0.0.1/24\",\"10.1.0.0/24\"]:"
                  + " may specify no more than one IP for each IP family, i.e 192.168.0.0/24 and"
                  + " 2001:db8::/64");
    }

    @Test
    void oddSpelling_isRefused() {
      assertThat(messages(cidr("2001:DB8::/64")))
          .containsExactly(
              "spec.cidrs[0]: Invalid value: \"2001:DB8::/64\":"
                  + " must be in canonical form (\"2001:db8::/64\")");
    }

    @Test
    void namespace_isNotAllowed() {
      ServiceCidr cidr = cidr("10.0.0.0/24");

      assertThat(messages(cidr.withMetadata(cidr.metadata().withNamespace("shop"))))
          .containsExactly("metadata.namespace: Forbidden: not allowed on this type");
    }

    @Test
    void secondFamilyAdded_isFineAndNothingElseMayChange() {
      ServiceCidr old = cidr("10.0.0.0/24");

      assertThat(update(cidr("10.0.0.0/24", "2001:db8::/64"), old)).isEmpty();
      assertThat(update(cidr("10.0.0.0/24", "10.1.0.0/24"), old)).hasSize(1);
      assertThat(update(cidr("10.1.0.0/24"), old))
          .containsExactly("spec.cidrs[0]: Invalid value: \"10.1.0.0/24\": field is immutable");
      assertThat(update(cidr("10.1.0.0/24", "2001:db8::/64"), old))
          .containsExactly("spec.cidrs[0]: Invalid value: \"10.1.0.0/24\": field is immutable");
      assertThat(update(cidr(), old))
          .containsExactly("spec.cidrs: Invalid value: null: field is immutable");
      assertThat(update(old, cidr("10.0.0.0/24", "2001:db8::/64")))
          .containsExactly("spec.cidrs: Invalid value: [\"10.0.0.0/24\"]: field is immutable");
    }

    private List<String> messages(ServiceCidr cidr) {
      return validator.validate(cidr).stream().map(FieldError::message).toList();
    }

    private List<String> update(ServiceCidr cidr, ServiceCidr old) {
      return validator.validateUpdate(cidr, old).stream().map(FieldError::message).toList();
    }

    private ServiceCidr cidr(String... networks) {
      return ServiceCidr.builder()
          .metadata(ObjectMeta.of("more").withResourceVersion("1"))
          .spec(ServiceCidrSpec.builder().addCidrs(networks).build())
          .build();
    }
  }

  @Nested
  @DisplayName("IPAddress")
  class IpAddresses {

    private final ParentReference web =
        ParentReference.builder().resource("services").namespace("shop").name("web").build();

    @Test
    void canonicalName_isFine() {
      assertThat(messages(address("10.0.0.1", Optional.of(web)))).isEmpty();
      assertThat(messages(address("2001:db8::1", Optional.of(web)))).isEmpty();
    }

    @Test
    void otherName_isToldWhatIsOddAboutIt() {
      assertThat(messages(address("2001:DB8::1", Optional.of(web))))
          .containsExactly(
              "metadata.name: Invalid value: \"2001:DB8::1\":"
                  + " must be in canonical form (\"2001:db8::1\")");
      assertThat(messages(address("web", Optional.of(web))))
          .containsExactly(
              "metadata.name: Invalid value: \"web\":"
                  + " must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)");
    }

    @Test
    void noParent_isRequired() {
      assertThat(messages(address("10.0.0.1", Optional.empty())))
          .containsExactly("spec.parentRef: Required value");
    }

    @Test
    void partsOfTheParent_areToldInTheServersOrder() {
      ParentReference wrong =
          ParentReference.builder().group("Group").name("a/b%").namespace("..").build();

      assertThat(messages(address("10.0.0.1", Optional.of(wrong))).subList(1, 5))
          .containsExactly(
              "spec.parentRef.resource: Required value",
              "spec.parentRef.name: Invalid value: \"a/b%\": may not contain '/'",
              "spec.parentRef.name: Invalid value: \"a/b%\": may not contain '%'",
              "spec.parentRef.namespace: Invalid value: \"..\": may not be '..'");
    }

    @Test
    void otherParent_isImmutable() {
      IpAddressObject old = address("10.0.0.1", Optional.of(web));

      assertThat(validator.validateUpdate(old, old)).isEmpty();
      assertThat(validator.validateUpdate(address("10.0.0.1", Optional.of(web.withName("x"))), old))
          .extracting(FieldError::message)
          .containsExactly(
              "spec.parentRef: Invalid value: {\"Group\":\"\",\"Resource\":\"services\","
                  + "\"Namespace\":\"shop\",\"Name\":\"x\"}: field is immutable");
      assertThat(validator.validateUpdate(address("10.0.0.1", Optional.empty()), old))
          .extracting(FieldError::message)
          .containsExactly("spec.parentRef: Invalid value: null: field is immutable");
    }

    private List<String> messages(IpAddressObject address) {
      return validator.validate(address).stream().map(FieldError::message).toList();
    }

    private IpAddressObject address(String name, Optional<ParentReference> parent) {
      return IpAddressObject.builder()
          .metadata(ObjectMeta.of(name).withResourceVersion("1"))
          .spec(IpAddressSpec.builder().parentRef(parent).build())
          .build();
    }
  }
}
