package io.servicesemantics.impl.routing;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.endpoint.Endpoint;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.profile.FeatureGate;
import io.servicesemantics.profile.FeatureGates;
import io.servicesemantics.profile.KubernetesVersion;
import io.servicesemantics.profile.Quirks;
import io.servicesemantics.routing.PortEndpoints;
import io.servicesemantics.routing.SelectedEndpoints;
import io.servicesemantics.routing.ServiceEndpoint;
import io.servicesemantics.service.Service;
import io.servicesemantics.testkit.arbitrary.EndpointArbitraries;
import io.servicesemantics.testkit.fixture.EndpointFixtures;
import io.servicesemantics.testkit.fixture.ServiceFixtures;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** How releases follow from one another: the gates between them are all there is (versions 6). */
class OlderSelectionLawsTest {

  private static StandardEndpointSelector of(String release) {
    KubernetesVersion version = KubernetesVersion.parse(release);
    return new StandardEndpointSelector(FeatureGates.of(version), Quirks.of(version));
  }

  private static StandardEndpointSelector of(String release, FeatureGate gate, boolean isOn) {
    KubernetesVersion version = KubernetesVersion.parse(release);
    return new StandardEndpointSelector(
        FeatureGates.of(version).with(gate, isOn), Quirks.of(version));
  }

  @Provide
  Arbitrary<Node> nodes() {
    return EndpointArbitraries.nodes();
  }

  // Few addresses, so that many are said twice.
  @Provide
  Arbitrary<ImmutableList<Endpoint>> endpoints() {
    return Combinators.combine(EndpointArbitraries.endpoint(), Arbitraries.integers().between(1, 4))
        .as((endpoint, last) -> endpoint.withAddresses("10.0.0." + last))
        .list()
        .ofMaxSize(12)
        .map(ImmutableList::copyOf);
  }

  @Provide
  Arbitrary<Service> services() {
    return Arbitraries.of(
        ServiceFixtures.clusterIp(),
        ServiceFixtures.localLoadBalancer(32000),
        ServiceFixtures.loadBalancer("192.0.2.1"));
  }

  @Property
  void preferSameOn_makes133ChooseAs134(
      @ForAll("services") Service service,
      @ForAll("nodes") Node node,
      @ForAll("endpoints") ImmutableList<Endpoint> endpoints) {
    FeatureGate gate = FeatureGate.PREFER_SAME_TRAFFIC_DISTRIBUTION;

    assertThat(select(of("1.33", gate, true), service, node, endpoints))
        .isEqualTo(select(of("1.34"), service, node, endpoints));
    assertThat(select(of("1.34", gate, false), service, node, endpoints))
        .isEqualTo(select(of("1.33"), service, node, endpoints));
  }

  @Property
  void trafficDistributionOn_makes130ChooseAs132(
      @ForAll("services") Service service,
      @ForAll("nodes") Node node,
      @ForAll("endpoints") ImmutableList<Endpoint> endpoints) {
    FeatureGate gate = FeatureGate.SERVICE_TRAFFIC_DISTRIBUTION;

    assertThat(select(of("1.30", gate, true), service, node, endpoints))
        .isEqualTo(select(of("1.32"), service, node, endpoints));
  }

  @Property
  void saidOnce_135ChoosesAsTheNewest(
      @ForAll("services") Service service,
      @ForAll("nodes") Node node,
      @ForAll("endpoints") ImmutableList<Endpoint> endpoints) {
    List<Endpoint> once = new ArrayList<>();
    for (Endpoint endpoint : endpoints) {
      once.add(endpoint.withAddresses("10.0.1." + once.size()));
    }
    ImmutableList<Endpoint> different = ImmutableList.copyOf(once);

    assertThat(select(of("1.35"), service, node, different))
        .isEqualTo(select(of("1.36"), service, node, different));
  }

  @Property
  void readForAllNodesOrForOne_theSameIsChosen(
      @ForAll("services") Service service,
      @ForAll("nodes") Node node,
      @ForAll("endpoints") ImmutableList<Endpoint> endpoints) {
    for (String release : new String[] {"1.30", "1.35", "1.36"}) {
      StandardEndpointSelector selector = of(release);

      assertThat(
              parts(
                  selector
                      .explain(
                          service,
                          service.spec().ports().get(0),
                          IpFamily.IPV4,
                          node,
                          slices(endpoints))
                      .value()))
          .as(release)
          .isEqualTo(select(selector, service, node, endpoints));
    }
  }

  // Told anew, from what upstream says of it: the first entry, and the last of those on the node.
  @Property
  void until135_theFirstEntryCountsUnlessALaterOneIsHere(
      @ForAll("nodes") Node node, @ForAll("endpoints") ImmutableList<Endpoint> endpoints) {
    PortEndpoints seen =
        of("1.35")
            .read(
                ServiceFixtures.clusterIp(), ServiceFixtures.HTTP, IpFamily.IPV4, slices(endpoints))
            .endpoints()
            .seenFrom(node.metadata().name());
    for (ServiceEndpoint endpoint : seen.endpoints()) {
      Endpoint counting = null;
      for (Endpoint entry : endpoints) {
        if (entry.addresses().equals(endpoint.said().addresses())
            && (counting == null
                || entry.nodeName().filter(node.metadata().name()::equals).isPresent())) {
          counting = entry;
        }
      }
      assertThat(endpoint.said()).isEqualTo(counting);
    }
    assertThat(seen.endpoints().stream().map(ServiceEndpoint::toString).distinct())
        .hasSize((int) endpoints.stream().map(Endpoint::addresses).distinct().count());
  }

  private static Object select(
      StandardEndpointSelector selector,
      Service service,
      Node node,
      ImmutableList<Endpoint> endpoints) {
    return parts(
        selector.select(
            service, service.spec().ports().get(0), IpFamily.IPV4, node, slices(endpoints)));
  }

  private static Object parts(SelectedEndpoints chosen) {
    return Tuple.of(chosen.cluster(), chosen.local(), chosen.hasAny(), chosen.topologyMode());
  }

  private static ImmutableList<EndpointSlice> slices(ImmutableList<Endpoint> endpoints) {
    return ImmutableList.of(EndpointFixtures.slice("web-1", endpoints.toArray(new Endpoint[0])));
  }
}
