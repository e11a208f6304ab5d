package io.servicesemantics.impl.routing;

import static io.servicesemantics.testkit.assertion.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.endpoint.Endpoint;
import io.servicesemantics.endpoint.EndpointHints;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.explain.Because;
import io.servicesemantics.explain.Explained;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.profile.FeatureGates;
import io.servicesemantics.profile.KubernetesVersion;
import io.servicesemantics.profile.Quirks;
import io.servicesemantics.routing.EndpointUse;
import io.servicesemantics.routing.PortEndpoints;
import io.servicesemantics.routing.SelectedEndpoints;
import io.servicesemantics.routing.SelectionReason;
import io.servicesemantics.service.ExternalTrafficPolicy;
import io.servicesemantics.service.InternalTrafficPolicy;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServicePort;
import io.servicesemantics.testkit.arbitrary.EndpointArbitraries;
import io.servicesemantics.testkit.fixture.EndpointFixtures;
import io.servicesemantics.testkit.fixture.ServiceFixtures;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SelectionLawsTest {

  private final StandardEndpointSelector selector =
      new StandardEndpointSelector(FeatureGates.of(KubernetesVersion.V1_36), Quirks.NONE);

  @Property
  void orderOfSlicesAndEndpoints_neverMatters(
      @ForAll("services") Service service,
      @ForAll("nodes") Node node,
      @ForAll("endpoints") ImmutableList<Endpoint> endpoints,
      @ForAll Random random) {
    ImmutableList<EndpointSlice> inOrder = cut(endpoints, random);
    List<EndpointSlice> slices = new ArrayList<>();
    for (EndpointSlice slice : inOrder) {
      slices.add(slice.withEndpoints(shuffled(slice.endpoints(), random)));
    }

    assertThat(
            selector.select(service, port(service), IpFamily.IPV4, node, shuffled(slices, random)))
        .isEqualTo(selector.select(service, port(service), IpFamily.IPV4, node, inOrder));
  }

  @Property
  void unusableEndpointAdded_neverChangesTheChoice(
      @ForAll("services") Service service,
      @ForAll("nodes") Node node,
      @ForAll("endpoints") ImmutableList<Endpoint> endpoints,
      @ForAll("endpoint") Endpoint added) {
    Endpoint unusable =
        added.withAddresses("10.0.1.1").withConditions(EndpointFixtures.notReady("").conditions());
    ImmutableList<Endpoint> more = with(endpoints, unusable);

    assertThat(texts(select(service, node, more)))
        .isEqualTo(texts(select(service, node, endpoints)));
  }

  @Property
  void terminatingEndpointAdded_neverChangesAClusterListOfReadyOnes(
      @ForAll("services") Service service,
      @ForAll("nodes") Node node,
      @ForAll("endpoints") ImmutableList<Endpoint> endpoints,
      @ForAll("endpoint") Endpoint added) {
    ImmutableList<Endpoint> withOneReady = with(endpoints, EndpointFixtures.ready("10.0.2.1"));
    Endpoint terminating =
        added
            .withAddresses("10.0.1.1")
            .withConditions(EndpointFixtures.terminating("").conditions());

    assertThat(texts(select(service, node, with(withOneReady, terminating)).cluster()))
        .isEqualTo(texts(select(service, node, withOneReady).cluster()));
  }

  @Property
  void somethingReady_clusterListIsNeverEmpty(
      @ForAll("services") Service service,
      @ForAll("nodes") Node node,
      @ForAll("endpoints") ImmutableList<Endpoint> endpoints) {
    SelectedEndpoints chosen = select(service, node, endpoints);
    boolean isAnyReady = endpoints.stream().anyMatch(e -> e.conditions().isReady());

    if (chosen.usesCluster() && isAnyReady) {
      assertThat(chosen.cluster()).isNotEmpty();
    }
    assertThat(chosen.cluster().isEmpty() && chosen.local().isEmpty())
        .isEqualTo(chosen.allReachable().isEmpty());
  }

  @Property
  void listsNeverMixReadyAndTerminating(
      @ForAll("services") Service service,
      @ForAll("nodes") Node node,
      @ForAll("endpoints") ImmutableList<Endpoint> endpoints) {
    SelectedEndpoints chosen = select(service, node, endpoints);

    for (var list : List.of(chosen.cluster(), chosen.local())) {
      assertThat(list.toList().stream().map(e -> e.isReady()).distinct()).hasSizeLessThan(2);
      assertThat(list).allMatch(e -> e.isReady() || e.isServingWhileTerminating());
    }
    assertThat(chosen.local()).allMatch(e -> e.isOn(node.metadata().name()));
  }

  // The reason is judged by what it says, counted over the endpoints as given: an account that
  // names the wrong rule fails here even where the choice is right.
  @Property(tries = 2000)
  void reasonOfTheMode_saysWhatIsSo(
      @ForAll("nodes") Node node, @ForAll("endpoints") ImmutableList<Endpoint> endpoints) {
    Explained<SelectedEndpoints> why = explain(ServiceFixtures.clusterIp(), node, endpoints);
    SelectionReason reason = modeReason(why.because());
    String name = node.metadata().name();
    List<Endpoint> ready =
        endpoints.stream().filter(e -> e.conditions().isReady()).collect(Collectors.toList());
    Predicate<Endpoint> hasNode = e -> !hints(e).forNodes().isEmpty();
    Predicate<Endpoint> hasZone = e -> !hints(e).forZones().isEmpty();
    Predicate<Endpoint> forNode = e -> hints(e).forNodes().contains(name);
    Predicate<Endpoint> forZone = e -> hints(e).forZones().contains(node.zone());
    boolean byNode = ready.stream().allMatch(hasNode) && ready.stream().anyMatch(forNode);
    boolean byZone = ready.stream().allMatch(hasZone) && ready.stream().anyMatch(forZone);

    boolean isSo =
        switch (reason) {
          case NO_READY_ENDPOINT -> ready.isEmpty();
          case NODE_HINTS_USED -> !ready.isEmpty() && byNode;
          case ZONE_HINTS_USED -> !ready.isEmpty() && !byNode && byZone;
          case ZONE_HINTS_INCOMPLETE ->
              !byNode && ready.stream().anyMatch(hasZone) && !ready.stream().allMatch(hasZone);
          case ZONE_HINTS_FOR_OTHERS ->
              !byNode && ready.stream().allMatch(hasZone) && ready.stream().noneMatch(forZone);
          case NODE_HINTS_INCOMPLETE ->
              ready.stream().noneMatch(hasZone)
                  && ready.stream().anyMatch(hasNode)
                  && !ready.stream().allMatch(hasNode);
          case NODE_HINTS_FOR_OTHERS ->
              ready.stream().noneMatch(hasZone)
                  && ready.stream().allMatch(hasNode)
                  && ready.stream().noneMatch(forNode);
          case NO_HINTS -> ready.stream().noneMatch(hasZone.or(hasNode));
          default -> false;
        };
    assertThat(isSo).as("%s", why).isTrue();
  }

  @Property
  void explanation_hasTheValueSelected(
      @ForAll("services") Service service,
      @ForAll("nodes") Node node,
      @ForAll("endpoints") ImmutableList<Endpoint> endpoints) {
    assertThat(explain(service, node, endpoints)).hasValue(select(service, node, endpoints));
  }

  @Property
  void usesOfEndpoints_giveTheListsBack(
      @ForAll("services") Service service,
      @ForAll("nodes") Node node,
      @ForAll("endpoints") ImmutableList<Endpoint> endpoints) {
    PortEndpoints behind = read(endpoints);
    SelectedEndpoints chosen = select(service, node, endpoints);
    ImmutableList<EndpointUse> uses =
        selector.uses(service, port(service), IpFamily.IPV4, node, behind);

    assertThat(uses)
        .filteredOn(EndpointUse::isInCluster)
        .extracting(EndpointUse::endpoint)
        .isEqualTo(chosen.cluster().toList());
    assertThat(uses)
        .filteredOn(EndpointUse::isInLocal)
        .extracting(EndpointUse::endpoint)
        .isEqualTo(chosen.local().toList());
    assertThat(uses).allMatch(use -> use.cluster().isPresent() == chosen.usesCluster());
    assertThat(uses).allMatch(use -> use.local().isPresent() == chosen.usesLocal());
  }

  @Provide
  Arbitrary<Service> services() {
    Arbitrary<Service> kinds =
        Arbitraries.of(
            ServiceFixtures.clusterIp(),
            ServiceFixtures.nodePort(),
            ServiceFixtures.loadBalancer(),
            ServiceFixtures.loadBalancer("192.0.2.1"));
    return Combinators.combine(
            kinds,
            Arbitraries.of(InternalTrafficPolicy.class),
            Arbitraries.of(ExternalTrafficPolicy.class))
        .as(
            (service, internal, external) ->
                service.withSpec(
                    service
                        .spec()
                        .withInternalTrafficPolicy(internal)
                        .withExternalTrafficPolicy(external)));
  }

  @Provide
  Arbitrary<Node> nodes() {
    return EndpointArbitraries.nodes();
  }

  @Provide
  Arbitrary<Endpoint> endpoint() {
    return EndpointArbitraries.endpoint();
  }

  @Provide
  Arbitrary<ImmutableList<Endpoint>> endpoints() {
    return EndpointArbitraries.endpoints();
  }

  private SelectedEndpoints select(Service service, Node node, ImmutableList<Endpoint> endpoints) {
    return selector.select(service, port(service), IpFamily.IPV4, node, read(endpoints));
  }

  private Explained<SelectedEndpoints> explain(
      Service service, Node node, ImmutableList<Endpoint> endpoints) {
    return selector.explain(service, port(service), IpFamily.IPV4, node, read(endpoints));
  }

  private PortEndpoints read(ImmutableList<Endpoint> endpoints) {
    return selector.read(endpoints, EndpointFixtures.PORT).endpoints();
  }

  private static ServicePort port(Service service) {
    return service.spec().ports().get(0);
  }

  private static EndpointHints hints(Endpoint endpoint) {
    return endpoint.hints().orElse(EndpointHints.builder().build());
  }

  // The mode's reason is the cause of the cluster's list, and the only one.
  private static SelectionReason modeReason(Because because) {
    for (Because cause : because.causes()) {
      if (!cause.causes().isEmpty()) {
        return (SelectionReason) cause.causes().get(0).reason();
      }
    }
    throw new AssertionError("No reason for a topology mode in\n" + because);
  }

  private static String texts(SelectedEndpoints chosen) {
    return texts(chosen.cluster()) + texts(chosen.local()) + chosen.topologyMode();
  }

  private static String texts(Iterable<?> endpoints) {
    return ImmutableList.copyOf(endpoints).toString();
  }

  private static ImmutableList<Endpoint> with(ImmutableList<Endpoint> endpoints, Endpoint more) {
    return ImmutableList.<Endpoint>builder().addAll(endpoints).add(more).build();
  }

  private static ImmutableList<EndpointSlice> cut(
      ImmutableList<Endpoint> endpoints, Random random) {
    int at = random.nextInt(endpoints.size() + 1);
    return ImmutableList.of(
        EndpointFixtures.slice("web-1", endpoints.subList(0, at).toArray(new Endpoint[0])),
        EndpointFixtures.slice(
            "web-2", endpoints.subList(at, endpoints.size()).toArray(new Endpoint[0])));
  }

  private static <T> ImmutableList<T> shuffled(List<T> list, Random random) {
    List<T> copy = new ArrayList<>(list);
    Collections.shuffle(copy, random);
    return ImmutableList.copyOf(copy);
  }
}
