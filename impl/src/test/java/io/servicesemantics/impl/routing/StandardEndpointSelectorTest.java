package io.servicesemantics.impl.routing;

import static io.servicesemantics.testkit.assertion.Assertions.assertThat;
import static io.servicesemantics.testkit.assertion.Assertions.assertThatIllegalArgumentException;
import static io.servicesemantics.testkit.fixture.EndpointFixtures.hintedForNodes;
import static io.servicesemantics.testkit.fixture.EndpointFixtures.hintedForZones;
import static io.servicesemantics.testkit.fixture.EndpointFixtures.ready;
import static io.servicesemantics.testkit.fixture.EndpointFixtures.slice;
import static io.servicesemantics.testkit.fixture.EndpointFixtures.terminating;
import static io.servicesemantics.testkit.fixture.NodeFixtures.inZone;
import static io.servicesemantics.testkit.fixture.NodeFixtures.withoutZone;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.endpoint.Endpoint;
import io.servicesemantics.endpoint.EndpointHints;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.explain.Explained;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.object.Choice;
import io.servicesemantics.object.KnownLabels;
import io.servicesemantics.profile.FeatureGates;
import io.servicesemantics.profile.KubernetesVersion;
import io.servicesemantics.profile.Quirks;
import io.servicesemantics.routing.SelectedEndpoints;
import io.servicesemantics.routing.SelectionReason;
import io.servicesemantics.routing.TopologyMode;
import io.servicesemantics.service.ExternalTrafficPolicy;
import io.servicesemantics.service.InternalTrafficPolicy;
import io.servicesemantics.service.LoadBalancerIngress;
import io.servicesemantics.service.LoadBalancerIpMode;
import io.servicesemantics.service.LoadBalancerStatus;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServicePort;
import io.servicesemantics.service.ServiceSpec;
import io.servicesemantics.service.ServiceStatus;
import io.servicesemantics.service.ServiceType;
import io.servicesemantics.testkit.fixture.ServiceFixtures;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class StandardEndpointSelectorTest {

  private static final Node NODE = inZone("me", "a");

  private final StandardEndpointSelector selector =
      new StandardEndpointSelector(FeatureGates.of(KubernetesVersion.V1_36), Quirks.NONE);

  @Nested
  @DisplayName("which Services make a port: routing 2.1")
  class Served {
    @Test
    void labelOfAnotherProxy_makesNoPortEvenWhenEmpty() {
      Service service = ServiceFixtures.clusterIp();
      Service labelled =
          service.withMetadata(
              service.metadata().toBuilder().putLabel(KnownLabels.SERVICE_PROXY_NAME, "").build());

      assertThat(choose(labelled, ready("10.0.0.1")))
          .isNotServed(SelectionReason.SERVICE_LEFT_TO_ANOTHER_PROXY)
          .hasCluster();
    }

    @Test
    void externalName_makesNoPortWhateverItsClusterIp() {
      ServiceSpec spec = ServiceFixtures.clusterIp().spec().withType(ServiceType.EXTERNAL_NAME);

      assertThat(choose(ServiceFixtures.of(spec)))
          .isNotServed(SelectionReason.SERVICE_IS_EXTERNAL_NAME);
      assertThat(choose(ServiceFixtures.externalName()))
          .isNotServed(SelectionReason.SERVICE_IS_EXTERNAL_NAME);
    }

    @Test
    void clusterIpNotYetGiven_makesNoPort() {
      ServiceSpec spec = ServiceFixtures.clusterIp().spec().withClusterIP("");

      assertThat(choose(ServiceFixtures.of(spec)))
          .isNotServed(SelectionReason.SERVICE_WITHOUT_CLUSTER_IP);
    }

    @Test
    void clusterIpOfTheOtherFamilyAlone_makesNoPortAndSaysWhich() {
      Service service = ServiceFixtures.clusterIp();

      Explained<SelectedEndpoints> chosen =
          selector.explain(service, port(service), IpFamily.IPV6, NODE, slices(ready("10.0.0.1")));

      assertThat(chosen.value()).isNotServed(SelectionReason.SERVICE_WITHOUT_CLUSTER_IP_OF_FAMILY);
      assertThat(chosen)
          .restsOn(SelectionReason.SERVICE_WITHOUT_CLUSTER_IP_OF_FAMILY)
          .withFact("family", "IPv6")
          .withFact("clusterIPs", "10.96.0.21");
    }

    @Test
    void familiesUnsaid_familyOfTheOneClusterIpCounts() {
      ServiceSpec spec =
          ServiceFixtures.clusterIp()
              .spec()
              .withIpFamilies(ImmutableList.of())
              .withClusterIP("fd00::10");
      Service service = ServiceFixtures.of(spec);

      assertThat(isServed(service, IpFamily.IPV6)).isTrue();
      assertThat(isServed(service, IpFamily.IPV4)).isFalse();
    }

    @Test
    void familyWithoutAnAddressInItsPlace_makesNoPort() {
      ServiceSpec spec =
          ServiceFixtures.clusterIp()
              .spec()
              .withIpFamilies(ImmutableList.of(Choice.of(IpFamily.IPV4), Choice.of(IpFamily.IPV6)));

      assertThat(isServed(ServiceFixtures.of(spec), IpFamily.IPV4)).isTrue();
      assertThat(isServed(ServiceFixtures.of(spec), IpFamily.IPV6)).isFalse();
    }

    private boolean isServed(Service service, IpFamily family) {
      return selector.select(service, port(service), family, NODE, slices()).isServed();
    }
  }

  @Nested
  @DisplayName("policies and ways in from outside: routing 2.2")
  class Policies {
    @Test
    void typeUnsaidWithExternalIp_isLookedAtAsClusterIp() {
      ServiceSpec spec =
          local(ServiceFixtures.clusterIp())
              .spec()
              .withType(Choice.unsaid())
              .withExternalIPs("198.18.0.5");

      assertThat(choose(ServiceFixtures.of(spec)).usesLocal()).isTrue();
    }

    @Test
    void typeUnknown_hasNoExternalPolicy() {
      ServiceSpec spec =
          local(ServiceFixtures.nodePort())
              .spec()
              .withType(Choice.parse(ServiceType.class, "Nodeport"))
              .withExternalIPs("198.18.0.5");

      assertThat(choose(ServiceFixtures.of(spec)).usesLocal()).isFalse();
    }

    @Test
    void externalIpOfTheOtherFamily_givesNoWayIn() {
      ServiceSpec spec =
          local(ServiceFixtures.clusterIp()).spec().withExternalIPs("2001:db8::5", "no address");

      SelectedEndpoints chosen = choose(ServiceFixtures.of(spec));

      assertThat(chosen.policy().externalPolicyLocal()).isTrue();
      assertThat(chosen.policy().externallyAccessible()).isFalse();
      assertThat(chosen.usesLocal()).isFalse();
    }

    @Test
    void loadBalancerAddressOfModeProxy_givesNoWayIn() {
      Service proxied =
          local(ServiceFixtures.loadBalancer())
              .withStatus(
                  ServiceStatus.builder()
                      .loadBalancer(
                          LoadBalancerStatus.builder()
                              .addIngress(
                                  LoadBalancerIngress.builder()
                                      .ip("192.0.2.1")
                                      .ipMode(LoadBalancerIpMode.PROXY)
                                      .build())
                              .addIngress(
                                  LoadBalancerIngress.builder().hostname("lb.example").build())
                              .build())
                      .build());

      assertThat(choose(proxied).policy().externallyAccessible()).isFalse();
      assertThat(choose(local(ServiceFixtures.loadBalancer("192.0.2.1"))).usesLocal()).isTrue();
      assertThat(choose(local(ServiceFixtures.loadBalancer("2001:db8::1"))).usesLocal()).isFalse();
    }

    @Test
    void internalLocalWithoutAWayIn_makesNoClusterList() {
      Explained<SelectedEndpoints> chosen =
          explain(internalLocal(), NODE, ready("10.0.0.1", "other"));

      assertThat(chosen.value().usesCluster()).isFalse();
      assertThat(chosen.value()).hasCluster().hasLocal().hasAny(true);
      assertThat(chosen)
          .restsOn(SelectionReason.ENDPOINTS_ELSEWHERE_ONLY)
          .restsOn(SelectionReason.CLUSTER_LIST_UNUSED)
          .restsOn(SelectionReason.ON_ANOTHER_NODE)
          .withFact("node", "other");
    }

    @Test
    void internalLocalWithAnEndpointHere_usesItAlone() {
      assertThat(choose(internalLocal(), ready("10.0.0.1", "other"), ready("10.0.0.2", "me")))
          .hasCluster()
          .hasLocal("10.0.0.2")
          .hasAllReachable("10.0.0.2");
    }

    private Service internalLocal() {
      return ServiceFixtures.of(
          ServiceFixtures.clusterIp()
              .spec()
              .withInternalTrafficPolicy(InternalTrafficPolicy.LOCAL));
    }
  }

  @Nested
  @DisplayName("lists: routing 2.4")
  class Lists {
    @Test
    void nothingAnywhere_hasNothing() {
      Explained<SelectedEndpoints> chosen = explain(ServiceFixtures.clusterIp(), NODE);

      assertThat(chosen.value()).hasCluster().hasAllReachable().hasAny(false);
      assertThat(chosen).restsOn(SelectionReason.NO_USABLE_ENDPOINTS).withFact("chosen", "0 of 0");
    }

    @Test
    void localTerminatingWhileOthersReady_isUsedForLocalTrafficAlone() {
      assertThat(
              choose(
                  local(ServiceFixtures.nodePort()),
                  ready("10.0.0.1", "other"),
                  terminating("10.0.0.2").withNodeName("me")))
          .hasCluster("10.0.0.1")
          .hasLocal("10.0.0.2")
          .hasAllReachable("10.0.0.1", "10.0.0.2");
    }

    @Test
    void localReady_passesLocalTerminatingOver() {
      Explained<SelectedEndpoints> chosen =
          explain(
              local(ServiceFixtures.nodePort()),
              NODE,
              ready("10.0.0.1", "me"),
              terminating("10.0.0.2").withNodeName("me"));

      assertThat(chosen.value()).hasLocal("10.0.0.1");
      assertThat(chosen)
          .restsOn(SelectionReason.TERMINATING_WHILE_OTHERS_HERE_READY)
          .withFact("endpoint", "10.0.0.2:8080");
    }

    @Test
    void endpointWithoutNode_isNeverLocal() {
      Explained<SelectedEndpoints> chosen =
          explain(local(ServiceFixtures.nodePort()), withoutZone(""), ready("10.0.0.1"));

      assertThat(chosen.value()).hasLocal();
      assertThat(chosen).restsOn(SelectionReason.ON_NO_NODE);
    }

    @Test
    void nodeWithoutName_hasNoLocalEndpoints() {
      assertThat(
              explain(local(ServiceFixtures.nodePort()), withoutZone(""), ready("10.0.0.1", ""))
                  .value())
          .hasLocal();
    }

    @Test
    void manyEndpoints_keepTheOrderOfTheirText() {
      Endpoint[] endpoints = new Endpoint[200];
      for (int i = 0; i < endpoints.length; i++) {
        endpoints[i] = ready("10.0.0." + (200 - i), i % 2 == 0 ? "me" : "other");
      }
      SelectedEndpoints chosen = choose(local(ServiceFixtures.nodePort()), endpoints);

      assertThat(chosen.cluster()).hasSize(200).extracting(Object::toString).isSorted();
      assertThat(chosen.local()).hasSize(100).allMatch(endpoint -> endpoint.isOn("me"));
      assertThat(chosen.allReachable()).isEqualTo(chosen.cluster());
    }
  }

  @Nested
  @DisplayName("hints: routing 2.5")
  class Hints {
    @Test
    void hintsOfUnreadyEndpoints_neitherHelpNorHinder() {
      assertThat(
              choose(
                  ServiceFixtures.clusterIp(),
                  hintedForZones(ready("10.0.0.1"), "a"),
                  hintedForZones(ready("10.0.0.2"), "b"),
                  terminating("10.0.0.3")))
          .hasCluster("10.0.0.1");
      assertThat(
              choose(
                  ServiceFixtures.clusterIp(),
                  hintedForZones(ready("10.0.0.1"), "b"),
                  hintedForZones(terminating("10.0.0.2"), "a")))
          .hasCluster("10.0.0.1")
          .hasTopologyMode(TopologyMode.NONE);
    }

    @Test
    void nodeHintsIncomplete_leaveTheWordToZoneHints() {
      Endpoint both =
          ready("10.0.0.1")
              .withHints(EndpointHints.builder().addForZones("a").addForNodes("other").build());

      Explained<SelectedEndpoints> chosen =
          explain(ServiceFixtures.clusterIp(), NODE, both, hintedForZones(ready("10.0.0.2"), "b"));

      assertThat(chosen.value())
          .hasCluster("10.0.0.1")
          .hasTopologyMode(TopologyMode.PREFER_SAME_ZONE);
      assertThat(chosen)
          .restsOn(SelectionReason.ZONE_HINTS_USED)
          .restsOn(SelectionReason.NODE_HINTS_INCOMPLETE)
          .withFact("endpoint", "10.0.0.2:8080");
    }

    @Test
    void nodeHintsForOthersAlone_useAll() {
      Explained<SelectedEndpoints> chosen =
          explain(ServiceFixtures.clusterIp(), NODE, hintedForNodes(ready("10.0.0.1"), "other"));

      assertThat(chosen.value()).hasCluster("10.0.0.1");
      assertThat(chosen).restsOn(SelectionReason.NODE_HINTS_FOR_OTHERS).withFact("node", "me");
    }

    @Test
    void hintForTheEmptyZone_matchesANodeWithoutZone() {
      Endpoint nowhere = hintedForZones(ready("10.0.0.1"), "");
      Endpoint inA = hintedForZones(ready("10.0.0.2"), "a");

      assertThat(explain(ServiceFixtures.clusterIp(), withoutZone("me"), nowhere, inA).value())
          .hasCluster("10.0.0.1");
    }

    @Test
    void severalZonesInOneHint_countForEach() {
      Endpoint wide = hintedForZones(ready("10.0.0.1"), "b", "a", "a");

      assertThat(choose(ServiceFixtures.clusterIp(), wide, hintedForZones(ready("10.0.0.2"), "b")))
          .hasCluster("10.0.0.1");
    }

    @Test
    void localList_neverObeysHints() {
      assertThat(
              choose(
                  local(ServiceFixtures.nodePort()),
                  hintedForZones(ready("10.0.0.1", "other"), "a"),
                  hintedForZones(ready("10.0.0.2", "me"), "b")))
          .hasCluster("10.0.0.1")
          .hasLocal("10.0.0.2")
          .hasAllReachable("10.0.0.1", "10.0.0.2");
    }
  }

  @Nested
  @DisplayName("wrong use")
  class WrongUse {
    @Test
    void portOfAnotherService_isRefused() {
      Service service = ServiceFixtures.clusterIp();

      assertThatIllegalArgumentException()
          .isThrownBy(
              () -> selector.select(service, ServicePort.of(443), IpFamily.IPV4, NODE, slices()))
          .withMessageStartingWith("Port of Service shop/web: \"")
          .withMessageEndingWith("\"; expected one of its own ports");
    }

    @Test
    void listAtPortZero_isRefused() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> selector.read(ImmutableList.of(), 0))
          .withMessage("Port of endpoints: \"0\"; expected a number other than 0");
    }
  }

  private SelectedEndpoints choose(Service service, Endpoint... endpoints) {
    return selector.select(service, port(service), IpFamily.IPV4, NODE, slices(endpoints));
  }

  private Explained<SelectedEndpoints> explain(Service service, Node node, Endpoint... endpoints) {
    return selector.explain(service, port(service), IpFamily.IPV4, node, slices(endpoints));
  }

  private static ImmutableList<EndpointSlice> slices(Endpoint... endpoints) {
    return ImmutableList.of(slice("web-1", endpoints));
  }

  private static Service local(Service service) {
    return service.withSpec(service.spec().withExternalTrafficPolicy(ExternalTrafficPolicy.LOCAL));
  }

  private static ServicePort port(Service service) {
    return service.spec().ports().get(0);
  }
}
