package io.servicesemantics.impl.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.servicesemantics.fault.FieldError;
import io.servicesemantics.object.OwnerReference;
import io.servicesemantics.profile.FeatureGates;
import io.servicesemantics.profile.KubernetesVersion;
import io.servicesemantics.profile.Quirks;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServiceSpec;
import io.servicesemantics.service.TrafficDistribution;
import io.servicesemantics.testkit.fixture.SentServices;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReleaseRulesTest {

  private static StandardValidator of(String version) {
    KubernetesVersion release = KubernetesVersion.parse(version);
    return new StandardValidator(FeatureGates.of(release), Quirks.of(release));
  }

  private static ImmutableList<String> faults(String version, Service service) {
    return texts(of(version).validate(service));
  }

  private static ImmutableList<String> texts(ImmutableList<FieldError> faults) {
    return faults.stream().map(FieldError::toString).collect(ImmutableList.toImmutableList());
  }

  private static Service named(String name) {
    Service service = SentServices.of(Judged.clusterIp());
    return service.withMetadata(service.metadata().withName(name));
  }

  @Test
  void nameThatBeginsWithADigit_isTakenSince136() {
    assertThat(faults("1.36", named("1web"))).isEmpty();
    assertThat(faults("1.35", named("1web")))
        .singleElement()
        .asString()
        .contains("a DNS-1035 label must consist");
  }

  @Test
  void sourceRangeWithHostBits_isRefusedSince136() {
    Service service =
        SentServices.of(Judged.loadBalancer().withLoadBalancerSourceRanges("10.0.0.1/8"));

    assertThat(faults("1.36", service)).hasSize(1);
    assertThat(faults("1.35", service)).isEmpty();
  }

  @Test
  void badSourceRanges_areOneFaultUpTo129() {
    ServiceSpec spec = Judged.loadBalancer().withLoadBalancerSourceRanges("foo", "bar");

    assertThat(faults("1.30", SentServices.of(spec))).hasSize(2);
    assertThat(faults("1.29", SentServices.of(spec)))
        .singleElement()
        .asString()
        .contains("spec.LoadBalancerSourceRanges: Invalid value: \"[foo bar]\": must be a list");
  }

  @ParameterizedTest
  @CsvSource({"1.33, 1", "1.34, 0", "1.36, 0"})
  void preferSameZone_isKnownSince134(String version, int faults) {
    Service service =
        SentServices.of(
            Judged.clusterIp().withTrafficDistribution(TrafficDistribution.PREFER_SAME_ZONE));

    assertThat(faults(version, service)).hasSize(faults);
  }

  @Test
  void lists_areShownInGoSyntaxUpTo133() {
    ServiceSpec spec = Judged.clusterIp().withClusterIPs("10.96.0.10", "10.96.0.11");

    assertThat(faults("1.34", SentServices.of(spec)).get(0))
        .contains("Invalid value: [\"10.96.0.10\",\"10.96.0.11\"]: ");
    assertThat(faults("1.33", SentServices.of(spec)).get(0))
        .contains("Invalid value: []string{\"10.96.0.10\", \"10.96.0.11\"}: ");
  }

  @Test
  void ownersAtOnce_areShownInGoSyntaxUpTo133() {
    OwnerReference owner =
        OwnerReference.builder()
            .apiVersion("apps/v1")
            .kind("ReplicaSet")
            .name("a")
            .uid("1")
            .controller(true)
            .build();

    assertThat(ValueText.JSON.owners(ImmutableList.of(owner)))
        .isEqualTo(
            "[{\"apiVersion\":\"apps/v1\",\"kind\":\"ReplicaSet\",\"name\":\"a\",\"uid\":\"1\","
                + "\"controller\":true}]");
    assertThat(ValueText.GO_SYNTAX.owners(ImmutableList.of(owner)))
        .isEqualTo(
            "[]v1.OwnerReference{v1.OwnerReference{APIVersion:\"apps/v1\", Kind:\"ReplicaSet\","
                + " Name:\"a\", UID:\"1\", Controller:(*bool)(0x*), BlockOwnerDeletion:(*bool)(nil)}}");
  }

  @Test
  void nothing_isShownAsTextUpTo133() {
    assertThat(ValueText.JSON.optional(Optional.empty())).isEqualTo("null");
    assertThat(ValueText.GO_SYNTAX.optional(Optional.empty())).isEqualTo("\"null\"");
    assertThat(ValueText.GO_SYNTAX.texts(ImmutableList.of())).isEqualTo("[]string(nil)");
  }

  @Test
  void ownerWithoutKind_isToldWithTheFieldUpTo133() {
    Service plain = named("web");
    Service service =
        plain.withMetadata(
            plain
                .metadata()
                .withOwnerReferences(
                    OwnerReference.builder().apiVersion("v1").name("a").uid("1").build()));

    assertThat(faults("1.34", service).get(0)).endsWith("\"\": must not be empty");
    assertThat(faults("1.33", service).get(0)).endsWith("\"\": kind must not be empty");
  }

  @Test
  void faultyLabelOnUpdate_isToldOnceMoreUpTo133() {
    Service plain = named("web");
    Service stored = plain.withMetadata(plain.metadata().withResourceVersion("1"));
    Service faulty =
        stored.withMetadata(stored.metadata().withLabels(ImmutableMap.of("-bad", "x")));

    assertThat(of("1.34").validateUpdate(faulty, stored)).hasSize(1);
    assertThat(of("1.33").validateUpdate(faulty, stored)).hasSize(2);
  }

  @Test
  void keyOfALabel_isAQualifiedNameUpTo134() {
    Service plain = named("web");
    Service service =
        plain.withMetadata(plain.metadata().withLabels(ImmutableMap.of("a/b/c", "x")));

    assertThat(faults("1.35", service).get(0)).contains(": a valid label key must consist");
    assertThat(faults("1.34", service).get(0)).contains(": a qualified name must consist");
  }

  @Test
  void externalIps_areWarnedOfSince136() {
    Service service = SentServices.of(Judged.clusterIp().withExternalIPs("192.0.2.1"));

    assertThat(of("1.36").warnings(service)).hasSize(1);
    assertThat(of("1.35").warnings(service)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1.36|spec.externalIPs[0]: non-standard IP address \"01.2.3.4\" is invalid: use"
            + " \"1.2.3.4\"",
        "1.33|spec.externalIPs[0]: non-standard IP address \"01.2.3.4\" will be considered"
            + " invalid in a future Kubernetes release: use \"1.2.3.4\"",
        "1.32|spec.externalIPs[0]: IP address was accepted, but will be invalid in a future"
            + " Kubernetes release: ParseAddr(\"01.2.3.4\"): IPv4 field has octet with leading"
            + " zero"
      })
  void oddAddress_isWarnedOfInTheWordsOfTheRelease(String version, String warning) {
    Service service = SentServices.of(Judged.clusterIp().withExternalIPs("01.2.3.4"));

    assertThat(of(version).warnings(service)).contains(warning);
  }
}
