package io.servicesemantics.impl.slicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.Container;
import io.servicesemantics.cluster.ContainerPort;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.cluster.PodSpec;
import io.servicesemantics.cluster.PodStatus;
import io.servicesemantics.endpoint.EndpointAddress;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.endpoint.EndpointSubset;
import io.servicesemantics.endpoint.EndpointSubsetPort;
import io.servicesemantics.endpoint.Endpoints;
import io.servicesemantics.impl.StandardSemantics;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.object.Condition;
import io.servicesemantics.object.ConditionStatus;
import io.servicesemantics.object.KnownAnnotations;
import io.servicesemantics.object.KnownLabels;
import io.servicesemantics.object.ObjectMeta;
import io.servicesemantics.profile.ClusterProfile;
import io.servicesemantics.profile.KubernetesVersion;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServicePort;
import io.servicesemantics.service.ServiceSpec;
import io.servicesemantics.service.ServiceType;
import io.servicesemantics.slicing.SlicePlan;
import io.servicesemantics.slicing.SlicePlanner;
import io.servicesemantics.slicing.SlicingReason;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class OlderEndpointsTest {

  private static final SlicePlanner PLANNER =
      StandardSemantics.of(ClusterProfile.of(KubernetesVersion.V1_36)).slices();

  private static final Service WEB =
      Service.builder()
          .metadata(ObjectMeta.of("shop", "web"))
          .spec(
              ServiceSpec.builder()
                  .putSelector("app", "web")
                  .clusterIP("10.96.0.1")
                  .ipFamilies(IpFamily.IPV4, IpFamily.IPV6)
                  .addPorts(ServicePort.builder().name("http").port(80).targetPort("web").build())
                  .build())
          .build();

  @Nested
  @DisplayName("made from Pods")
  class FromPods {

    @Test
    void dualStack_onlyTheFirstFamilyIsListed() {
      Endpoints endpoints = made(WEB, pod("a", true));

      assertThat(endpoints.subsets()).hasSize(1);
      assertThat(addresses(endpoints)).containsExactly("10.244.0.1");
      assertThat(endpoints.subsets().get(0).ports())
          .extracting(EndpointSubsetPort::name, EndpointSubsetPort::port)
          .containsExactly(tuple("http", 8080));
    }

    @Test
    void notReady_standsApartUnlessPublished() {
      assertThat(made(WEB, pod("a", false)).subsets().get(0).addresses()).isEmpty();
      assertThat(made(WEB, pod("a", false)).subsets().get(0).notReadyAddresses()).hasSize(1);
      assertThat(addresses(made(published(), pod("a", false)))).hasSize(1);
    }

    @Test
    void terminating_isOutUnlessPublished() {
      Pod going =
          pod("a", true)
              .withMetadata(pod("a", true).metadata().withDeletionTimestamp(Instant.EPOCH));

      assertThat(made(WEB, going).subsets()).isEmpty();
      assertThat(addresses(made(published(), going))).hasSize(1);
    }

    @Test
    void podWithoutThePort_appearsNowhere() {
      Pod bare = pod("a", true).withSpec(PodSpec.builder().nodeName("n").build());

      assertThat(made(WEB, bare).subsets()).isEmpty();
    }

    @Test
    void unknownNode_doesNotMatter() {
      assertThat(addresses(made(WEB, pod("a", true)))).hasSize(1);
    }

    @Test
    void headlessWithoutPorts_listsAddressesWithoutPorts() {
      Service headless = WEB.withSpec(WEB.spec().withClusterIP("None").withPorts(List.of()));

      Endpoints endpoints = made(headless, pod("a", true));

      assertThat(addresses(endpoints)).hasSize(1);
      assertThat(endpoints.subsets().get(0).ports()).isEmpty();
      assertThat(endpoints.metadata().labels()).containsEntry(KnownLabels.HEADLESS, "");
    }

    @Test
    void labels_areTheServicesAndWhoMadeIt() {
      Service labelled = WEB.withMetadata(WEB.metadata().toBuilder().putLabel("a", "b").build());

      assertThat(made(labelled, pod("a", true)).metadata().labels())
          .containsEntry("a", "b")
          .containsEntry(KnownLabels.ENDPOINTS_MANAGED_BY, "endpoint-controller")
          .doesNotContainKey(KnownLabels.HEADLESS);
    }

    @Test
    void moreThanAThousand_areCutAndSaidToBe() {
      Pod[] pods = new Pod[1001];
      for (int i = 0; i < pods.length; i++) {
        String address = "10.244." + (i / 250) + "." + (1 + i % 250);
        pods[i] =
            pod("p" + i, true)
                .withStatus(pod("x", true).status().withPodIPs(address).withPodIP(address));
      }

      Endpoints endpoints = made(WEB, pods);

      assertThat(addresses(endpoints)).hasSize(1000);
      assertThat(endpoints.metadata().annotations())
          .containsEntry(KnownAnnotations.OVER_CAPACITY, "truncated");
    }

    @Test
    void noSelectorOrExternalName_theControllerStaysAway() {
      Service alias = WEB.withSpec(WEB.spec().toBuilder().type(ServiceType.EXTERNAL_NAME).build());
      Service selectorless = WEB.withSpec(WEB.spec().withSelector(Map.of()));

      assertThat(PLANNER.legacyEndpoints(alias, world(pod("a", true)))).isEmpty();
      assertThat(PLANNER.legacyEndpoints(selectorless, world(pod("a", true)))).isEmpty();
    }
  }

  @Nested
  @DisplayName("mirrored into slices")
  class Mirrored {

    private static final Service DB = WEB.withSpec(WEB.spec().withSelector(Map.of()));

    @Test
    void familiesAndPorts_makeSlicesOfTheirOwn() {
      SlicePlan plan = mirrored(endpoints("192.0.2.1", "2001:db8::1"));

      assertThat(plan.create())
          .extracting(slice -> slice.addressType().text())
          .containsExactlyInAnyOrder("IPv4", "IPv6");
      assertThat(plan.create())
          .allSatisfy(
              slice ->
                  assertThat(slice.metadata().labels())
                      .containsEntry(KnownLabels.SERVICE_NAME, "web")
                      .containsEntry(
                          KnownLabels.MANAGED_BY, "endpointslicemirroring-controller.k8s.io"));
    }

    @Test
    void conditions_sayReadyAndNothingElse() {
      EndpointSlice slice = mirrored(endpoints("192.0.2.1")).create().get(0);

      assertThat(slice.endpoints().get(0).conditions().ready()).contains(true);
      assertThat(slice.endpoints().get(0).conditions().serving()).isEmpty();
      assertThat(slice.endpoints().get(0).conditions().terminating()).isEmpty();
      assertThat(slice.endpoints().get(0).zone()).isEmpty();
    }

    @Test
    void textThatIsNoAddress_isPassedOverWithAnEvent() {
      SlicePlan plan = mirrored(endpoints("192.0.2.1", "nonsense"));

      assertThat(plan.create()).hasSize(1);
      assertThat(plan.create().get(0).endpoints()).hasSize(1);
      assertThat(plan.events())
          .anySatisfy(event -> assertThat(event.reason()).isEqualTo("InvalidIPAddress"));
    }

    @Test
    void aThousandAddressesOfASubset_areTheMost() {
      String[] addresses = new String[1001];
      for (int i = 0; i < addresses.length; i++) {
        addresses[i] = "10.1." + (i / 250) + "." + (1 + i % 250);
      }

      SlicePlan plan = mirrored(endpoints(addresses));

      assertThat(plan.events())
          .anySatisfy(event -> assertThat(event.reason()).isEqualTo("TooManyAddressesToMirror"));
    }

    @Test
    void noAddress_makesNoSlice() {
      assertThat(mirrored(endpoints()).create()).isEmpty();
    }

    @Test
    void skipLabelAndLeaderRecord_areNotMirrored() {
      Endpoints plain = endpoints("192.0.2.1");
      Endpoints skipped =
          plain.withMetadata(
              plain.metadata().toBuilder().putLabel(KnownLabels.SKIP_MIRROR, "true").build());
      Endpoints leader =
          plain.withMetadata(
              plain.metadata().toBuilder().putAnnotation(KnownAnnotations.LEADER, "").build());

      assertThat(reason(skipped, DB)).isEqualTo(SlicingReason.MIRROR_SKIPPED);
      assertThat(reason(leader, DB)).isEqualTo(SlicingReason.MIRROR_LEADER_RECORD);
      assertThat(reason(plain, DB)).isEqualTo(SlicingReason.MIRRORED);
      assertThat(reason(plain, WEB)).isEqualTo(SlicingReason.MIRROR_SERVICE_SELECTS);
    }

    @Test
    void aSelectorSinceThen_deletesWhatWasMirrored() {
      EndpointSlice before = mirrored(endpoints("192.0.2.1")).create().get(0);
      ClusterSnapshot world =
          ClusterSnapshot.builder().addServices(WEB).addEndpointSlices(before).build();

      assertThat(PLANNER.mirror(endpoints("192.0.2.1"), world).delete()).containsExactly(before);
    }

    private SlicePlan mirrored(Endpoints endpoints) {
      return PLANNER.mirror(endpoints, ClusterSnapshot.builder().addServices(DB).build());
    }

    private SlicingReason reason(Endpoints endpoints, Service service) {
      return (SlicingReason)
          PLANNER
              .explainMirror(endpoints, ClusterSnapshot.builder().addServices(service).build())
              .because()
              .reason();
    }
  }

  private static Service published() {
    return WEB.withSpec(WEB.spec().withPublishNotReadyAddresses(true));
  }

  private static Endpoints made(Service service, Pod... pods) {
    Optional<Endpoints> endpoints = PLANNER.legacyEndpoints(service, world(pods));
    return endpoints.orElseThrow();
  }

  private static ClusterSnapshot world(Pod... pods) {
    return ClusterSnapshot.builder().addPods(pods).build();
  }

  private static List<String> addresses(Endpoints endpoints) {
    return endpoints.subsets().stream()
        .flatMap(subset -> subset.addresses().stream())
        .map(EndpointAddress::ip)
        .toList();
  }

  private static Endpoints endpoints(String... addresses) {
    EndpointSubset.Builder subset =
        EndpointSubset.builder()
            .addPorts(EndpointSubsetPort.builder().name("http").port(80).build());
    for (String address : addresses) {
      subset.addAddresses(EndpointAddress.builder().ip(address).build());
    }
    return Endpoints.builder()
        .metadata(ObjectMeta.of("shop", "web"))
        .addSubsets(subset.build())
        .build();
  }

  private static Pod pod(String name, boolean ready) {
    return Pod.builder()
        .metadata(
            ObjectMeta.builder()
                .namespace("shop")
                .name(name)
                .uid("uid-" + name)
                .putLabel("app", "web")
                .build())
        .spec(
            PodSpec.builder()
                .nodeName("n")
                .addContainers(Container.builder().addPorts(ContainerPort.of("web", 8080)).build())
                .build())
        .status(
            PodStatus.builder()
                .podIP("10.244.0.1")
                .addPodIPs("10.244.0.1", "fd00::1")
                .addConditions(
                    Condition.of("Ready", ready ? ConditionStatus.TRUE : ConditionStatus.FALSE))
                .build())
        .build();
  }
}
