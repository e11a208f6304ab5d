package io.servicesemantics.impl.validation;

import static io.servicesemantics.admission.DefaultingReason.AFFINITY_CONFIG_DROPPED;
import static io.servicesemantics.admission.DefaultingReason.AFFINITY_TIMEOUT;
import static io.servicesemantics.admission.DefaultingReason.ALLOCATE_NODE_PORTS;
import static io.servicesemantics.admission.DefaultingReason.EXTERNAL_POLICY_CLUSTER;
import static io.servicesemantics.admission.DefaultingReason.INTERNAL_POLICY_CLUSTER;
import static io.servicesemantics.admission.DefaultingReason.IP_MODE_VIP;
import static io.servicesemantics.admission.DefaultingReason.PROTOCOL_TCP;
import static io.servicesemantics.admission.DefaultingReason.SESSION_AFFINITY_NONE;
import static io.servicesemantics.admission.DefaultingReason.TARGET_PORT_SAME;
import static io.servicesemantics.admission.DefaultingReason.TYPE_CLUSTER_IP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.servicesemantics.admission.FieldChange;
import io.servicesemantics.admission.ServiceDefaulter;
import io.servicesemantics.endpoint.AddressType;
import io.servicesemantics.endpoint.EndpointPort;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.endpoint.EndpointSubset;
import io.servicesemantics.endpoint.EndpointSubsetPort;
import io.servicesemantics.endpoint.Endpoints;
import io.servicesemantics.net.Cidr;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.net.Protocol;
import io.servicesemantics.object.Choice;
import io.servicesemantics.profile.FeatureGates;
import io.servicesemantics.profile.KubernetesVersion;
import io.servicesemantics.profile.ServiceRanges;
import io.servicesemantics.service.ClientIpConfig;
import io.servicesemantics.service.ExternalTrafficPolicy;
import io.servicesemantics.service.InternalTrafficPolicy;
import io.servicesemantics.service.IpFamilyPolicy;
import io.servicesemantics.service.LoadBalancerIngress;
import io.servicesemantics.service.LoadBalancerIpMode;
import io.servicesemantics.service.LoadBalancerStatus;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServicePort;
import io.servicesemantics.service.ServiceSpec;
import io.servicesemantics.service.ServiceStatus;
import io.servicesemantics.service.ServiceType;
import io.servicesemantics.service.SessionAffinity;
import io.servicesemantics.service.SessionAffinityConfig;
import io.servicesemantics.service.TargetPort;
import io.servicesemantics.testkit.fixture.SentServices;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class StandardDefaulterTest {

  private static final ServiceDefaulter DEFAULTER =
      new StandardDefaulter(
          ServiceRanges.builder().build(), FeatureGates.of(KubernetesVersion.V1_36));

  private static ServiceSpec defaulted(ServiceSpec spec) {
    return DEFAULTER.applyTo(SentServices.of(spec)).spec();
  }

  private static ServiceSpec spec(ServiceType type) {
    return ServiceSpec.builder().type(type).build();
  }

  private static ServicePort port(ServicePort port) {
    return defaulted(ServiceSpec.builder().addPorts(port).build()).ports().get(0);
  }

  private static SessionAffinityConfig timeout(int seconds) {
    return SessionAffinityConfig.builder()
        .clientIP(ClientIpConfig.builder().timeoutSeconds(seconds).build())
        .build();
  }

  @Nested
  class Affinity {
    @Test
    void unsaid_isNone() {
      assertThat(defaulted(ServiceSpec.builder().build()).sessionAffinity().text())
          .isEqualTo("None");
    }

    @Test
    void empty_isNone() {
      ServiceSpec empty =
          ServiceSpec.builder().sessionAffinity(Choice.parse(SessionAffinity.class, "")).build();

      assertThat(defaulted(empty).sessionAffinity().is(SessionAffinity.NONE)).isTrue();
    }

    @Test
    void none_dropsItsSettings() {
      ServiceSpec none =
          ServiceSpec.builder()
              .sessionAffinity(SessionAffinity.NONE)
              .sessionAffinityConfig(timeout(5))
              .build();

      assertThat(defaulted(none).sessionAffinityConfig()).isEmpty();
      assertThat(defaulted(none.withSessionAffinity(Choice.unsaid())).sessionAffinityConfig())
          .isEmpty();
    }

    @Test
    void clientIpWithoutTime_lastsThreeHours() {
      ServiceSpec clientIp =
          ServiceSpec.builder().sessionAffinity(SessionAffinity.CLIENT_IP).build();
      SessionAffinityConfig empty = SessionAffinityConfig.builder().build();
      SessionAffinityConfig half = empty.withClientIP(ClientIpConfig.builder().build());

      assertThat(defaulted(clientIp).sessionAffinityConfig()).contains(timeout(10_800));
      assertThat(defaulted(clientIp.withSessionAffinityConfig(empty)).sessionAffinityConfig())
          .contains(timeout(10_800));
      assertThat(defaulted(clientIp.withSessionAffinityConfig(half)).sessionAffinityConfig())
          .contains(timeout(10_800));
    }

    @Test
    void clientIpWithTime_keepsItEvenZero() {
      ServiceSpec zero =
          ServiceSpec.builder()
              .sessionAffinity(SessionAffinity.CLIENT_IP)
              .sessionAffinityConfig(timeout(0))
              .build();

      assertThat(defaulted(zero).sessionAffinityConfig()).contains(timeout(0));
    }

    @Test
    void unknown_keepsItsSettings() {
      ServiceSpec unknown =
          ServiceSpec.builder()
              .sessionAffinity(Choice.parse(SessionAffinity.class, "clientIP"))
              .sessionAffinityConfig(SessionAffinityConfig.builder().build())
              .build();

      assertThat(defaulted(unknown).sessionAffinityConfig())
          .contains(SessionAffinityConfig.builder().build());
    }
  }

  @Nested
  class Ports {
    @Test
    void unsaidProtocol_isTcp() {
      assertThat(port(ServicePort.builder().port(80).build()).protocol().is(Protocol.TCP)).isTrue();
    }

    @Test
    void unknownProtocol_isKept() {
      ServicePort lower =
          ServicePort.builder().port(80).protocol(Choice.parse(Protocol.class, "tcp")).build();

      assertThat(port(lower).protocol().text()).isEqualTo("tcp");
    }

    @Test
    void unsaidTarget_isThePort() {
      assertThat(port(ServicePort.of(80)).targetPort()).contains(TargetPort.of(80));
      assertThat(port(ServicePort.of(80).withTargetPort(TargetPort.of(0))).targetPort())
          .contains(TargetPort.of(80));
      assertThat(port(ServicePort.of(80).withTargetPort(TargetPort.of(""))).targetPort())
          .contains(TargetPort.of(80));
    }

    @Test
    void targetOfWrongPort_isThatToo() {
      assertThat(port(ServicePort.of(0)).targetPort()).contains(TargetPort.of(0));
      assertThat(port(ServicePort.of(-1)).targetPort()).contains(TargetPort.of(-1));
    }

    @Test
    void saidTarget_isKept() {
      assertThat(port(ServicePort.of(80).withTargetPort(TargetPort.of("http"))).targetPort())
          .contains(TargetPort.of("http"));
      assertThat(port(ServicePort.of(80).withTargetPort(TargetPort.of(-5))).targetPort())
          .contains(TargetPort.of(-5));
    }
  }

  @Nested
  class Policies {
    @Test
    void nodePortAndLoadBalancer_haveExternalPolicyCluster() {
      assertThat(defaulted(spec(ServiceType.NODE_PORT)).externalTrafficPolicy().text())
          .isEqualTo("Cluster");
      assertThat(defaulted(spec(ServiceType.LOAD_BALANCER)).externalTrafficPolicy().text())
          .isEqualTo("Cluster");
    }

    @Test
    void clusterIpWithExternalIps_hasExternalPolicyCluster() {
      ServiceSpec open = ServiceSpec.builder().addExternalIPs("192.0.2.1").build();

      assertThat(defaulted(open).externalTrafficPolicy().text()).isEqualTo("Cluster");
      assertThat(defaulted(open.withClusterIP("None")).externalTrafficPolicy().text())
          .isEqualTo("Cluster");
    }

    @Test
    void notReachableFromOutside_hasNoExternalPolicy() {
      ServiceSpec alias = spec(ServiceType.EXTERNAL_NAME).withExternalIPs("192.0.2.1");

      assertThat(defaulted(ServiceSpec.builder().build()).externalTrafficPolicy().isSaid())
          .isFalse();
      assertThat(defaulted(alias).externalTrafficPolicy().isSaid()).isFalse();
    }

    @Test
    void saidExternalPolicy_isKept() {
      ServiceSpec local =
          spec(ServiceType.NODE_PORT).withExternalTrafficPolicy(ExternalTrafficPolicy.LOCAL);

      assertThat(defaulted(local).externalTrafficPolicy().text()).isEqualTo("Local");
    }

    @Test
    void knownTypesWithAddress_haveInternalPolicyCluster() {
      for (ServiceType type : ServiceType.values()) {
        assertThat(defaulted(spec(type)).internalTrafficPolicy().is(InternalTrafficPolicy.CLUSTER))
            .as(type.wireName())
            .isEqualTo(type != ServiceType.EXTERNAL_NAME);
      }
    }

    @Test
    void emptyInternalPolicy_isSaid() {
      ServiceSpec empty =
          ServiceSpec.builder()
              .internalTrafficPolicy(Choice.parse(InternalTrafficPolicy.class, ""))
              .build();

      assertThat(defaulted(empty).internalTrafficPolicy().text()).isEmpty();
    }

    @Test
    void unknownType_getsNoPolicies() {
      ServiceSpec unknown =
          ServiceSpec.builder().type(Choice.parse(ServiceType.class, "clusterip")).build();

      assertThat(defaulted(unknown).internalTrafficPolicy().isSaid()).isFalse();
      assertThat(defaulted(unknown).type().text()).isEqualTo("clusterip");
    }
  }

  @Nested
  class LoadBalancers {
    @Test
    void unsaidFlag_isTrueForLoadBalancersAlone() {
      assertThat(defaulted(spec(ServiceType.LOAD_BALANCER)).allocateLoadBalancerNodePorts())
          .contains(true);
      assertThat(defaulted(spec(ServiceType.NODE_PORT)).allocateLoadBalancerNodePorts()).isEmpty();
    }

    @Test
    void saidFlag_isKept() {
      ServiceSpec declined =
          spec(ServiceType.LOAD_BALANCER).withAllocateLoadBalancerNodePorts(false);

      assertThat(defaulted(declined).allocateLoadBalancerNodePorts()).contains(false);
    }

    @Test
    void addressWithoutMode_arrivesAsItIs() {
      Service balancer =
          SentServices.loadBalancer()
              .withStatus(
                  status(
                      LoadBalancerIngress.builder().hostname("a.example").build(),
                      LoadBalancerIngress.builder().ip("192.0.2.1").build(),
                      LoadBalancerIngress.builder()
                          .ip("192.0.2.2")
                          .ipMode(LoadBalancerIpMode.PROXY)
                          .build()));

      assertThat(DEFAULTER.applyTo(balancer).status().loadBalancer().ingress())
          .extracting(entry -> entry.ipMode().text())
          .containsExactly("", "VIP", "Proxy");
    }

    @Test
    void otherTypes_getNoMode() {
      Service port =
          SentServices.nodePort()
              .withStatus(status(LoadBalancerIngress.builder().ip("192.0.2.1").build()));

      assertThat(DEFAULTER.applyTo(port).status()).isSameAs(port.status());
    }

    private ServiceStatus status(LoadBalancerIngress... ingress) {
      return ServiceStatus.builder()
          .loadBalancer(LoadBalancerStatus.builder().addIngress(ingress).build())
          .build();
    }
  }

  @Nested
  class Explained {
    @Test
    void clusterIp_isToldInOrder() {
      assertThat(DEFAULTER.explain(SentServices.clusterIp()))
          .extracting(change -> change.field().toString(), FieldChange::after, FieldChange::reason)
          .containsExactly(
              tuple("spec.sessionAffinity", "None", SESSION_AFFINITY_NONE),
              tuple("spec.type", "ClusterIP", TYPE_CLUSTER_IP),
              tuple("spec.ports[0].protocol", "TCP", PROTOCOL_TCP),
              tuple("spec.ports[0].targetPort", "80", TARGET_PORT_SAME),
              tuple("spec.internalTrafficPolicy", "Cluster", INTERNAL_POLICY_CLUSTER));
    }

    @Test
    void loadBalancer_isToldInOrder() {
      Service balancer =
          SentServices.loadBalancer()
              .withStatus(
                  ServiceStatus.builder()
                      .loadBalancer(
                          LoadBalancerStatus.builder()
                              .addIngress(LoadBalancerIngress.builder().ip("192.0.2.1").build())
                              .build())
                      .build());

      assertThat(DEFAULTER.explain(balancer))
          .extracting(FieldChange::reason)
          .containsExactly(
              SESSION_AFFINITY_NONE,
              PROTOCOL_TCP,
              TARGET_PORT_SAME,
              EXTERNAL_POLICY_CLUSTER,
              INTERNAL_POLICY_CLUSTER,
              ALLOCATE_NODE_PORTS,
              IP_MODE_VIP);
    }

    @Test
    void droppedSettings_areToldAsSent() {
      Service service =
          SentServices.of(SentServices.clusterIp().spec().withSessionAffinityConfig(timeout(5)));

      assertThat(DEFAULTER.explain(service))
          .filteredOn(change -> change.reason() == AFFINITY_CONFIG_DROPPED)
          .singleElement()
          .hasToString(
              "spec.sessionAffinityConfig: {\"clientIP\":{\"timeoutSeconds\":5}} -> nothing:"
                  + " Without session affinity its settings mean nothing and are dropped."
                  + " [api 2.1.2]");
    }

    @Test
    void timeout_isToldByItsOwnField() {
      Service service =
          SentServices.of(
              SentServices.clusterIp().spec().withSessionAffinity(SessionAffinity.CLIENT_IP));

      assertThat(DEFAULTER.explain(service))
          .filteredOn(change -> change.reason() == AFFINITY_TIMEOUT)
          .singleElement()
          .hasToString(
              "spec.sessionAffinityConfig.clientIP.timeoutSeconds: nothing -> 10800: Affinity by"
                  + " client address that says no time lasts three hours. [api 2.1.3]");
    }

    @Test
    void everythingSaid_changesNothing() {
      Service whole = DEFAULTER.applyTo(SentServices.loadBalancer());

      assertThat(DEFAULTER.applyTo(whole)).isSameAs(whole);
      assertThat(DEFAULTER.explain(whole)).isEmpty();
    }
  }

  @Nested
  class OnRead {
    private final ServiceDefaulter ipv6First =
        new StandardDefaulter(
            ServiceRanges.builder()
                .addServiceCIDRs(Cidr.parse("fd00:10:96::/112"), Cidr.parse("10.96.0.0/16"))
                .build(),
            FeatureGates.of(KubernetesVersion.V1_36));

    @Test
    void addressWithoutList_isListed() {
      Service old = SentServices.of(ServiceSpec.builder().clusterIP("10.96.0.1").build());

      ServiceSpec read = DEFAULTER.onRead(old).spec();

      assertThat(read.clusterIPs()).containsExactly("10.96.0.1");
      assertThat(read.ipFamilies()).containsExactly(Choice.of(IpFamily.IPV4));
      assertThat(read.ipFamilyPolicy().is(IpFamilyPolicy.SINGLE_STACK)).isTrue();
    }

    @Test
    void twoAddresses_areTwoFamiliesInTheirOrder() {
      Service old =
          SentServices.of(
              ServiceSpec.builder()
                  .clusterIP("fd00::1")
                  .addClusterIPs("fd00::1", "10.96.0.1")
                  .build());

      ServiceSpec read = DEFAULTER.onRead(old).spec();

      assertThat(read.ipFamilies())
          .containsExactly(Choice.of(IpFamily.IPV6), Choice.of(IpFamily.IPV4));
      assertThat(read.ipFamilyPolicy().is(IpFamilyPolicy.REQUIRE_DUAL_STACK)).isTrue();
    }

    @Test
    void headlessWithSelector_isOfThePrimaryFamily() {
      ServiceSpec read = ipv6First.onRead(SentServices.headless()).spec();

      assertThat(read.clusterIPs()).containsExactly("None");
      assertThat(read.ipFamilies()).containsExactly(Choice.of(IpFamily.IPV6));
      assertThat(read.ipFamilyPolicy().is(IpFamilyPolicy.SINGLE_STACK)).isTrue();
    }

    @Test
    void headlessWithoutSelector_isOfBothFamiliesOnAnyCluster() {
      ServiceSpec read = DEFAULTER.onRead(SentServices.headlessWithoutSelector()).spec();

      assertThat(read.ipFamilies())
          .containsExactly(Choice.of(IpFamily.IPV4), Choice.of(IpFamily.IPV6));
      assertThat(read.ipFamilyPolicy().is(IpFamilyPolicy.REQUIRE_DUAL_STACK)).isTrue();
    }

    @Test
    void noAddressAtAll_changesNothing() {
      Service bare = SentServices.clusterIp();

      assertThat(DEFAULTER.onRead(bare)).isSameAs(bare);
    }

    @Test
    void externalName_hidesTheInternalPolicy() {
      Service alias =
          SentServices.of(
              SentServices.externalName()
                  .spec()
                  .withInternalTrafficPolicy(InternalTrafficPolicy.LOCAL));

      assertThat(DEFAULTER.onRead(alias)).isEqualTo(SentServices.externalName());
    }

    @Test
    void whatReads_readsTheSame() {
      Service read = DEFAULTER.onRead(SentServices.headless());

      assertThat(DEFAULTER.onRead(read)).isSameAs(read);
    }
  }

  @Nested
  class OtherKinds {
    @Test
    void slicePort_getsNameAndProtocol() {
      EndpointSlice slice =
          EndpointSlice.builder()
              .addressType(AddressType.IPV4)
              .addPorts(EndpointPort.builder().port(80).build(), EndpointPort.of("a", 81))
              .build();

      EndpointSlice whole = DEFAULTER.applyTo(slice);

      assertThat(whole.ports()).containsExactly(EndpointPort.of("", 80), EndpointPort.of("a", 81));
      assertThat(DEFAULTER.applyTo(whole)).isSameAs(whole);
    }

    @Test
    void endpointsPort_getsProtocol() {
      EndpointSubsetPort bare = EndpointSubsetPort.builder().port(80).build();
      Endpoints endpoints =
          Endpoints.builder()
              .addSubsets(EndpointSubset.builder().build())
              .addSubsets(EndpointSubset.builder().addPorts(bare).build())
              .build();

      Endpoints whole = DEFAULTER.applyTo(endpoints);

      assertThat(whole.subsets().get(1).ports()).containsExactly(bare.withProtocol(Protocol.TCP));
      assertThat(DEFAULTER.applyTo(whole)).isSameAs(whole);
    }

    @Test
    void unknownProtocol_isKept() {
      Choice<Protocol> unknown = Choice.parse(Protocol.class, "tcp");
      EndpointSlice slice =
          EndpointSlice.builder()
              .addPorts(EndpointPort.builder().name("a").protocol(unknown).build())
              .build();

      assertThat(DEFAULTER.applyTo(slice)).isSameAs(slice);
    }
  }
}
