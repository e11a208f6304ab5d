package io.servicesemantics.impl.routing;

import static io.servicesemantics.testkit.assertion.Assertions.assertThat;
import static io.servicesemantics.testkit.fixture.EndpointFixtures.hintedForNodes;
import static io.servicesemantics.testkit.fixture.EndpointFixtures.hintedForZones;
import static io.servicesemantics.testkit.fixture.EndpointFixtures.notReady;
import static io.servicesemantics.testkit.fixture.EndpointFixtures.ready;
import static io.servicesemantics.testkit.fixture.EndpointFixtures.slice;
import static io.servicesemantics.testkit.fixture.EndpointFixtures.terminating;
import static io.servicesemantics.testkit.fixture.NodeFixtures.inZone;
import static io.servicesemantics.testkit.fixture.NodeFixtures.withoutZone;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.endpoint.AddressType;
import io.servicesemantics.endpoint.Endpoint;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.explain.Explained;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.object.Choice;
import io.servicesemantics.object.KnownAnnotations;
import io.servicesemantics.profile.FeatureGate;
import io.servicesemantics.profile.FeatureGates;
import io.servicesemantics.profile.KubernetesVersion;
import io.servicesemantics.profile.Quirks;
import io.servicesemantics.routing.EndpointSelector;
import io.servicesemantics.routing.PortEndpoints;
import io.servicesemantics.routing.SelectedEndpoints;
import io.servicesemantics.routing.SelectionReason;
import io.servicesemantics.routing.SliceReading;
import io.servicesemantics.routing.TopologyMode;
import io.servicesemantics.routing.UnreadPart;
import io.servicesemantics.service.Service;
import io.servicesemantics.testkit.fixture.ServiceFixtures;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What kube-proxies of older releases choose otherwise, on both sides of each change. */
class OlderSelectionTest {

  private static final Node NODE = inZone("me", "a");

  private static EndpointSelector of(String release) {
    KubernetesVersion version = KubernetesVersion.parse(release);
    return new StandardEndpointSelector(FeatureGates.of(version), Quirks.of(version));
  }

  private static EndpointSelector of(String release, FeatureGate gate, boolean isOn) {
    KubernetesVersion version = KubernetesVersion.parse(release);
    return new StandardEndpointSelector(
        FeatureGates.of(version).with(gate, isOn), Quirks.of(version));
  }

  private static Explained<SelectedEndpoints> explain(
      EndpointSelector selector, Service service, Node node, Endpoint... endpoints) {
    return selector.explain(
        service,
        service.spec().ports().get(0),
        IpFamily.IPV4,
        node,
        ImmutableList.of(slice("web-1", endpoints)));
  }

  private static Explained<SelectedEndpoints> explain(
      EndpointSelector selector, Node node, Endpoint... endpoints) {
    return explain(selector, ServiceFixtures.clusterIp(), node, endpoints);
  }

  @Nested
  @DisplayName("one address twice: versions R1")
  class Duplicates {

    private final Endpoint here = ready("10.0.0.1", "me");
    private final Endpoint gone = terminating("10.0.0.1").withNodeName("gone");
    private final Endpoint broken = notReady("10.0.0.1").withNodeName("me");

    @Test
    void secondEntryReady_countsFrom136On() {
      Endpoint first = notReady("10.0.0.1").withNodeName("there");
      Endpoint second = ready("10.0.0.1", "other");

      Explained<SelectedEndpoints> older = explain(of("1.35"), NODE, first, second);
      assertThat(older.value()).hasCluster();
      assertThat(older)
          .restsOn(SelectionReason.ENDPOINT_NOT_FIRST)
          .withFact("field", "endpoints[1]");

      Explained<SelectedEndpoints> newest = explain(of("1.36"), NODE, first, second);
      assertThat(newest.value()).hasCluster("10.0.0.1");
      assertThat(newest)
          .restsOn(SelectionReason.ENDPOINT_REPLACED)
          .withFact("field", "endpoints[0]");
    }

    @Test
    void secondEntryOnThisNode_countsInEveryRelease() {
      Explained<SelectedEndpoints> older = explain(of("1.35"), NODE, gone, here);

      assertThat(older.value()).hasCluster("10.0.0.1");
      assertThat(older)
          .restsOn(SelectionReason.ENDPOINT_REPLACED_HERE)
          .withFact("field", "endpoints[0]");
      assertThat(explain(of("1.36"), NODE, gone, here).value()).hasCluster("10.0.0.1");
    }

    @Test
    void bothEntriesOnThisNode_theLaterOneCountsThereEvenTerminating() {
      Endpoint leaving = terminating("10.0.0.1").withNodeName("me");

      assertThat(explain(of("1.35"), NODE, here, broken).value()).hasCluster();
      assertThat(explain(of("1.35"), withoutZone("other"), here, broken).value())
          .hasCluster("10.0.0.1");
      assertThat(explain(of("1.35"), NODE, here, leaving, ready("10.0.0.2")).value())
          .hasCluster("10.0.0.2");
      assertThat(explain(of("1.36"), NODE, here, leaving, ready("10.0.0.2")).value())
          .hasCluster("10.0.0.1", "10.0.0.2");
    }

    @Test
    void readOnceForAllNodes_eachNodeSeesItsOwn() {
      Service service = ServiceFixtures.clusterIp();
      EndpointSelector selector = of("1.35");
      SliceReading read =
          selector.read(
              service,
              ServiceFixtures.HTTP,
              IpFamily.IPV4,
              ImmutableList.of(slice("web-1", gone, here)));
      PortEndpoints endpoints = read.endpoints();

      assertThat(endpoints.otherViews()).containsExactly("me");
      assertThat(endpoints.ready()).isEmpty();
      assertThat(endpoints.seenFrom("me").ready()).hasSize(1);
      assertThat(endpoints.seenFrom("other")).isSameAs(endpoints);
      assertThat(read.unread())
          .extracting(UnreadPart::reason)
          .containsExactly(SelectionReason.ENDPOINT_NOT_FIRST);
      assertThat(selector.select(service, ServiceFixtures.HTTP, IpFamily.IPV4, NODE, endpoints))
          .hasCluster("10.0.0.1");
      assertThat(
              selector.uses(service, ServiceFixtures.HTTP, IpFamily.IPV4, NODE, endpoints).get(0))
          .matches(use -> use.cluster().filter(SelectionReason.READY::equals).isPresent());
      assertThat(
              selector.select(
                  service, ServiceFixtures.HTTP, IpFamily.IPV4, withoutZone("x"), endpoints))
          .hasCluster("10.0.0.1")
          .matches(chosen -> chosen.cluster().toList().get(0).isServingWhileTerminating());
    }

    @Test
    void amongMoreThanTwelve_130ReadsThemAsGoSortsThem() {
      Endpoint[] many = new Endpoint[14];
      String[] last = {
        "0.2", "1.3", "2.4", "3.5", "0.6", "1.7", "2.8", "3.9", "0.10", "1.11", "1.7", "3.13",
        "0.14", "1.15"
      };
      for (int i = 0; i < many.length; i++) {
        many[i] = ready("10.180." + last[i], "other");
      }
      many[10] = notReady("10.180.1.7").withNodeName("other");

      assertThat(explain(of("1.30"), NODE, many).value().cluster()).hasSize(12);
      assertThat(explain(of("1.32"), NODE, many).value().cluster()).hasSize(13);
    }
  }

  @Nested
  @DisplayName("node hints: versions R3")
  class NodeHints {

    private final Endpoint[] endpoints = {
      hintedForNodes(ready("10.0.0.1"), "me"), hintedForNodes(ready("10.0.0.2"), "other")
    };

    @ParameterizedTest
    @CsvSource({"1.30,false", "1.33,false", "1.34,true", "1.35,true", "1.36,true"})
    void eachHinted_areObeyedFrom134On(String release, boolean areObeyed) {
      Explained<SelectedEndpoints> chosen = explain(of(release), NODE, endpoints);

      if (areObeyed) {
        assertThat(chosen.value()).hasCluster("10.0.0.1");
        assertThat(chosen).restsOn(SelectionReason.NODE_HINTS_USED);
      } else {
        assertThat(chosen.value()).hasCluster("10.0.0.1", "10.0.0.2");
        assertThat(chosen).restsOn(SelectionReason.NODE_HINTS_NOT_OBEYED);
      }
    }

    @Test
    void theGateSetOtherwise_isWhatCounts() {
      FeatureGate gate = FeatureGate.PREFER_SAME_TRAFFIC_DISTRIBUTION;

      assertThat(explain(of("1.33", gate, true), NODE, endpoints).value()).hasCluster("10.0.0.1");
      assertThat(explain(of("1.34", gate, false), NODE, endpoints).value())
          .hasCluster("10.0.0.1", "10.0.0.2");
    }

    @Test
    void notObeyed_zoneHintsAreAskedAllTheSame() {
      Endpoint both =
          ready("10.0.0.1")
              .withHints(
                  hintedForZones(ready("10.0.0.1"), "a")
                      .hints()
                      .orElseThrow()
                      .withForNodes("other"));
      Endpoint far = hintedForZones(ready("10.0.0.2"), "b");

      Explained<SelectedEndpoints> chosen = explain(of("1.33"), NODE, both, far);

      assertThat(chosen.value()).hasCluster("10.0.0.1");
      assertThat(chosen)
          .restsOn(SelectionReason.ZONE_HINTS_USED)
          .restsOn(SelectionReason.NODE_HINTS_NOT_OBEYED);
    }
  }

  @Nested
  @DisplayName("zone hints: versions R6, R7")
  class ZoneHints {

    private final Endpoint near = hintedForZones(ready("10.0.0.1"), "a");
    private final Endpoint far = hintedForZones(ready("10.0.0.2"), "b");

    @ParameterizedTest
    @CsvSource({"1.32,false", "1.33,true", "1.36,true"})
    void theZoneWithoutAName_isThatOfNodesWithoutOneFrom133On(String release, boolean isZone) {
      Endpoint nameless = hintedForZones(ready("10.0.0.3"), "");

      Explained<SelectedEndpoints> chosen = explain(of(release), withoutZone("me"), near, nameless);

      assertThat(chosen.value().topologyMode())
          .isEqualTo(isZone ? TopologyMode.PREFER_SAME_ZONE : TopologyMode.NONE);
      assertThat(chosen)
          .restsOn(isZone ? SelectionReason.ZONE_HINTS_USED : SelectionReason.NODE_IN_NO_ZONE);
    }

    @Test
    void unannotated_areObeyedFrom131On() {
      assertThat(explain(of("1.31"), NODE, near, far).value()).hasCluster("10.0.0.1");

      Explained<SelectedEndpoints> older = explain(of("1.30"), NODE, near, far);
      assertThat(older.value()).hasCluster("10.0.0.1", "10.0.0.2");
      assertThat(older).restsOn(SelectionReason.ZONE_HINTS_NOT_ASKED_FOR);
      assertThat(
              explain(of("1.30", FeatureGate.SERVICE_TRAFFIC_DISTRIBUTION, true), NODE, near, far)
                  .value())
          .hasCluster("10.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Auto", "auto", "anything"})
    void annotated_areObeyedIn130(String value) {
      assertThat(choose(ImmutableMap.of(KnownAnnotations.TOPOLOGY_MODE, value)))
          .hasCluster("10.0.0.1");
      assertThat(choose(ImmutableMap.of(KnownAnnotations.TOPOLOGY_AWARE_HINTS, value)))
          .hasCluster("10.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "disabled", "Disabled"})
    void annotatedWithNo_areNotObeyedIn130(String value) {
      assertThat(choose(ImmutableMap.of(KnownAnnotations.TOPOLOGY_MODE, value)))
          .hasCluster("10.0.0.1", "10.0.0.2");
      assertThat(
              choose(
                  ImmutableMap.of(
                      KnownAnnotations.TOPOLOGY_MODE,
                      "Auto",
                      KnownAnnotations.TOPOLOGY_AWARE_HINTS,
                      value)))
          .hasCluster("10.0.0.1", "10.0.0.2");
    }

    private SelectedEndpoints choose(ImmutableMap<String, String> annotations) {
      Service service = ServiceFixtures.clusterIp();
      Service annotated = service.withMetadata(service.metadata().withAnnotations(annotations));
      return explain(of("1.30"), annotated, NODE, near, far).value();
    }
  }

  @Nested
  @DisplayName("spellings of addresses: versions R8")
  class Spellings {

    private final Service service =
        ServiceFixtures.of(
            ServiceFixtures.clusterIp()
                .spec()
                .withIpFamilies(ImmutableList.of(Choice.of(IpFamily.IPV6)))
                .withClusterIP("fd00::10")
                .withClusterIPs("fd00::10"));
    private final EndpointSlice slice =
        slice("web-1", ready("fd00:0::2", "me"), ready("fd00::2", "me"), ready("fd00::3"))
            .withAddressType(AddressType.IPV6);

    @Test
    void twoSpellings_areTwoEndpointsIn130() {
      PortEndpoints older = read("1.30");

      assertThat(older).hasToString("[[fd00:0::2]:8080, [fd00::2]:8080, [fd00::3]:8080]");
      assertThat(older.endpoints().get(0).address()).isEqualTo(older.endpoints().get(1).address());
      assertThat(read("1.31")).hasToString("[[fd00::2]:8080, [fd00::3]:8080]");
    }

    @Test
    void whatIsWrittenAsUsual_isTheSameInAllReleases() {
      assertThat(read("1.30").endpoints().get(2)).isEqualTo(read("1.36").endpoints().get(1));
    }

    private PortEndpoints read(String release) {
      return of(release)
          .read(service, ServiceFixtures.HTTP, IpFamily.IPV6, ImmutableList.of(slice))
          .endpoints();
    }
  }
}
