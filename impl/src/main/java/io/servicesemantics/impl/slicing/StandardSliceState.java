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
import io.servicesemantics.profile.FeatureGates;
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

  private final FeatureGates gates;
  private final int maxEndpoints;
  private final PodIndex pods;
  private final NodeTable nodes;
  private final SelectorIndex selectors;
  private final ShardedMap<NamespacedName, ServiceSlices> services;
  private final ImmutableList<EndpointSlice> unclaimed;
  private final ImmutableMap<NamespacedName, SlicePlan> lastPlans;

  private StandardSliceState(
      FeatureGates gates,
      int maxEndpoints,
      PodIndex pods,
      NodeTable nodes,
      SelectorIndex selectors,
      ShardedMap<NamespacedName, ServiceSlices> services,
      ImmutableList<EndpointSlice> unclaimed,
      ImmutableMap<NamespacedName, SlicePlan> lastPlans) {
    this.gates = gates;
    this.maxEndpoints = maxEndpoints;
    this.pods = pods;
    this.nodes = nodes;
    this.selectors = selectors;
    this.services = services;
    this.unclaimed = unclaimed;
    this.lastPlans = lastPlans;
  }

  static StandardSliceState of(ClusterSnapshot world, FeatureGates gates, int maxEndpoints) {
    PodIndex pods = PodIndex.of(world.pods());
    NodeTable nodes = NodeTable.of(world.nodes());
    Map<NamespacedName, ServiceSlices> services = new HashMap<>();
    List<ServiceTraits> all = new ArrayList<>();
    ImmutableMap.Builder<NamespacedName, SlicePlan> plans = ImmutableMap.builder();
    for (Map.Entry<NamespacedName, Service> entry : world.servicesByName().entrySet()) {
      ServiceTraits traits = new ServiceTraits(entry.getValue(), gates);
      all.add(traits);
      ServiceSync sync =
          sync(
              traits,
              world.slicesByService().get(entry.getKey()),
              pods,
              nodes,
              maxEndpoints,
              false);
      services.put(entry.getKey(), sync.slices());
      plans.put(entry.getKey(), sync.plan());
    }
    world
        .slicesByService()
        .asMap()
        .forEach(
            (name, slices) ->
                services.computeIfAbsent(
                    name, none -> withoutService(ImmutableList.copyOf(slices))));
    ImmutableList.Builder<EndpointSlice> unclaimed = ImmutableList.builder();
    for (EndpointSlice slice : world.endpointSlices()) {
      if (slice.serviceName().isEmpty()) {
        unclaimed.add(slice);
      }
    }
    return new StandardSliceState(
        gates,
        maxEndpoints,
        pods,
        nodes,
        SelectorIndex.of(all),
        ShardedMap.copyOf(services),
        unclaimed.build(),
        plans.buildOrThrow());
  }

  private static ServiceSlices withoutService(ImmutableList<EndpointSlice> slices) {
    return new ServiceSlices(null, ImmutableList.of(), slices, ImmutableMap.of(), false, false);
  }

  private static ServiceSync sync(
      ServiceTraits service,
      Iterable<EndpointSlice> slices,
      PodIndex pods,
      NodeTable nodes,
      int maxEndpoints,
      boolean hintsPopulated) {
    List<PodDecision> decisions = new ArrayList<>();
    PortSets portSets = new PortSets(service);
    if (service.unmanaged == null) {
      pods.forEachSelected(
          service.namespace,
          service.selector,
          pod -> decisions.add(PodDecision.decideSelected(service, pod, nodes, portSets)));
    }
    List<Piece> own = new ArrayList<>();
    ImmutableList.Builder<EndpointSlice> others = ImmutableList.builder();
    for (EndpointSlice slice : slices) {
      if (ServiceSync.isOwn(slice)) {
        own.add(Piece.of(slice));
      } else {
        others.add(slice);
      }
    }
    return ServiceSync.full(
        service, decisions, own, others.build(), nodes, maxEndpoints, hintsPopulated);
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
    return pods;
  }

  @Override
  public ImmutableMap<NamespacedName, SlicePlan> lastPlans() {
    return lastPlans;
  }

  @Override
  public SliceState after(ClusterChange change) {
    boolean isGone = change instanceof ClusterChange.Gone;
    if (change.object() instanceof Pod pod) {
      return afterPod(pod, isGone, pods.after(change));
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
    return withUnclaimed(unclaimed);
  }

  private StandardSliceState afterPod(Pod pod, boolean isGone, PodIndex nextPods) {
    Optional<Pod> before = pods.pod(pod.namespacedName());
    Map<String, ServiceTraits> concerned = new LinkedHashMap<>();
    String namespace = pod.metadata().namespace();
    if (before.isPresent()) {
      selectors.forEachSelecting(
          namespace,
          before.get().metadata().labels(),
          service -> concerned.put(service.name, service));
    }
    if (!isGone) {
      selectors.forEachSelecting(
          namespace, pod.metadata().labels(), service -> concerned.put(service.name, service));
    }
    ShardedMap<NamespacedName, ServiceSlices> next = services;
    ImmutableMap.Builder<NamespacedName, SlicePlan> plans = ImmutableMap.builder();
    for (ServiceTraits service : concerned.values()) {
      NamespacedName name = NamespacedName.of(namespace, service.name);
      ServiceSlices slices = services.get(name);
      if (slices != null) {
        ServiceSync sync =
            slices.settled()
                ? ofOnePod(slices, service, before, pod, isGone)
                : sync(
                    service,
                    slices.slices(),
                    nextPods,
                    nodes,
                    maxEndpoints,
                    slices.hintsPopulated());
        next = next.with(name, sync.slices());
        plans.put(name, sync.plan());
      }
    }
    return new StandardSliceState(
        gates, maxEndpoints, nextPods, nodes, selectors, next, unclaimed, plans.buildOrThrow());
  }

  private ServiceSync ofOnePod(
      ServiceSlices slices, ServiceTraits service, Optional<Pod> before, Pod pod, boolean isGone) {
    PodDecision then = before.isPresent() ? PodDecision.decide(service, before.get(), nodes) : null;
    PodDecision now = isGone ? PodDecision.gone(pod) : PodDecision.decide(service, pod, nodes);
    return ServiceSync.ofOnePod(slices, service, then, now, nodes, maxEndpoints);
  }

  private StandardSliceState afterNode(Node node, boolean isGone) {
    String nodeName = node.metadata().name();
    NodeTable nextNodes = isGone ? nodes.without(nodeName) : nodes.with(node);
    PlacedNode before = nodes.get(nodeName);
    PlacedNode now = nextNodes.get(nodeName);
    Map<NamespacedName, ServiceTraits> concerned = new LinkedHashMap<>();
    boolean placeChanged = !place(before).equals(place(now));
    if (placeChanged) {
      pods.forEach(
          pod -> {
            if (pod.spec().nodeName().equals(nodeName)) {
              selectors.forEachSelecting(
                  pod.metadata().namespace(),
                  pod.metadata().labels(),
                  service -> concerned.put(service.service.namespacedName(), service));
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
    ShardedMap<NamespacedName, ServiceSlices> next = services;
    ImmutableMap.Builder<NamespacedName, SlicePlan> plans = ImmutableMap.builder();
    for (Map.Entry<NamespacedName, ServiceTraits> entry : concerned.entrySet()) {
      ServiceSlices slices = services.get(entry.getKey());
      if (slices != null) {
        ServiceSync sync =
            sync(
                entry.getValue(),
                slices.slices(),
                pods,
                nextNodes,
                maxEndpoints,
                slices.hintsPopulated());
        next = next.with(entry.getKey(), sync.slices());
        plans.put(entry.getKey(), sync.plan());
      }
    }
    return new StandardSliceState(
        gates, maxEndpoints, pods, nextNodes, selectors, next, unclaimed, plans.buildOrThrow());
  }

  // Empty where there is no such node, else its zone, which may be none.
  private static Optional<Optional<String>> place(@Nullable PlacedNode node) {
    return node == null ? Optional.empty() : Optional.of(node.zone);
  }

  private StandardSliceState afterService(Service service) {
    NamespacedName name = service.namespacedName();
    ServiceTraits traits = new ServiceTraits(service, gates);
    ServiceSlices before = services.get(name);
    SelectorIndex rest =
        before == null || before.service() == null
            ? selectors
            : selectors.without(before.service());
    return synced(name, traits, slicesOf(name), before, rest.with(traits), unclaimed);
  }

  // What the Service owned goes with it, as the garbage collector sees to it.
  private StandardSliceState afterServiceGone(Service service) {
    NamespacedName name = service.namespacedName();
    ServiceSlices before = services.get(name);
    ServiceTraits traits = before == null ? null : before.service();
    if (traits == null) {
      return withUnclaimed(unclaimed);
    }
    ImmutableList.Builder<EndpointSlice> left = ImmutableList.builder();
    SlicePlan.Builder plan = SlicePlan.builder().isManaged(false);
    for (EndpointSlice slice : slicesOf(name)) {
      if (traits.owns(slice.metadata())) {
        plan.addDelete(slice);
      } else {
        left.add(slice);
        plan.addOther(slice);
      }
    }
    ImmutableList<EndpointSlice> others = left.build();
    return new StandardSliceState(
        gates,
        maxEndpoints,
        pods,
        nodes,
        selectors.without(traits),
        others.isEmpty() ? services.without(name) : services.with(name, withoutService(others)),
        unclaimed,
        ImmutableMap.of(name, plan.build()));
  }

  private StandardSliceState afterSlice(EndpointSlice slice, boolean isGone) {
    NamespacedName sliceName = slice.namespacedName();
    StandardSliceState cleared = this;
    // The same slice may have had another Service's label before, or none.
    ImmutableList<EndpointSlice> free = without(unclaimed, sliceName);
    NamespacedName claimed = NamespacedName.of(slice.metadata().namespace(), slice.serviceName());
    List<NamespacedName> former = new ArrayList<>();
    services.forEach(
        (name, slices) -> {
          if (name.namespace().equals(sliceName.namespace())
              && (isGone || !name.equals(claimed))
              && without(slices.slices(), sliceName).size() < slices.slices().size()) {
            former.add(name);
          }
        });
    for (NamespacedName name : former) {
      cleared = cleared.withSlices(name, without(cleared.slicesOf(name), sliceName), free);
    }
    if (isGone) {
      return former.isEmpty() ? cleared.withUnclaimed(free) : cleared;
    }
    if (slice.serviceName().isEmpty()) {
      return cleared.withUnclaimed(plus(free, slice));
    }
    return cleared.withSlices(
        claimed, plus(without(cleared.slicesOf(claimed), sliceName), slice), free);
  }

  private StandardSliceState withSlices(
      NamespacedName name, ImmutableList<EndpointSlice> slices, ImmutableList<EndpointSlice> free) {
    ServiceSlices before = services.get(name);
    if (before != null && before.service() != null) {
      return synced(name, before.service(), slices, before, selectors, free);
    }
    return new StandardSliceState(
        gates,
        maxEndpoints,
        pods,
        nodes,
        selectors,
        slices.isEmpty() ? services.without(name) : services.with(name, withoutService(slices)),
        free,
        ImmutableMap.of());
  }

  // The slices of Services as they are; nothing was planned in this step.
  private StandardSliceState withUnclaimed(ImmutableList<EndpointSlice> free) {
    return new StandardSliceState(
        gates, maxEndpoints, pods, nodes, selectors, services, free, ImmutableMap.of());
  }

  private StandardSliceState synced(
      NamespacedName name,
      ServiceTraits service,
      ImmutableList<EndpointSlice> slices,
      @Nullable ServiceSlices before,
      SelectorIndex nextSelectors,
      ImmutableList<EndpointSlice> free) {
    ServiceSync sync =
        sync(service, slices, pods, nodes, maxEndpoints, before != null && before.hintsPopulated());
    return new StandardSliceState(
        gates,
        maxEndpoints,
        pods,
        nodes,
        nextSelectors,
        services.with(name, sync.slices()),
        free,
        ImmutableMap.of(name, sync.plan()));
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
