package io.servicesemantics.impl.validation;

import static io.servicesemantics.impl.validation.Judged.VALIDATOR;
import static io.servicesemantics.impl.validation.Judged.clusterIp;
import static io.servicesemantics.impl.validation.Judged.externalName;
import static io.servicesemantics.impl.validation.Judged.headless;
import static io.servicesemantics.impl.validation.Judged.loadBalancer;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.servicesemantics.object.KnownAnnotations;
import io.servicesemantics.service.LoadBalancerIngress;
import io.servicesemantics.service.LoadBalancerStatus;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServiceSpec;
import io.servicesemantics.service.ServiceStatus;
import io.servicesemantics.service.SessionAffinity;
import io.servicesemantics.service.TrafficDistribution;
import io.servicesemantics.testkit.fixture.SentServices;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class WarningsTest {

  private static final String DEPRECATED =
      "spec.externalIPs is deprecated and may no longer be implemented in some clusters";

  private static ImmutableList<String> warnings(ServiceSpec spec) {
    return VALIDATOR.warnings(SentServices.of(spec));
  }

  @Test
  void ordinaryServices_haveNone() {
    assertThat(warnings(clusterIp())).isEmpty();
    assertThat(warnings(headless())).isEmpty();
    assertThat(warnings(loadBalancer().withLoadBalancerSourceRanges("10.0.0.0/8", " x"))).isEmpty();
    assertThat(warnings(externalName())).isEmpty();
  }

  @Test
  void olderAnnotation_isDeprecated() {
    Service service = SentServices.of(clusterIp());

    assertThat(
            VALIDATOR.warnings(
                service.withMetadata(
                    service
                        .metadata()
                        .withAnnotations(
                            ImmutableMap.of(KnownAnnotations.TOPOLOGY_AWARE_HINTS, "")))))
        .containsExactly(
            "annotation service.kubernetes.io/topology-aware-hints is deprecated, please use"
                + " service.kubernetes.io/topology-mode instead");
  }

  @Test
  void headless_ignoresFields() {
    assertThat(
            warnings(
                headless()
                    .withLoadBalancerIP("x")
                    .withExternalIPs("192.0.2.1")
                    .withSessionAffinity(SessionAffinity.CLIENT_IP)))
        .containsExactly(
            "spec.loadBalancerIP is ignored for headless services",
            "spec.externalIPs is ignored for headless services",
            "spec.SessionAffinity is ignored for headless services");
  }

  @Test
  void externalName_ignoresAddresses() {
    assertThat(warnings(externalName().withExternalIPs("192.0.2.1")))
        .containsExactly("spec.externalIPs is ignored when spec.type is \"ExternalName\"");
  }

  @Test
  void otherTypes_ignoreTheName() {
    assertThat(warnings(clusterIp().withExternalName("a")))
        .containsExactly("spec.externalName is ignored when spec.type is not \"ExternalName\"");
  }

  @Test
  void preferClose_isDeprecated() {
    assertThat(warnings(clusterIp().withTrafficDistribution(TrafficDistribution.PREFER_CLOSE)))
        .containsExactly(
            "spec.trafficDistribution: \"PreferClose\" is deprecated; use \"PreferSameZone\"");
    assertThat(warnings(clusterIp().withTrafficDistribution(TrafficDistribution.PREFER_SAME_ZONE)))
        .isEmpty();
  }

  @Nested
  class Spellings {
    @Test
    void oddAddresses_areToldWithTheirPlace() {
      assertThat(
              warnings(
                  clusterIp()
                      .withClusterIPs("010.96.0.10", "FD00::1")
                      .withExternalIPs("192.0.2.1", "::ffff:192.0.2.1", "x")
                      .withLoadBalancerIP("FD00:0::1")))
          .containsExactly(
              "spec.clusterIPs[0]: non-standard IP address \"010.96.0.10\" is invalid: use"
                  + " \"10.96.0.10\"",
              "spec.clusterIPs[1]: IPv6 address \"FD00::1\" should be in RFC 5952 canonical"
                  + " format (\"fd00::1\")",
              "spec.externalIPs[1]: non-standard IP address \"::ffff:192.0.2.1\" is invalid: use"
                  + " \"192.0.2.1\"",
              DEPRECATED,
              "spec.loadBalancerIP: IPv6 address \"FD00:0::1\" should be in RFC 5952 canonical"
                  + " format (\"fd00::1\")");
    }

    @Test
    void oddNetworks_areToldWithALowerCaseField() {
      assertThat(
              warnings(
                  loadBalancer()
                      .withLoadBalancerSourceRanges(
                          "10.0.0.1/8", "10.0.0.0/08", "010.0.0.1/8", "FD00::/64")))
          .containsExactly(
              "spec.loadBalancerSourceRanges[0]: CIDR value \"10.0.0.1/8\" is ambiguous in this"
                  + " context (should be \"10.0.0.0/8\" or \"10.0.0.1/32\"?)",
              "spec.loadBalancerSourceRanges[1]: non-standard CIDR value \"10.0.0.0/08\" is"
                  + " invalid: use \"10.0.0.0/8\"",
              "spec.loadBalancerSourceRanges[2]: CIDR value \"010.0.0.1/8\" is ambiguous in this"
                  + " context (should be \"10.0.0.0/8\" or \"10.0.0.1/32\"?)",
              "spec.loadBalancerSourceRanges[2]: non-standard CIDR value \"010.0.0.1/8\" is"
                  + " invalid: use \"10.0.0.0/8\"",
              "spec.loadBalancerSourceRanges[3]: IPv6 CIDR value \"FD00::/64\" should be in RFC"
                  + " 5952 canonical format (\"fd00::/64\")");
    }

    @Test
    void ipv4WrittenAsIpv6_isToldInBothWays() {
      assertThat(
              warnings(
                  loadBalancer()
                      .withLoadBalancerSourceRanges(
                          "::ffff:10.0.0.0/104", "::ffff:10.0.0.1/104", "::ffff:10.0.0.0/90")))
          .containsExactly(
              "spec.loadBalancerSourceRanges[0]: non-standard CIDR value"
                  + " \"::ffff:10.0.0.0/104\" is invalid: use \"10.0.0.0/8\"",
              "spec.loadBalancerSourceRanges[1]: CIDR value \"::ffff:10.0.0.1/104\" is ambiguous"
                  + " in this context (should be \"10.0.0.0/8\" or \"10.0.0.1/128\"?)",
              "spec.loadBalancerSourceRanges[1]: non-standard CIDR value"
                  + " \"::ffff:10.0.0.1/104\" is invalid: use \"10.0.0.0/8\"",
              "spec.loadBalancerSourceRanges[2]: CIDR value \"::ffff:10.0.0.0/90\" is ambiguous in"
                  + " this context (should be \"::ffc0:0:0/90\" or \"10.0.0.0/128\"?)",
              "spec.loadBalancerSourceRanges[2]: non-standard CIDR value"
                  + " \"::ffff:10.0.0.0/90\" is invalid: use \"::ffc0:0:0/90\"");
    }

    @Test
    void statusAddresses_areToldByTheirEntry() {
      Service service =
          SentServices.of(loadBalancer())
              .withStatus(
                  ServiceStatus.builder()
                      .loadBalancer(
                          LoadBalancerStatus.builder()
                              .addIngress(
                                  LoadBalancerIngress.builder().hostname("a").build(),
                                  LoadBalancerIngress.builder().ip("FD00::1").build())
                              .build())
                      .build());

      assertThat(VALIDATOR.statusWarnings(service))
          .containsExactly(
              "status.loadBalancer.ingress[1]: IPv6 address \"FD00::1\" should be in RFC 5952"
                  + " canonical format (\"fd00::1\")");
    }
  }
}
