package io.servicesemantics.impl.slicing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.servicesemantics.cluster.ClusterChange;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.collect.ShardedMap;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.service.Service;
import io.servicesemantics.slicing.PodIndex;
import io.servicesemantics.slicing.SlicePlan;
import io.servicesemantics.slicing.SliceState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The slices of a cluster, a piece for each Service. */
final class StandardSliceState implements SliceState {

  private final SlicingWorld world;
  private final ShardedMap<NamespacedName, ServiceSlices> services;
  private final ImmutableList<EndpointSlice> unclaimed;
  private final ImmutableMap<NamespacedName, SlicePlan> lastPlans;

  private StandardSliceState(
      SlicingWorld world,
      ShardedMap<NamespacedName, ServiceSlices> services,
      ImmutableList<EndpointSlice> unclaimed,
      ImmutableMap<NamespacedName, SlicePlan> lastPlans) {
    this.world = world;
    this.services = services;
    this.unclaimed = unclaimed;
    this.lastPlans = lastPlans;
  }

  static StandardSliceState of(ClusterSnapshot snapshot, SlicingRules rules, int maxEndpoints) {
    SlicingWorld world =
        new SlicingWorld(
            rules,
            maxEndpoints,
            PodIndex.of(snapshot.pods()),
            NodeTable.of(snapshot.nodes()),
            SelectorIndex.EMPTY);
    Map<NamespacedName, ServiceSlices> services = new HashMap<>();
    List<ServiceTraits> all = new ArrayList<>();
    ImmutableMap.Builder<NamespacedName, SlicePlan> plans = ImmutableMap.builder();
    snapshot
        .servicesByName()
        .forEach(
            (name, service) -> {
              ServiceTraits traits = world.traits(service);
              ServiceSync sync = world.sync(traits, snapshot.slicesByService().get(name), false);
              all.add(traits);
              services.put(name, sync.slices());
              plans.put(name, sync.plan());
            });
    snapshot
        .slicesByService()
        .asMap()
        .forEach(
            (name, slices) ->
                services.computeIfAbsent(
                    name, none -> ServiceSlices.withoutService(ImmutableList.copyOf(slices))));
    ImmutableList.Builder<EndpointSlice> unclaimed = ImmutableList.builder();
    for (EndpointSlice slice : snapshot.endpointSlices()) {
      if (slice.serviceName().isEmpty()) {
        unclaimed.add(slice);
      }
    }
    return new StandardSliceState(
        world.withSelectors(SelectorIndex.of(all)),
        ShardedMap.copyOf(services),
        unclaimed.build(),
        plans.buildOrThrow());
  }

  @Override
  public ImmutableList<EndpointSlice> slicesOf(NamespacedName service) {
    ServiceSlices slices = services.get(service);
    return slices == null ? ImmutableList.of() : slices.slices();
  }

  @Override
  public ImmutableList<EndpointSlice> slices() {
    ImmutableList.Builder<EndpointSlice> all = ImmutableList.builder();
    services.forEach((name, slices) -> all.addAll(slices.slices()));
    return all.addAll(unclaimed).build();
  }

  @Override
  public PodIndex pods() {
    return world.pods();
  }

  @Override
  public ImmutableMap<NamespacedName, SlicePlan> lastPlans() {
    return lastPlans;
  }

  @Override
  public SliceState after(ClusterChange change) {
    boolean isGone = change instanceof ClusterChange.Gone;
    if (change.object() instanceof Pod pod) {
      return afterPod(pod, isGone, world.withPods(world.pods().after(change)));
    }
    if (change.object() instanceof Node node) {
      return afterNode(node, isGone);
    }
    if (change.object() instanceof Service service) {
      return isGone ? afterServiceGone(service) : afterService(service);
    }
    if (change.object() instanceof EndpointSlice slice) {
      return afterSlice(slice, isGone);
    }
    return unplanned(services, unclaimed);
  }

  private StandardSliceState afterPod(Pod pod, boolean isGone, SlicingWorld next) {
    Optional<Pod> before = world.pods().pod(pod.namespacedName());
    Map<NamespacedName, ServiceSync> syncs = new LinkedHashMap<>();
    for (ServiceTraits service : next.concerned(before, pod, isGone)) {
      NamespacedName name = NamespacedName.of(service.namespace, service.name);
      ServiceSlices slices = services.get(name);
      if (slices != null) {
        syncs.put(
            name,
            slices.settled()
                ? next.syncOnePod(slices, service, before, pod, isGone)
                : next.sync(service, slices.slices(), slices.hintsPopulated()));
      }
    }
    return planned(next, syncs, unclaimed);
  }

  private StandardSliceState afterNode(Node node, boolean isGone) {
    String nodeName = node.metadata().name();
    NodeTable nodes = world.nodes();
    NodeTable nextNodes = isGone ? nodes.without(nodeName) : nodes.with(node);
    SlicingWorld next = world.withNodes(nextNodes);
    Map<NamespacedName, ServiceTraits> concerned = new LinkedHashMap<>();
    if (!place(nodes.get(nodeName)).equals(place(nextNodes.get(nodeName)))) {
      next.pods()
          .forEach(
              pod -> {
                if (pod.spec().nodeName().equals(nodeName)) {
                  for (ServiceTraits service : next.concerned(Optional.empty(), pod, false)) {
                    concerned.put(service.service.namespacedName(), service);
                  }
                }
              });
    }
    if (!nodes.ratios().equals(nextNodes.ratios())) {
      services.forEach(
          (name, slices) -> {
            if (slices.service() != null && slices.service().hintMode == HintMode.AUTO) {
              concerned.put(name, slices.service());
            }
          });
    }
    Map<NamespacedName, ServiceSync> syncs = new LinkedHashMap<>();
    concerned.forEach(
        (name, service) -> {
          ServiceSlices slices = services.get(name);
          if (slices != null) {
            syncs.put(name, next.sync(service, slices.slices(), slices.hintsPopulated()));
          }
        });
    return planned(next, syncs, unclaimed);
  }

  // Empty where there is no such node, else its zone, which may be none.
  private static Optional<Optional<String>> place(@Nullable PlacedNode node) {
    return node == null ? Optional.empty() : Optional.of(node.zone);
  }

  private StandardSliceState afterService(Service service) {
    NamespacedName name = service.namespacedName();
    ServiceTraits traits = world.traits(service);
    ServiceSlices before = services.get(name);
    SelectorIndex rest =
        before == null || before.service() == null
            ? world.selectors()
            : world.selectors().without(before.service());
    return synced(world.withSelectors(rest.with(traits)), name, traits, slicesOf(name), unclaimed);
  }

  // What the Service owned goes with it, as the garbage collector sees to it.
  private StandardSliceState afterServiceGone(Service service) {
    NamespacedName name = service.namespacedName();
    ServiceSlices before = services.get(name);
    ServiceTraits traits = before == null ? null : before.service();
    if (traits == null) {
      return unplanned(services, unclaimed);
    }
    SlicePlan.Builder plan = SlicePlan.builder().isManaged(false);
    List<EndpointSlice> left = new ArrayList<>();
    for (EndpointSlice slice : slicesOf(name)) {
      if (traits.owns(slice.metadata())) {
        plan.addDelete(slice);
      } else {
        left.add(slice);
      }
    }
    return new StandardSliceState(
        world.withSelectors(world.selectors().without(traits)),
        withoutService(services, name, ImmutableList.copyOf(left)),
        unclaimed,
        ImmutableMap.of(name, plan.others(left).build()));
  }

  // The slice is taken from where its former label put it, and put where its label now does.
  private StandardSliceState afterSlice(EndpointSlice slice, boolean isGone) {
    NamespacedName sliceName = slice.namespacedName();
    ImmutableList<EndpointSlice> free = without(unclaimed, sliceName);
    List<NamespacedName> former = new ArrayList<>();
    services.forEach(
        (name, slices) -> {
          if (name.namespace().equals(sliceName.namespace()) && slices.hasSlice(sliceName)) {
            former.add(name);
          }
        });
    NamespacedName claimed = NamespacedName.of(sliceName.namespace(), slice.serviceName());
    StandardSliceState state = unplanned(services, free);
    for (NamespacedName name : former) {
      if (isGone || !name.equals(claimed)) {
        state = state.withSlices(name, without(state.slicesOf(name), sliceName));
      }
    }
    if (isGone) {
      return state;
    }
    return slice.serviceName().isEmpty()
        ? unplanned(state.services, plus(free, slice))
        : state.withSlices(claimed, plus(without(state.slicesOf(claimed), sliceName), slice));
  }

  private StandardSliceState withSlices(NamespacedName name, ImmutableList<EndpointSlice> slices) {
    ServiceSlices before = services.get(name);
    return before == null || before.service() == null
        ? unplanned(withoutService(services, name, slices), unclaimed)
        : synced(world, name, before.service(), slices, unclaimed);
  }

  private StandardSliceState synced(
      SlicingWorld next,
      NamespacedName name,
      ServiceTraits service,
      ImmutableList<EndpointSlice> slices,
      ImmutableList<EndpointSlice> free) {
    ServiceSlices before = services.get(name);
    boolean hintsPopulated = before != null && before.hintsPopulated();
    return planned(next, Map.of(name, next.sync(service, slices, hintsPopulated)), free);
  }

  private StandardSliceState planned(
      SlicingWorld next,
      Map<NamespacedName, ServiceSync> syncs,
      ImmutableList<EndpointSlice> free) {
    ShardedMap<NamespacedName, ServiceSlices> nextServices = services;
    ImmutableMap.Builder<NamespacedName, SlicePlan> plans = ImmutableMap.builder();
    for (Map.Entry<NamespacedName, ServiceSync> sync : syncs.entrySet()) {
      nextServices = nextServices.with(sync.getKey(), sync.getValue().slices());
      plans.put(sync.getKey(), sync.getValue().plan());
    }
    return new StandardSliceState(next, nextServices, free, plans.buildOrThrow());
  }

  private StandardSliceState unplanned(
      ShardedMap<NamespacedName, ServiceSlices> next, ImmutableList<EndpointSlice> free) {
    return new StandardSliceState(world, next, free, ImmutableMap.of());
  }

  private static ShardedMap<NamespacedName, ServiceSlices> withoutService(
      ShardedMap<NamespacedName, ServiceSlices> services,
      NamespacedName name,
      ImmutableList<EndpointSlice> slices) {
    return slices.isEmpty()
        ? services.without(name)
        : services.with(name, ServiceSlices.withoutService(slices));
  }

  private static ImmutableList<EndpointSlice> without(
      ImmutableList<EndpointSlice> slices, NamespacedName name) {
    ImmutableList.Builder<EndpointSlice> rest = ImmutableList.builder();
    for (EndpointSlice slice : slices) {
      if (!slice.namespacedName().equals(name)) {
        rest.add(slice);
      }
    }
    return rest.build();
  }

  private static ImmutableList<EndpointSlice> plus(
      ImmutableList<EndpointSlice> slices, EndpointSlice slice) {
    return ImmutableList.<EndpointSlice>builder().addAll(slices).add(slice).build();
  }
}
