package io.servicesemantics.impl.slicing;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Lists;
import io.servicesemantics.cluster.ClusterChange;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.endpoint.AddressType;
import io.servicesemantics.endpoint.Endpoint;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.explain.Explained;
import io.servicesemantics.impl.StandardSemantics;
import io.servicesemantics.object.KubernetesObject;
import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.profile.ClusterProfile;
import io.servicesemantics.profile.KubernetesVersion;
import io.servicesemantics.profile.SliceSettings;
import io.servicesemantics.service.Service;
import io.servicesemantics.slicing.PodIndex;
import io.servicesemantics.slicing.PodMembership;
import io.servicesemantics.slicing.SlicePlan;
import io.servicesemantics.slicing.SlicePlanner;
import io.servicesemantics.slicing.SliceState;
import io.servicesemantics.testkit.arbitrary.ClusterArbitraries;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for slices of any cluster. */
class SlicingLawsTest {

  private static final int MAX = 3;

  private final SlicePlanner planner =
      StandardSemantics.of(
              ClusterProfile.of(KubernetesVersion.V1_36)
                  .withSlices(SliceSettings.builder().maxEndpointsPerSlice(MAX).build()))
          .slices();

  @Provide
  Arbitrary<ClusterSnapshot> clusters() {
    return ClusterArbitraries.snapshots();
  }

  @Provide
  Arbitrary<List<ClusterChange>> changes() {
    return ClusterArbitraries.changes().list().ofMinSize(1).ofMaxSize(12);
  }

  @Property(tries = 3000)
  void changesFollowed_endWhereAFreshStartDoes(
      @ForAll("clusters") ClusterSnapshot start, @ForAll("changes") List<ClusterChange> changes) {
    SliceState state = planner.stateOf(start);
    ClusterSnapshot world = start;
    for (ClusterChange change : changes) {
      state = state.after(change);
      world = after(world, change);
      SliceState fresh = planner.stateOf(world);
      for (Service service : world.servicesByName().values()) {
        if (service.spec().hasSelector()) {
          NamespacedName name = service.namespacedName();
          assertThat(joined(service, state.slicesOf(name)))
              .isEqualTo(joined(service, fresh.slicesOf(name)));
          for (EndpointSlice slice : state.slicesOf(name)) {
            assertThat(slice.endpoints()).hasSizeLessThanOrEqualTo(MAX);
          }
        }
      }
      assertThat(state.pods().size()).isEqualTo(world.podsByName().size());
    }
  }

  @Property
  void changesFollowed_areWhatPlansSay(
      @ForAll("clusters") ClusterSnapshot start, @ForAll("changes") List<ClusterChange> changes) {
    SliceState state = planner.stateOf(start);
    for (ClusterChange change : changes) {
      SliceState next = state.after(change);
      for (Map.Entry<NamespacedName, SlicePlan> plan : next.lastPlans().entrySet()) {
        assertThat(next.slicesOf(plan.getKey()))
            .containsExactlyInAnyOrderElementsOf(plan.getValue().slices());
        List<EndpointSlice> touched = new ArrayList<>(plan.getValue().keep());
        touched.addAll(plan.getValue().delete());
        touched.addAll(plan.getValue().others());
        assertThat(state.slicesOf(plan.getKey())).containsAll(touched);
      }
      state = next;
    }
  }

  @Property(tries = 2000)
  void oneChangeFollowed_isWhatALookAtEverythingPlans(
      @ForAll("clusters") ClusterSnapshot start, @ForAll("changes") List<ClusterChange> changes) {
    SliceState state = planner.stateOf(start);
    ClusterSnapshot world = start;
    for (ClusterChange change : changes) {
      SliceState next = state.after(change);
      world = after(world, change);
      ClusterSnapshot before = world.withEndpointSlices(state.slices());
      for (Map.Entry<NamespacedName, SlicePlan> plan : next.lastPlans().entrySet()) {
        Service service = world.servicesByName().get(plan.getKey());
        if (service != null) {
          SlicePlan afresh = planner.plan(service, before);
          assertThat(names(plan.getValue().keep())).isEqualTo(names(afresh.keep()));
          assertThat(names(plan.getValue().update())).isEqualTo(names(afresh.update()));
          assertThat(names(plan.getValue().delete())).isEqualTo(names(afresh.delete()));
          assertThat(names(plan.getValue().create())).isEqualTo(names(afresh.create()));
          assertThat(joined(service, plan.getValue().slices()))
              .isEqualTo(joined(service, afresh.slices()));
          assertThat(plan.getValue().errors()).isEqualTo(afresh.errors());
        }
      }
      state = next;
    }
  }

  // Under mode Auto the controller writes a slice without hints again and again where an endpoint
  // has no zone (routing 1.11.7, 1.11.8); what it writes is what is there.
  @Property
  void everythingInPlace_isLeftAsItIs(@ForAll("clusters") ClusterSnapshot world) {
    SliceState state = planner.stateOf(world);
    ClusterSnapshot settled = world.withEndpointSlices(state.slices());
    for (Service service : world.servicesByName().values()) {
      SlicePlan plan = planner.plan(service, settled);
      assertThat(plan.create()).isEmpty();
      assertThat(plan.delete()).isEmpty();
      assertThat(state.slicesOf(service.namespacedName())).containsAll(plan.update());
      boolean isAuto = service.metadata().annotations().containsValue("Auto");
      assertThat(plan.update().isEmpty() || isAuto).isTrue();
    }
  }

  @Property
  void orderOfPods_neverMatters(@ForAll("clusters") ClusterSnapshot world) {
    ImmutableList<Pod> unique = ImmutableList.copyOf(world.podsByName().values());
    ClusterSnapshot one = world.withPods(unique);
    ClusterSnapshot other = world.withPods(Lists.reverse(unique));
    for (Service service : world.servicesByName().values()) {
      assertThat(joined(service, planner.plan(service, one).slices()))
          .isEqualTo(joined(service, planner.plan(service, other).slices()));
    }
  }

  @Property
  void everyPodExplainedAsEndpoint_standsInOneSliceOfEachType(
      @ForAll("clusters") ClusterSnapshot world) {
    for (Service service : world.servicesByName().values()) {
      List<EndpointSlice> slices = planner.plan(service, world).slices();
      int endpoints = 0;
      for (Explained<PodMembership> answer : planner.explainPods(service, world)) {
        PodMembership pod = answer.value();
        for (AddressType type : pod.endpoints().keySet()) {
          assertThat(holding(slices, type, pod.pod())).hasSize(1);
          endpoints++;
        }
        assertThat(answer.because().toString()).isNotEmpty();
      }
      assertThat(slices.stream().mapToInt(slice -> slice.endpoints().size()).sum())
          .isEqualTo(endpoints);
    }
  }

  @Property
  void podsOfASelector_areThoseWithItsLabels(
      @ForAll("clusters") ClusterSnapshot start, @ForAll("changes") List<ClusterChange> changes) {
    PodIndex index = PodIndex.of(start.pods());
    ClusterSnapshot world = start;
    for (ClusterChange change : changes) {
      index = index.after(change);
      world = after(world, change);
    }
    for (Map<String, String> selector :
        List.of(
            Map.of("app", "web"), Map.of("app", "db", "tier", "back"), Map.<String, String>of())) {
      List<Pod> wanted = new ArrayList<>();
      for (Pod pod : world.podsByName().values()) {
        if (pod.metadata().namespace().equals("shop")
            && pod.metadata().labels().entrySet().containsAll(selector.entrySet())) {
          wanted.add(pod);
        }
      }
      assertThat(index.select("shop", selector)).containsExactlyInAnyOrderElementsOf(wanted);
    }
  }

  private static List<EndpointSlice> holding(
      List<EndpointSlice> slices, AddressType type, NamespacedName pod) {
    List<EndpointSlice> holding = new ArrayList<>();
    for (EndpointSlice slice : slices) {
      if (slice.addressType().is(type)
          && slice.endpoints().stream()
              .anyMatch(endpoint -> endpoint.targetRef().orElseThrow().name().equals(pod.name()))) {
        holding.add(slice);
      }
    }
    return holding;
  }

  private static Set<String> names(List<EndpointSlice> slices) {
    Set<String> names = new TreeSet<>();
    slices.forEach(slice -> names.add(slice.metadata().name()));
    return names;
  }

  /** Endpoints by address type, ports and labels; an empty slice counts only where it is alone. */
  private static Map<String, Set<String>> joined(Service service, List<EndpointSlice> slices) {
    boolean auto = !service.metadata().annotations().isEmpty();
    Map<String, Set<String>> joined = new TreeMap<>();
    ImmutableSet<String> filled =
        slices.stream()
            .filter(slice -> !slice.endpoints().isEmpty())
            .map(slice -> slice.addressType().text())
            .collect(ImmutableSet.toImmutableSet());
    for (EndpointSlice slice : slices) {
      if (!slice.endpoints().isEmpty() || !filled.contains(slice.addressType().text())) {
        List<String> ports = new ArrayList<>();
        slice.ports().forEach(port -> ports.add(port.toString()));
        Collections.sort(ports);
        String key = slice.addressType() + " " + ports + " " + slice.metadata().labels();
        Set<String> endpoints = joined.computeIfAbsent(key, none -> new TreeSet<>());
        for (Endpoint endpoint : slice.endpoints()) {
          boolean hintsCount = !auto && endpoint.conditions().isReady();
          endpoints.add((hintsCount ? endpoint : endpoint.withHints(Optional.empty())).toString());
        }
      }
    }
    return joined;
  }

  private static ClusterSnapshot after(ClusterSnapshot world, ClusterChange change) {
    if (change.object() instanceof Pod) {
      return world.withPods(replaced(world.pods(), change));
    }
    if (change.object() instanceof Node) {
      return world.withNodes(replaced(world.nodes(), change));
    }
    return world.withServices(replaced(world.services(), change));
  }

  @SuppressWarnings("unchecked") // the caller has looked at the kind
  private static <T extends KubernetesObject> List<T> replaced(
      List<T> objects, ClusterChange change) {
    List<T> next = new ArrayList<>();
    for (T object : objects) {
      if (!object.namespacedName().equals(change.object().namespacedName())) {
        next.add(object);
      }
    }
    if (change instanceof ClusterChange.Put put) {
      next.add((T) put.object());
    }
    return next;
  }
}
