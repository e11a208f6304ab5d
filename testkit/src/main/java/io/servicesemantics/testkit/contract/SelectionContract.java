package io.servicesemantics.testkit.contract;

import static io.servicesemantics.testkit.assertion.Assertions.assertThat;
import static io.servicesemantics.testkit.fixture.EndpointFixtures.hintedForNodes;
import static io.servicesemantics.testkit.fixture.EndpointFixtures.hintedForZones;
import static io.servicesemantics.testkit.fixture.EndpointFixtures.notReady;
import static io.servicesemantics.testkit.fixture.EndpointFixtures.ready;
import static io.servicesemantics.testkit.fixture.EndpointFixtures.slice;
import static io.servicesemantics.testkit.fixture.EndpointFixtures.terminating;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.endpoint.Endpoint;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.explain.Explained;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.routing.EndpointSelector;
import io.servicesemantics.routing.EndpointUse;
import io.servicesemantics.routing.PortEndpoints;
import io.servicesemantics.routing.SelectedEndpoints;
import io.servicesemantics.routing.SelectionReason;
import io.servicesemantics.routing.TopologyMode;
import io.servicesemantics.service.ExternalTrafficPolicy;
import io.servicesemantics.service.InternalTrafficPolicy;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServicePort;
import io.servicesemantics.testkit.fixture.EndpointFixtures;
import io.servicesemantics.testkit.fixture.NodeFixtures;
import io.servicesemantics.testkit.fixture.ServiceFixtures;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What every {@link EndpointSelector} does. */
public interface SelectionContract extends SemanticsContract {

  /** Every worked example of routing 10.4 comes out as the real program worked it out. */
  @TestFactory
  default Stream<DynamicTest> workedExamples_comeOutAsRecorded() {
    return SelectionExample.ALL.stream()
        .map(example -> dynamicTest(example.toString(), () -> check(example)));
  }

  private void check(SelectionExample example) {
    Service base = example.nodePort() ? ServiceFixtures.nodePort() : ServiceFixtures.clusterIp();
    Service service =
        base.withSpec(
            base.spec()
                .withInternalTrafficPolicy(
                    example.internalLocal()
                        ? InternalTrafficPolicy.LOCAL
                        : InternalTrafficPolicy.CLUSTER)
                .withExternalTrafficPolicy(
                    example.externalLocal()
                        ? ExternalTrafficPolicy.LOCAL
                        : ExternalTrafficPolicy.CLUSTER));
    Node node =
        example.zone().equals("-")
            ? NodeFixtures.withoutZone("me")
            : NodeFixtures.inZone("me", example.zone());
    ServicePort port = service.spec().ports().get(0);
    EndpointSelector selector = semantics().endpointSelector();
    PortEndpoints behind = selector.read(example.endpointList(), EndpointFixtures.PORT).endpoints();

    assertThat(selector.select(service, port, IpFamily.IPV4, node, behind))
        .hasCluster(SelectionExample.addresses(example.cluster()))
        .hasLocal(SelectionExample.addresses(example.local()))
        .hasAny(example.hasAny());
  }

  /** A single ready endpoint without a hint turns zone hints off, and the account names it. */
  @Test
  default void oneReadyEndpointUnhinted_turnsZoneHintsOff() {
    Explained<SelectedEndpoints> chosen =
        explain(
            hintedForZones(ready("10.0.0.1"), "a"),
            hintedForZones(ready("10.0.0.2"), "b"),
            ready("10.0.0.3"));

    assertThat(chosen.value())
        .hasCluster("10.0.0.1", "10.0.0.2", "10.0.0.3")
        .hasTopologyMode(TopologyMode.NONE);
    assertThat(chosen)
        .restsOn(SelectionReason.ZONE_HINTS_INCOMPLETE)
        .withFact("endpoint", "10.0.0.3:8080");
  }

  /** The cure of the case above: with a hint the endpoint no longer stands in the way. */
  @Test
  default void everyReadyEndpointHinted_keepsTrafficInTheZone() {
    Explained<SelectedEndpoints> chosen =
        explain(
            hintedForZones(ready("10.0.0.1"), "a"),
            hintedForZones(ready("10.0.0.2"), "b"),
            hintedForZones(ready("10.0.0.3"), "b"));

    assertThat(chosen.value())
        .hasCluster("10.0.0.1")
        .hasTopologyMode(TopologyMode.PREFER_SAME_ZONE);
    assertThat(chosen)
        .restsOn(SelectionReason.ZONE_HINTS_USED)
        .withFact("zone", "a")
        .doesNotRestOn(SelectionReason.ZONE_HINTS_INCOMPLETE)
        .restsOn(SelectionReason.HINTED_FOR_OTHER_ZONES)
        .withFact("endpoint", "10.0.0.2:8080")
        .withFact("zones", "b");
  }

  /** Node hints are asked before zone hints. */
  @Test
  default void everyReadyEndpointHintedForANode_keepsTrafficOnTheNode() {
    Explained<SelectedEndpoints> chosen =
        explain(
            hintedForNodes(ready("10.0.0.1"), "elsewhere"),
            hintedForNodes(ready("10.0.0.2", "elsewhere"), "me"));

    assertThat(chosen.value())
        .hasCluster("10.0.0.2")
        .hasTopologyMode(TopologyMode.PREFER_SAME_NODE);
    assertThat(chosen).restsOn(SelectionReason.NODE_HINTS_USED).withFact("node", "me");
  }

  /** Terminating endpoints serve where nothing is ready, and only those that still answer. */
  @Test
  default void nothingReady_fallsBackToTerminating() {
    Explained<SelectedEndpoints> chosen = explain(terminating("10.0.0.1"), notReady("10.0.0.2"));

    assertThat(chosen.value()).hasCluster("10.0.0.1").hasAny(true);
    assertThat(chosen)
        .restsOn(SelectionReason.SERVING_AS_LAST_RESORT)
        .withFact("endpoint", "10.0.0.1:8080")
        .restsOn(SelectionReason.NOT_READY)
        .withFact("endpoint", "10.0.0.2:8080");
  }

  /** The cure of the case above: one ready endpoint takes all traffic. */
  @Test
  default void somethingReady_passesTerminatingOver() {
    Explained<SelectedEndpoints> chosen = explain(terminating("10.0.0.1"), ready("10.0.0.2"));

    assertThat(chosen.value()).hasCluster("10.0.0.2");
    assertThat(chosen)
        .restsOn(SelectionReason.TERMINATING_WHILE_OTHERS_READY)
        .withFact("endpoint", "10.0.0.1:8080");
  }

  /** What is told of each endpoint is what was chosen. */
  @Test
  default void usesOfEndpoints_agreeWithTheChoice() {
    Service service = ServiceFixtures.nodePort();
    service =
        service.withSpec(service.spec().withExternalTrafficPolicy(ExternalTrafficPolicy.LOCAL));
    ServicePort port = service.spec().ports().get(0);
    ImmutableList<EndpointSlice> slices =
        ImmutableList.of(
            slice("web-1", ready("10.0.0.1", "me"), terminating("10.0.0.2").withNodeName("me")),
            slice("web-2", ready("10.0.0.3", "other"), notReady("10.0.0.4")));
    EndpointSelector selector = semantics().endpointSelector();
    Node node = NodeFixtures.inZone("me", "a");
    PortEndpoints behind = selector.read(service, port, IpFamily.IPV4, slices).endpoints();

    SelectedEndpoints chosen = selector.select(service, port, IpFamily.IPV4, node, behind);
    ImmutableList<EndpointUse> uses = selector.uses(service, port, IpFamily.IPV4, node, behind);

    assertThat(uses).extracting(EndpointUse::endpoint).isEqualTo(behind.endpoints());
    assertThat(uses)
        .filteredOn(EndpointUse::isInCluster)
        .extracting(EndpointUse::endpoint)
        .isEqualTo(chosen.cluster().toList());
    assertThat(uses)
        .filteredOn(EndpointUse::isInLocal)
        .extracting(EndpointUse::endpoint)
        .isEqualTo(chosen.local().toList());
  }

  /** A Service kube-proxy makes no port of has no endpoints, whatever its slices hold. */
  @Test
  default void headlessService_makesNoPort() {
    EndpointSelector selector = semantics().endpointSelector();
    Service service = ServiceFixtures.headless();
    PortEndpoints behind =
        selector.read(ImmutableList.of(ready("10.0.0.1")), EndpointFixtures.PORT).endpoints();

    Explained<SelectedEndpoints> chosen =
        selector.explain(
            service, ServiceFixtures.HTTP, IpFamily.IPV4, NodeFixtures.inZone("me", "a"), behind);

    assertThat(chosen.value())
        .isNotServed(SelectionReason.SERVICE_IS_HEADLESS)
        .hasCluster()
        .hasLocal()
        .hasAny(false);
    assertThat(chosen).restsOn(SelectionReason.SERVICE_IS_HEADLESS);
  }

  private Explained<SelectedEndpoints> explain(Endpoint... endpoints) {
    Service service = ServiceFixtures.clusterIp();
    return semantics()
        .endpointSelector()
        .explain(
            service,
            ServiceFixtures.HTTP,
            IpFamily.IPV4,
            NodeFixtures.inZone("me", "a"),
            ImmutableList.of(slice("web-1", endpoints)));
  }
}
