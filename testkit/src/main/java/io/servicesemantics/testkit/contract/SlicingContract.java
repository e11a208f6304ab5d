package io.servicesemantics.testkit.contract;

import static io.servicesemantics.testkit.assertion.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.servicesemantics.cluster.ClusterChange;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.cluster.PodPhase;
import io.servicesemantics.endpoint.AddressType;
import io.servicesemantics.endpoint.Endpoint;
import io.servicesemantics.endpoint.EndpointAddress;
import io.servicesemantics.endpoint.EndpointConditions;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.endpoint.EndpointSubset;
import io.servicesemantics.endpoint.Endpoints;
import io.servicesemantics.explain.Explained;
import io.servicesemantics.object.ObjectMeta;
import io.servicesemantics.service.Service;
import io.servicesemantics.slicing.PodMembership;
import io.servicesemantics.slicing.SlicePlan;
import io.servicesemantics.slicing.SlicePlanner;
import io.servicesemantics.slicing.SliceState;
import io.servicesemantics.slicing.SlicingReason;
import io.servicesemantics.testkit.fixture.NodeFixtures;
import io.servicesemantics.testkit.fixture.PodFixtures;
import io.servicesemantics.testkit.fixture.ServiceFixtures;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every {@link SlicePlanner} does. */
public interface SlicingContract extends SemanticsContract {

  /** A ready Pod on a known node is an endpoint with its zone. */
  @Test
  default void readyPod_isAnEndpointWithItsZone() {
    SlicePlan plan = plan(ServiceFixtures.clusterIp(), ready());

    Endpoint endpoint = onlyEndpoint(plan);
    assertThat(endpoint.addresses()).containsExactly("10.0.0.1");
    assertThat(endpoint.conditions()).isEqualTo(EndpointConditions.of(true, true, false));
    assertThat(endpoint.nodeName()).contains("node-a");
    assertThat(endpoint.zone()).contains("zone-a");
    assertThat(explain(ServiceFixtures.clusterIp(), ready()))
        .restsOn(SlicingReason.POD_IS_ENDPOINT);
  }

  /** A Pod that is being deleted still serves, but is not ready. */
  @Test
  default void podBeingDeleted_servesButIsNotReady() {
    Pod pod = ready();
    Pod leaving =
        pod.withMetadata(
            pod.metadata().withDeletionTimestamp(Instant.parse("2026-01-01T00:00:00Z")));

    assertThat(onlyEndpoint(plan(ServiceFixtures.clusterIp(), leaving)).conditions())
        .isEqualTo(EndpointConditions.of(false, true, true));
  }

  /** Without any endpoint there is one empty slice; the near miss is named. */
  @Test
  default void labelAlmostRight_leavesAPlaceholderAndNamesTheLabel() {
    Pod pod = ready();
    Pod almost = pod.withMetadata(pod.metadata().withLabels(ImmutableMap.of("app", "web2")));

    SlicePlan plan = plan(ServiceFixtures.clusterIp(), almost);

    assertThat(plan.create()).hasSize(1);
    assertThat(plan.create().get(0).endpoints()).isEmpty();
    assertThat(plan.create().get(0).ports()).isEmpty();
    assertThat(explain(ServiceFixtures.clusterIp(), almost))
        .restsOn(SlicingReason.LABELS_DIFFER)
        .withFact("label", "app")
        .withFact("is", "\"web2\"")
        .withFact("wanted", "\"web\"");
  }

  /** A Pod that has run to its end is out whatever else it says. */
  @Test
  default void finishedPod_isOut() {
    Pod pod = ready();
    Pod finished = pod.withStatus(pod.status().withPhase(PodPhase.SUCCEEDED));

    assertThat(explain(ServiceFixtures.clusterIp(), finished))
        .restsOn(SlicingReason.POD_FINISHED)
        .withFact("phase", "Succeeded");
  }

  /** A Pod on an unknown node is left out with an error, unless not-ready Pods are published. */
  @Test
  default void nodeUnknown_isAnErrorUnlessPublished() {
    Pod lost = PodFixtures.ready("a", "10.0.0.1", "gone");
    Service service = ServiceFixtures.clusterIp();
    Service publishing = service.withSpec(service.spec().withPublishNotReadyAddresses(true));

    assertThat(plan(service, lost).errors())
        .containsExactly("skipping Pod a for Service shop/web: Node gone Not Found");
    assertThat(explain(service, lost)).restsOn(SlicingReason.NODE_UNKNOWN).withFact("node", "gone");
    assertThat(plan(publishing, lost).errors()).isEmpty();
    assertThat(onlyEndpoint(plan(publishing, lost)).zone()).isEmpty();
  }

  /** A named port nobody declares leaves the Pod an endpoint without that port. */
  @Test
  default void portNameNotDeclared_isAnEndpointWithoutPortsAndSaysWhatIsDeclared() {
    Service named = leadingTo("htttp");

    SlicePlan plan = plan(named, ready());

    assertThat(plan.create()).hasSize(1);
    assertThat(plan.create().get(0).ports()).isEmpty();
    assertThat(plan.create().get(0).endpoints()).hasSize(1);
    assertThat(explain(named, ready()).because().toString())
        .contains(SlicingReason.PORT_NAME_NOT_FOUND.sentence())
        .contains("declared http/TCP 8080");
    assertThat(explain(leadingTo("http"), ready()).value().ports().get(0).number()).hasValue(8080);
  }

  /** Somebody else's Services are left alone. */
  @Test
  default void externalName_isLeftAlone() {
    assertThat(plan(ServiceFixtures.externalName(), ready()).isManaged()).isFalse();
    assertThat(plan(ServiceFixtures.externalName(), ready()).slices()).isEmpty();
  }

  /** A slice that stands already is updated under its name. */
  @Test
  default void readinessLost_updatesTheSliceUnderItsName() {
    ClusterSnapshot world = world(ServiceFixtures.clusterIp(), ready());
    SliceState state = semantics().slices().stateOf(world);
    EndpointSlice before = state.slicesOf(ServiceFixtures.clusterIp().namespacedName()).get(0);

    SliceState next =
        state.after(ClusterChange.put(PodFixtures.notReady("a", "10.0.0.1", "node-a")));

    EndpointSlice after = next.slicesOf(ServiceFixtures.clusterIp().namespacedName()).get(0);
    assertThat(after.metadata().name()).isEqualTo(before.metadata().name());
    assertThat(after.endpoints().get(0).conditions())
        .isEqualTo(EndpointConditions.of(false, false, false));
  }

  /** An Endpoints object beside a Service without selector is mirrored, and only then. */
  @Test
  default void endpointsWithoutSelector_areMirrored() {
    Service service = ServiceFixtures.clusterIp();
    Service bare = service.withSpec(service.spec().withSelector(ImmutableMap.of()));
    Endpoints endpoints =
        Endpoints.builder()
            .metadata(ObjectMeta.of("shop", "web"))
            .addSubset(
                EndpointSubset.builder()
                    .addAddresses(EndpointAddress.builder().ip("192.0.2.1").build())
                    .build())
            .build();

    SlicePlan plan = semantics().slices().mirror(endpoints, world(bare));
    Explained<SlicePlan> none = semantics().slices().explainMirror(endpoints, world(service));

    assertThat(plan.create()).hasSize(1);
    assertThat(plan.create().get(0).addressType().is(AddressType.IPV4)).isTrue();
    assertThat(plan.create().get(0).endpoints().get(0).conditions())
        .isEqualTo(EndpointConditions.builder().ready(true).build());
    assertThat(none.value().create()).isEmpty();
    assertThat(none).restsOn(SlicingReason.MIRROR_SERVICE_SELECTS);
  }

  private static Service leadingTo(String portName) {
    Service service = ServiceFixtures.clusterIp();
    return service.withSpec(
        service.spec().withPorts(ServiceFixtures.HTTP.toBuilder().targetPort(portName).build()));
  }

  private static Pod ready() {
    return PodFixtures.ready("a", "10.0.0.1", "node-a");
  }

  private SlicePlan plan(Service service, Pod pod) {
    return semantics().slices().plan(service, world(service, pod));
  }

  private Explained<PodMembership> explain(Service service, Pod pod) {
    return semantics().slices().explainPod(service, pod, world(service, pod));
  }

  private static Endpoint onlyEndpoint(SlicePlan plan) {
    ImmutableList<EndpointSlice> slices = plan.slices();
    assertThat(slices).hasSize(1);
    assertThat(slices.get(0).endpoints()).hasSize(1);
    return slices.get(0).endpoints().get(0);
  }

  private static ClusterSnapshot world(Service service, Pod... pods) {
    return ClusterSnapshot.builder()
        .addServices(service)
        .addPods(pods)
        .addNodes(NodeFixtures.inZone("node-a", "zone-a"))
        .build();
  }
}
