package io.servicesemantics.impl.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Lists;
import io.servicesemantics.ServiceSemantics;
import io.servicesemantics.admission.AdmissionDecision.Accepted;
import io.servicesemantics.admission.AdmissionRequest;
import io.servicesemantics.admission.NumberPicker;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.impl.StandardSemantics;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.profile.ClusterProfile;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServicePort;
import io.servicesemantics.service.ServiceType;
import io.servicesemantics.simulation.SimulatedRequest;
import io.servicesemantics.simulation.Simulation;
import io.servicesemantics.testkit.arbitrary.ServiceArbitraries;
import io.servicesemantics.testkit.fixture.ClusterFixtures;
import io.servicesemantics.testkit.fixture.SentServices;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for any Services, right and wrong, of any names. */
class SimulationLawsTest {

  private static final ClusterProfile CLUSTER = ClusterFixtures.dualStack();
  private static final ServiceSemantics SEMANTICS = StandardSemantics.of(CLUSTER);
  private static final NamespacedName KUBERNETES = NamespacedName.of("default", "kubernetes");

  @Property(tries = 60)
  void theSameSeed_givesTheSameCluster(
      @ForAll("clusters") List<Service> services, @ForAll long seed) {
    Simulation one = SEMANTICS.simulator().run(snapshot(services), seed);
    Simulation other = StandardSemantics.of(CLUSTER).simulator().run(snapshot(services), seed);

    assertThat(other.world()).isEqualTo(one.world());
    assertThat(other.notes()).isEqualTo(one.notes());
    assertThat(Lists.transform(other.requests(), SimulationLawsTest::answer))
        .isEqualTo(Lists.transform(one.requests(), SimulationLawsTest::answer));
  }

  @Property(tries = 60)
  void acceptedServices_areValidAndTakenAgainUnchanged(@ForAll("clusters") List<Service> services) {
    Simulation simulation = SEMANTICS.simulator().run(snapshot(services));

    for (Service service : simulation.world().services()) {
      if (isUnrepeatable(service)) {
        continue;
      }
      assertThat(
              SEMANTICS
                  .validator()
                  .validateUpdate(
                      service.withMetadata(service.metadata().withResourceVersion("1")),
                      service.withMetadata(service.metadata().withResourceVersion("1"))))
          .as(service.toString())
          .isEmpty();
      Accepted again =
          (Accepted)
              SEMANTICS
                  .admission()
                  .admit(
                      AdmissionRequest.update(service),
                      simulation.cluster(),
                      NumberPicker.lowestFree());
      assertThat(again.service()).isEqualTo(service);
      assertThat(again.allocated()).isEmpty();
    }
  }

  @Property(tries = 60)
  void noTwoServices_holdOneAddressOrPort(
      @ForAll("clusters") List<Service> services, @ForAll long seed) {
    Simulation simulation = SEMANTICS.simulator().run(snapshot(services), seed);
    Set<IpAddress> addresses = new HashSet<>();
    Map<Integer, NamespacedName> ports = new HashMap<>();

    for (Service service : simulation.world().services()) {
      if (service.spec().isClusterIPSet()) {
        for (String address : service.spec().clusterIPs()) {
          assertThat(addresses.add(IpAddress.parse(address))).as(address).isTrue();
        }
      }
      // what an ExternalName stores is held by nobody
      if (!service.spec().type().is(ServiceType.EXTERNAL_NAME)) {
        for (ServicePort port : service.spec().ports()) {
          if (port.nodePort() != 0) {
            assertThat(ports.merge(port.nodePort(), service.namespacedName(), (a, b) -> a))
                .isEqualTo(service.namespacedName());
          }
        }
      }
    }
    assertThat(simulation.cluster().allocations().conflicts()).isEmpty();
  }

  @Property(tries = 60)
  void everyServiceGiven_isThereOrRefused(@ForAll("clusters") List<Service> services) {
    Simulation simulation = SEMANTICS.simulator().run(snapshot(services));

    assertThat(simulation.requests()).hasSameSizeAs(services);
    ImmutableSet.Builder<NamespacedName> there = ImmutableSet.builder();
    there.add(KUBERNETES);
    for (SimulatedRequest request : simulation.requests()) {
      if (request.decision().isAccepted()) {
        there.add(request.name());
      }
    }
    assertThat(simulation.world().servicesByName().keySet())
        .containsExactlyInAnyOrderElementsOf(there.build());
    assertThat(Lists.transform(simulation.cluster().services(), Service::namespacedName))
        .containsExactlyInAnyOrderElementsOf(simulation.world().servicesByName().keySet());
  }

  // Of Services of different names that ask for no numbers themselves.
  @Property(tries = 60)
  void orderOfServices_decidesNothingButNumbers(@ForAll("clusters") List<Service> services) {
    ImmutableList.Builder<Service> plain = ImmutableList.builder();
    for (int i = 0; i < services.size(); i++) {
      plain.add(SentServices.named(withoutNumbers(services.get(i)), "s" + i));
    }
    ImmutableList<Service> one = plain.build();
    Simulation forth = SEMANTICS.simulator().run(snapshot(one));
    Simulation back = SEMANTICS.simulator().run(snapshot(one.reverse()));

    for (SimulatedRequest request : forth.requests()) {
      assertThat(back.cluster().service(request.name()).map(SimulationLawsTest::withoutNumbers))
          .isEqualTo(
              forth.cluster().service(request.name()).map(SimulationLawsTest::withoutNumbers));
    }
  }

  @Provide
  Arbitrary<List<Service>> clusters() {
    return ServiceArbitraries.mixed(CLUSTER)
        .map(SimulationLawsTest::neverStored)
        .list()
        .ofMaxSize(6);
  }

  // One that has a uid is taken as found, whatever it says.
  private static Service neverStored(Service service) {
    return service.withMetadata(service.metadata().withUid(""));
  }

  // An update to ExternalName that changes clusterIP without its list is taken (api 4.3, 4.4.1); on
  // reading the list is filled in (api 2.4 a), and with it the Service is refused.
  private static boolean isUnrepeatable(Service service) {
    return service.spec().type().is(ServiceType.EXTERNAL_NAME)
        && !service.spec().clusterIP().isEmpty();
  }

  private static Object answer(SimulatedRequest request) {
    return request
        .decision()
        .match(
            accepted ->
                ImmutableList.of(accepted.service(), accepted.changes(), accepted.warnings()),
            rejected -> rejected);
  }

  private static Service withoutNumbers(Service service) {
    ImmutableList.Builder<ServicePort> ports = ImmutableList.builder();
    for (ServicePort port : service.spec().ports()) {
      ports.add(port.withNodePort(0));
    }
    return service.withSpec(
        service
            .spec()
            .withClusterIP(service.spec().isHeadless() ? "None" : "")
            .withClusterIPs(
                service.spec().isHeadless() ? ImmutableList.of("None") : ImmutableList.of())
            .withHealthCheckNodePort(0)
            .withPorts(ports.build()));
  }

  private static ClusterSnapshot snapshot(List<Service> services) {
    return ClusterSnapshot.builder().services(services).build();
  }
}
