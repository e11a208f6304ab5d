package io.servicesemantics.impl.slicing;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import io.servicesemantics.cluster.ClusterChange;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.impl.StandardSemantics;
import io.servicesemantics.object.KnownAnnotations;
import io.servicesemantics.object.KnownLabels;
import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.profile.ClusterProfile;
import io.servicesemantics.profile.KubernetesVersion;
import io.servicesemantics.service.Service;
import io.servicesemantics.slicing.SliceEvent;
import io.servicesemantics.slicing.SlicePlan;
import io.servicesemantics.slicing.SliceState;
import io.servicesemantics.testkit.fixture.NodeFixtures;
import io.servicesemantics.testkit.fixture.PodFixtures;
import io.servicesemantics.testkit.fixture.ServiceFixtures;
import org.junit.jupiter.api.Test;

class StandardSliceStateTest {

  private static final NamespacedName WEB = NamespacedName.of("shop", "web");

  private final Service service = ServiceFixtures.clusterIp();
  private final SliceState state =
      StandardSemantics.of(ClusterProfile.of(KubernetesVersion.V1_36))
          .slices()
          .stateOf(
              ClusterSnapshot.builder()
                  .addServices(service)
                  .addPods(PodFixtures.ready("a", "10.0.0.1", "node-a"))
                  .addPods(PodFixtures.ready("b", "10.0.0.2", "node-b"))
                  .addNodes(NodeFixtures.inZone("node-a", "zone-a"))
                  .addNodes(NodeFixtures.inZone("node-b", "zone-b"))
                  .build());

  @Test
  void sliceDeletedByHand_isMadeAgain() {
    EndpointSlice slice = only(state);

    SliceState next = state.after(ClusterChange.gone(slice));

    assertThat(planOf(next).create()).hasSize(1);
    assertThat(only(next).endpoints()).containsExactlyElementsOf(slice.endpoints());
  }

  @Test
  void sliceChangedByHand_isPutRight() {
    EndpointSlice slice = only(state);
    EndpointSlice emptied = slice.withEndpoints(slice.endpoints().subList(0, 1));

    SliceState next = state.after(ClusterChange.put(emptied));

    assertThat(only(next).metadata().name()).isEqualTo(slice.metadata().name());
    assertThat(only(next).endpoints()).hasSize(2);
  }

  @Test
  void sliceRelabelled_belongsToNobodyAndIsReplaced() {
    EndpointSlice slice = only(state);
    EndpointSlice freed =
        slice.withMetadata(
            slice.metadata().withLabels(ImmutableMap.of(KnownLabels.MANAGED_BY, "me")));

    SliceState next = state.after(ClusterChange.put(freed));

    assertThat(only(next).endpoints()).hasSize(2);
    assertThat(next.slices()).hasSize(2).contains(freed);
  }

  @Test
  void serviceGone_takesItsSlicesAlong() {
    SliceState next = state.after(ClusterChange.gone(service));

    assertThat(next.slices()).isEmpty();
    assertThat(planOf(next).delete()).hasSize(1);
    assertThat(next.after(ClusterChange.gone(service)).lastPlans()).isEmpty();
  }

  @Test
  void nodeMovedToAnotherZone_movesItsEndpoints() {
    SliceState next = state.after(ClusterChange.put(NodeFixtures.inZone("node-b", "zone-c")));

    assertThat(only(next).endpoints())
        .extracting(endpoint -> endpoint.zone().orElseThrow())
        .containsExactlyInAnyOrder("zone-a", "zone-c");
  }

  @Test
  void nodeGone_leavesItsPodsOutWithAnError() {
    SliceState next = state.after(ClusterChange.gone(NodeFixtures.inZone("node-b", "zone-b")));

    assertThat(only(next).endpoints()).hasSize(1);
    assertThat(planOf(next).errors())
        .containsExactly("skipping Pod b for Service shop/web: Node node-b Not Found");
  }

  @Test
  void topologyModeWithoutCapacity_saysWhyOnceMore() {
    Service auto =
        service.withMetadata(
            service
                .metadata()
                .withAnnotations(ImmutableMap.of(KnownAnnotations.TOPOLOGY_MODE, "Auto")));

    SliceState next = state.after(ClusterChange.put(auto));

    assertThat(planOf(next).events())
        .extracting(SliceEvent::toString)
        .containsExactly(
            "Warning TopologyAwareHintsDisabled Insufficient Node information: allocatable CPU or"
                + " zone not specified on one or more nodes, addressType: IPv4");
  }

  private static SlicePlan planOf(SliceState state) {
    return requireNonNull(state.lastPlans().get(WEB));
  }

  private static EndpointSlice only(SliceState state) {
    assertThat(state.slicesOf(WEB)).hasSize(1);
    return state.slicesOf(WEB).get(0);
  }
}
