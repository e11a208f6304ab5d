package io.servicesemantics.impl.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.ServiceSemantics;
import io.servicesemantics.admission.AdmissionDecision.Accepted;
import io.servicesemantics.admission.AdmissionDecision.Rejected;
import io.servicesemantics.admission.AllocationHolder;
import io.servicesemantics.admission.NumberPicker;
import io.servicesemantics.admission.Refusal;
import io.servicesemantics.admission.Verb;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.Namespace;
import io.servicesemantics.cluster.NamespacePhase;
import io.servicesemantics.cluster.NamespaceStatus;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.impl.StandardSemantics;
import io.servicesemantics.manifest.FieldValidation;
import io.servicesemantics.manifest.ManifestSet;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.net.PortRange;
import io.servicesemantics.object.Choice;
import io.servicesemantics.object.KnownLabels;
import io.servicesemantics.object.KubernetesObject;
import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.object.ObjectMeta;
import io.servicesemantics.profile.ClusterProfile;
import io.servicesemantics.profile.KubernetesVersion;
import io.servicesemantics.service.LoadBalancerIngress;
import io.servicesemantics.service.LoadBalancerStatus;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServicePort;
import io.servicesemantics.service.ServiceSpec;
import io.servicesemantics.service.ServiceStatus;
import io.servicesemantics.service.ServiceType;
import io.servicesemantics.simulation.ExpansionReason;
import io.servicesemantics.simulation.Simulation;
import io.servicesemantics.testkit.fixture.ClusterFixtures;
import io.servicesemantics.testkit.fixture.SampleManifest;
import io.servicesemantics.testkit.fixture.SentServices;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class StandardClusterSimulatorTest {

  private static final ServiceSemantics SEMANTICS =
      StandardSemantics.of(ClusterProfile.of(KubernetesVersion.V1_36));
  // Addresses of the static band.
  private static final String API_SERVER = "10.96.0.1";

  @Nested
  @DisplayName("from a manifest")
  class FromManifest {

    private final Simulation sample =
        SEMANTICS.simulator().run(SEMANTICS.manifests().read(SampleManifest.text()));

    @Test
    void everyService_isPutToTheServerInOrder() {
      assertThat(sample.requests())
          .extracting(request -> request.name().toString())
          .containsExactly(
              "default/default-subdomain", "shop/pages", "shop/orders", "shop/database");
      assertThat(sample.refused()).isEmpty();
      assertThat(sample.requests())
          .allSatisfy(
              request -> {
                assertThat(request.request().verb()).isEqualTo(Verb.CREATE);
                assertThat(request.source().orElseThrow().value().metadata().name())
                    .isEqualTo(request.name().name());
              });
    }

    @Test
    void world_hasAddressesPodsAndSlices() {
      Service orders = sample.world().service("shop", "orders").orElseThrow();

      assertThat(IpAddress.tryParse(orders.spec().clusterIP())).isPresent();
      assertThat(sample.world().pods())
          .isNotEmpty()
          .allMatch(pod -> !pod.status().podIP().isEmpty());
      assertThat(sample.world().slicesByService().get(orders.namespacedName()))
          .isEqualTo(sample.slices().slicesOf(orders.namespacedName()));
      assertThat(sample.slices().slicesOf(orders.namespacedName()).get(0).endpoints()).hasSize(3);
      assertThat(sample.world().node("node-a")).isPresent();
      assertThat(sample.cluster().service(orders.namespacedName())).contains(orders);
    }

    @Test
    void objectsRefusedWhenRead_areRefusedInTheServersWords() {
      ManifestSet strict =
          SEMANTICS
              .manifests()
              .read(
                  """
                  apiVersion: v1
                  kind: Service
                  metadata: {name: web}
                  spec: {Ports: [], ports: [{port: 80}]}
                  """,
                  "",
                  FieldValidation.STRICT);
      Simulation simulation = SEMANTICS.simulator().run(strict);

      assertThat(rejected(simulation, 0).refusal()).isEqualTo(Refusal.DECODING);
      assertThat(rejected(simulation, 0).message())
          .contains("strict decoding error: unknown field \"spec.Ports\"");
      assertThat(simulation.world().service("default", "web")).isEmpty();
    }
  }

  @Nested
  @DisplayName("namespaces")
  class Namespaces {

    @Test
    void noNamespace_isDefault() {
      Service web = SentServices.clusterIp();
      Simulation simulation = run(web.withMetadata(web.metadata().withNamespace("")));

      assertThat(simulation.world().service("default", "web")).isPresent();
      assertThat(simulation.given().services().get(0).metadata().namespace()).isEqualTo("default");
      assertThat(simulation.notes()).isEmpty();
    }

    @Test
    void namespacesInUse_existAndAreNoted() {
      Simulation simulation = run(inNamespace("shop"));

      assertThat(simulation.world().namespaces())
          .extracting(namespace -> namespace.metadata().name())
          .contains("default", "kube-system", "shop");
      assertThat(simulation.world().namespaces())
          .allSatisfy(
              namespace ->
                  assertThat(namespace.metadata().labels())
                      .containsEntry(KnownLabels.NAMESPACE_NAME, namespace.metadata().name()));
      assertThat(simulation.notes())
          .singleElement()
          .satisfies(
              note -> {
                assertThat(note.because().reason()).isEqualTo(ExpansionReason.NAMESPACES_ASSUMED);
                assertThat(note.because().facts()).containsEntry("namespaces", "shop");
              });
    }

    @Test
    void namespaceOnItsWayOut_takesNoService() {
      Namespace shop =
          Namespace.of("shop")
              .withStatus(
                  NamespaceStatus.builder().phase(Choice.of(NamespacePhase.TERMINATING)).build());
      Simulation simulation =
          SEMANTICS
              .simulator()
              .run(
                  ClusterSnapshot.builder()
                      .addServices(inNamespace("shop"))
                      .addNamespaces(shop)
                      .build());

      assertThat(rejected(simulation, 0).refusal()).isEqualTo(Refusal.NAMESPACE);
      assertThat(simulation.world().namespaces()).contains(shop);
    }

    private Service inNamespace(String name) {
      Service web = SentServices.clusterIp();
      return web.withMetadata(web.metadata().withNamespace(name));
    }
  }

  @Nested
  @DisplayName("the API server's own Service")
  class ApiServersService {

    @Test
    void everyCluster_hasIt() {
      Simulation simulation = run();
      Service kubernetes = simulation.world().service("default", "kubernetes").orElseThrow();

      assertThat(kubernetes.spec().clusterIP()).isEqualTo(API_SERVER);
      assertThat(simulation.requests()).isEmpty();
      assertThat(simulation.slices().slicesOf(kubernetes.namespacedName()))
          .singleElement()
          .satisfies(
              slice -> {
                assertThat(slice.endpoints().get(0).addresses()).containsExactly("192.168.0.10");
                assertThat(slice.ports().get(0).port()).hasValue(6443);
              });
    }

    @Test
    void itsAddress_isNobodyElses() {
      Service thief = withClusterIp(SentServices.clusterIp(), API_SERVER);

      assertThat(rejected(run(thief), 0).message())
          .endsWith("failed to allocate IP " + API_SERVER + ": provided IP is already allocated");
    }

    @Test
    void controlPlaneNodes_areWhereItLeads() {
      Simulation simulation =
          SEMANTICS
              .simulator()
              .run(
                  SEMANTICS
                      .manifests()
                      .read(
                          """
                          apiVersion: v1
                          kind: Node
                          metadata:
                            name: one
                            labels: {node-role.kubernetes.io/control-plane: ""}
                          status: {addresses: [{type: InternalIP, address: 172.18.0.2}]}
                          """));

      assertThat(
              simulation
                  .slices()
                  .slicesOf(NamespacedName.of("default", "kubernetes"))
                  .get(0)
                  .endpoints()
                  .get(0)
                  .addresses())
          .containsExactly("172.18.0.2");
    }

    @Test
    void ipv6First_itHasTheFirstAddressOfThatRange() {
      Simulation simulation =
          StandardSemantics.of(ClusterFixtures.ipv6First())
              .simulator()
              .run(ClusterSnapshot.builder().build());
      Service kubernetes = simulation.world().service("default", "kubernetes").orElseThrow();

      assertThat(kubernetes.spec().clusterIPs()).containsExactly("fd00:10:96::1");
      assertThat(simulation.slices().slicesOf(kubernetes.namespacedName()).get(0).endpoints())
          .hasSize(1);
    }

    @Test
    void found_itStaysAsItStands() {
      Service found =
          found(
              withClusterIp(
                  SentServices.named(SentServices.clusterIp(), "kubernetes"), "10.96.7.7"),
              "u1");
      Simulation simulation = run(found);

      assertThat(simulation.world().services()).containsExactly(found);
    }

    @Test
    void written_itIsAnUpdate() {
      Simulation simulation = run(SentServices.named(SentServices.clusterIp(), "kubernetes"));

      assertThat(simulation.requests().get(0).request().verb()).isEqualTo(Verb.UPDATE);
      assertThat(simulation.world().services()).hasSize(1);
      assertThat(simulation.world().services().get(0).spec().clusterIP()).isEqualTo(API_SERVER);
    }
  }

  @Nested
  @DisplayName("several of one name")
  class OfOneName {

    @Test
    void laterOne_updatesAndKeepsWhatWasPicked() {
      Service first = SentServices.nodePort();
      Service second = first.withSpec(first.spec().withSelector(Map.of("app", "new")));
      Simulation simulation = run(first, second);

      assertThat(simulation.requests())
          .extracting(request -> request.request().verb())
          .containsExactly(Verb.CREATE, Verb.UPDATE);
      Accepted created = (Accepted) simulation.requests().get(0).decision();
      assertThat(simulation.world().service("default", "web").orElseThrow())
          .satisfies(
              web -> {
                assertThat(web.spec().selector()).containsEntry("app", "new");
                assertThat(web.spec().clusterIP()).isEqualTo(created.service().spec().clusterIP());
                assertThat(web.spec().ports().get(0).nodePort())
                    .isEqualTo(created.service().spec().ports().get(0).nodePort());
              });
    }

    @Test
    void laterOneRefused_leavesTheFirst() {
      Service first = SentServices.clusterIp();
      Simulation simulation =
          run(first, first.withSpec(first.spec().withPorts(ServicePort.of(70000))));

      assertThat(simulation.refused()).hasSize(1);
      assertThat(simulation.world().service("default", "web").orElseThrow().spec().ports())
          .hasSameSizeAs(first.spec().ports());
    }

    @Test
    void prefixesOfNames_giveEachAName() {
      Service prefix =
          Service.builder()
              .metadata(ObjectMeta.builder().generateName("web-").namespace("default").build())
              .spec(SentServices.clusterIp().spec())
              .build();
      Simulation simulation = run(prefix, prefix);

      assertThat(simulation.refused()).isEmpty();
      assertThat(simulation.requests().get(0).name())
          .isNotEqualTo(simulation.requests().get(1).name());
      assertThat(simulation.requests())
          .allSatisfy(
              request ->
                  assertThat(simulation.world().servicesByName()).containsKey(request.name()));
    }
  }

  @Nested
  @DisplayName("what Services ask for themselves")
  class Claimed {

    @Test
    void nodePortAskedForLater_isNotPickedBefore() {
      int lowest = picked(run(SentServices.nodePort()));
      Service later = withNodePort(SentServices.named(SentServices.nodePort(), "later"), lowest);
      Simulation simulation = run(SentServices.nodePort(), later);

      assertThat(simulation.refused()).isEmpty();
      assertThat(picked(simulation)).isEqualTo(lowest + 1);
      assertThat(simulation.cluster().allocations().holderOfPort(lowest))
          .contains(AllocationHolder.service(NamespacedName.of("default", "later")));
    }

    @Test
    void addressAskedForLater_isNotPickedBefore() {
      Service web = SentServices.clusterIp();
      String lowest = run(web).world().services().get(0).spec().clusterIP();
      Simulation simulation = run(web, withClusterIp(SentServices.named(web, "later"), lowest));

      assertThat(simulation.refused()).isEmpty();
      assertThat(simulation.world().service("default", "later").orElseThrow().spec().clusterIP())
          .isEqualTo(lowest);
    }

    @Test
    void askedForTwice_theFirstGetsIt() {
      Service one = withNodePort(SentServices.nodePort(), 30500);
      Simulation simulation = run(one, SentServices.named(one, "other"));

      assertThat(simulation.refused())
          .extracting(request -> request.name().name())
          .containsExactly("other");
    }

    @Test
    void firstOfTwoRefusedForAnotherReason_theSecondGetsIt() {
      Service one = withNodePort(SentServices.nodePort(), 30086);
      Service wrong = one.withMetadata(one.metadata().withName("Wrong"));
      Service between = SentServices.named(SentServices.nodePort(), "between");
      Simulation simulation = run(wrong, between, SentServices.named(one, "right"));

      assertThat(simulation.refused())
          .extracting(request -> request.name().name())
          .containsExactly("Wrong");
      assertThat(
              simulation
                  .world()
                  .service("default", "right")
                  .orElseThrow()
                  .spec()
                  .ports()
                  .get(0)
                  .nodePort())
          .isEqualTo(30086);
    }

    @Test
    void nothingElseLeftToPick_itIsPickedAsAServerWould() {
      ClusterProfile onePort =
          ClusterFixtures.ipv4()
              .withRanges(
                  ClusterFixtures.ipv4().ranges().withNodePortRange(PortRange.of(30000, 30000)));
      Simulation simulation =
          StandardSemantics.of(onePort)
              .simulator()
              .run(
                  snapshot(
                      SentServices.nodePort(),
                      withNodePort(SentServices.named(SentServices.nodePort(), "later"), 30000)));

      assertThat(simulation.refused())
          .extracting(request -> request.name().name())
          .containsExactly("later");
      assertThat(rejected(simulation, 1).message()).endsWith("provided port is already allocated");
    }

    @Test
    void nothingIsKept_inTheEnd() {
      Service refused = withNodePort(SentServices.named(SentServices.nodePort(), "Wrong"), 30700);
      Simulation simulation = run(refused, withClusterIp(SentServices.clusterIp(), "10.96.200.1"));

      assertThat(simulation.cluster().allocations().heldPorts()).isZero();
      assertThat(simulation.cluster().allocations().heldAddresses(IpFamily.IPV4)).isEqualTo(2);
    }

    private int picked(Simulation simulation) {
      return simulation
          .world()
          .service("default", "web")
          .orElseThrow()
          .spec()
          .ports()
          .get(0)
          .nodePort();
    }
  }

  @Nested
  @DisplayName("as found")
  class AsFound {

    @Test
    void foundServices_keepWhatTheyHaveAndAreNotAsked() {
      Service found = found(withClusterIp(SentServices.clusterIp(), "10.96.55.5"), "u1");
      Simulation simulation = run(SentServices.named(SentServices.clusterIp(), "new"), found);

      assertThat(simulation.requests()).hasSize(1);
      assertThat(simulation.world().service("default", "web")).contains(found);
      assertThat(
              simulation
                  .cluster()
                  .allocations()
                  .holderOf(IpAddress.parse("10.96.55.5"))
                  .map(AllocationHolder::name))
          .contains(found.namespacedName());
    }

    @Test
    void foundOutsideEveryRange_staysAndIsAConflict() {
      Service found = found(withClusterIp(SentServices.clusterIp(), "172.30.0.9"), "u1");
      Simulation simulation = run(found);

      assertThat(simulation.world().service("default", "web")).contains(found);
      assertThat(simulation.cluster().allocations().conflicts()).hasSize(1);
    }

    @Test
    void workload_isExpandedBesidesPodsThatAreUp() {
      Simulation simulation =
          SEMANTICS.simulator().run(SEMANTICS.manifests().read(SampleManifest.text()));
      Simulation again = SEMANTICS.simulator().run(simulation.world());

      assertThat(again.world().pods())
          .extracting(KubernetesObject::namespacedName)
          .containsExactlyElementsOf(
              simulation.world().pods().stream().map(Pod::namespacedName).toList());
    }
  }

  @Nested
  @DisplayName("a load balancer's status")
  class Status {

    private final ServiceStatus balanced =
        ServiceStatus.builder()
            .loadBalancer(
                LoadBalancerStatus.builder()
                    .addIngress(LoadBalancerIngress.builder().ip("192.0.2.1").build())
                    .build())
            .build();

    @Test
    void written_itIsWhatTheBalancerSays() {
      Simulation simulation = run(SentServices.loadBalancer().withStatus(balanced));

      assertThat(
              simulation
                  .world()
                  .service("default", "web")
                  .orElseThrow()
                  .status()
                  .loadBalancer()
                  .ingress())
          .singleElement()
          .satisfies(
              ingress -> {
                assertThat(ingress.ip()).isEqualTo("192.0.2.1");
                assertThat(ingress.ipMode().text()).isEqualTo("VIP");
              });
    }

    @Test
    void ofAnotherType_itIsNotTaken() {
      Simulation simulation = run(SentServices.clusterIp().withStatus(balanced));

      assertThat(simulation.refused()).isEmpty();
      assertThat(
              simulation
                  .world()
                  .service("default", "web")
                  .orElseThrow()
                  .status()
                  .loadBalancer()
                  .ingress())
          .isEmpty();
    }
  }

  @Test
  void refusal_doesNotStopTheRest() {
    Service wrong =
        Service.builder()
            .metadata(ObjectMeta.builder().name("wrong").namespace("default").build())
            .spec(ServiceSpec.builder().type(ServiceType.NODE_PORT).build())
            .build();
    Simulation simulation = run(wrong, SentServices.clusterIp());

    assertThat(rejected(simulation, 0).message())
        .isEqualTo("Service \"wrong\" is invalid: spec.ports: Required value");
    assertThat(simulation.world().service("default", "wrong")).isEmpty();
    assertThat(simulation.world().service("default", "web")).isPresent();
  }

  @Test
  void seed_settlesPicks() {
    Service web = SentServices.clusterIp();
    Accepted seeded =
        (Accepted) SEMANTICS.simulator().run(snapshot(web), 5).requests().get(0).decision();
    Accepted asked =
        (Accepted)
            SEMANTICS
                .admission()
                .create(web, SEMANTICS.admission().emptyState(), NumberPicker.seeded(5));

    assertThat(seeded.service()).isEqualTo(asked.service());
  }

  @Test
  void endpointsOfAServiceWithoutSelector_areMirrored() {
    Simulation simulation =
        SEMANTICS
            .simulator()
            .run(
                SEMANTICS
                    .manifests()
                    .read(
                        """
                        apiVersion: v1
                        kind: Service
                        metadata: {name: db}
                        spec: {ports: [{port: 5432}]}
                        ---
                        apiVersion: v1
                        kind: Endpoints
                        metadata: {name: db}
                        subsets: [{addresses: [{ip: 192.0.2.5}], ports: [{port: 5432}]}]
                        """));

    assertThat(simulation.slices().slicesOf(NamespacedName.of("default", "db")))
        .singleElement()
        .satisfies(
            slice -> assertThat(slice.endpoints().get(0).addresses()).containsExactly("192.0.2.5"));
  }

  private static Simulation run(Service... services) {
    return SEMANTICS.simulator().run(snapshot(services));
  }

  private static ClusterSnapshot snapshot(Service... services) {
    return ClusterSnapshot.builder().services(ImmutableList.copyOf(services)).build();
  }

  private static Rejected rejected(Simulation simulation, int request) {
    return (Rejected) simulation.requests().get(request).decision();
  }

  private static Service withClusterIp(Service service, String address) {
    return service.withSpec(service.spec().withClusterIP(address).withClusterIPs(address));
  }

  private static Service withNodePort(Service service, int nodePort) {
    ServicePort port = service.spec().ports().get(0).withNodePort(nodePort);
    return service.withSpec(service.spec().withPorts(port));
  }

  private static Service found(Service service, String uid) {
    return service.withMetadata(service.metadata().withUid(uid));
  }
}
