package io.servicesemantics.impl.slicing;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.endpoint.Endpoints;
import io.servicesemantics.explain.Explained;
import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.profile.FeatureGates;
import io.servicesemantics.profile.Quirks;
import io.servicesemantics.profile.SliceSettings;
import io.servicesemantics.service.Service;
import io.servicesemantics.slicing.PodMembership;
import io.servicesemantics.slicing.SlicePlan;
import io.servicesemantics.slicing.SlicePlanner;
import io.servicesemantics.slicing.SliceState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plans EndpointSlices as the real controllers do. */
public final class StandardSlicePlanner implements SlicePlanner {

  private final SliceSettings settings;
  private final SlicingRules rules;

  /**
   * Makes a planner.
   *
   * @param settings how the controllers are set up
   * @param gates the feature gates of the cluster
   * @param quirks what its release does otherwise than the newest one
   */
  public StandardSlicePlanner(SliceSettings settings, FeatureGates gates, Quirks quirks) {
    this.settings = settings;
    this.rules = SlicingRules.of(gates, quirks);
  }

  @Override
  public SlicePlan plan(Service service, ClusterSnapshot world) {
    return sync(service, world).plan();
  }

  @Override
  public Explained<SlicePlan> explain(Service service, ClusterSnapshot world) {
    ServiceSync sync = sync(service, world);
    SlicePlan plan = sync.plan();
    return Explained.of(plan, PlanAccount.of(sync, plan));
  }

  private ServiceSync sync(Service service, ClusterSnapshot world) {
    ServiceTraits traits = new ServiceTraits(service, rules);
    NodeTable nodes = NodeTable.of(world.nodes());
    List<PodDecision> pods = new ArrayList<>();
    PortSets portSets = new PortSets(traits);
    if (traits.unmanaged == null) {
      for (Pod pod : world.podsByName().values()) {
        if (pod.metadata().namespace().equals(traits.namespace)
            && traits.selects(pod.metadata().labels())) {
          pods.add(PodDecision.decideSelected(traits, pod, nodes, portSets));
        }
      }
    }
    List<Piece> own = new ArrayList<>();
    ImmutableList.Builder<EndpointSlice> others = ImmutableList.builder();
    for (EndpointSlice slice : world.slicesByService().get(service.namespacedName())) {
      if (ServiceSync.isOwn(slice)) {
        own.add(Piece.of(slice));
      } else {
        others.add(slice);
      }
    }
    return ServiceSync.full(
        traits, pods, own, others.build(), nodes, settings.maxEndpointsPerSlice(), false);
  }

  @Override
  public ImmutableList<Explained<PodMembership>> explainPods(
      Service service, ClusterSnapshot world) {
    ServiceTraits traits = new ServiceTraits(service, rules);
    NodeTable nodes = NodeTable.of(world.nodes());
    ImmutableList.Builder<Explained<PodMembership>> answers = ImmutableList.builder();
    for (Pod pod : world.podsByName().values()) {
      if (pod.metadata().namespace().equals(traits.namespace)) {
        answers.add(PodAccount.of(traits, PodDecision.decide(traits, pod, nodes)));
      }
    }
    return answers.build();
  }

  @Override
  public Explained<PodMembership> explainPod(Service service, Pod pod, ClusterSnapshot world) {
    ServiceTraits traits = new ServiceTraits(service, rules);
    // A Pod is judged by its own node alone, so the others need not be looked at for each Pod.
    NodeTable node = NodeTable.of(world.node(pod.spec().nodeName()).stream().toList());
    return PodAccount.of(traits, PodDecision.decide(traits, pod, node));
  }

  @Override
  public SliceState stateOf(ClusterSnapshot world) {
    return StandardSliceState.of(world, rules, settings.maxEndpointsPerSlice());
  }

  @Override
  public SlicePlan mirror(Endpoints endpoints, ClusterSnapshot world) {
    return explainMirror(endpoints, world).value();
  }

  @Override
  public Explained<SlicePlan> explainMirror(Endpoints endpoints, ClusterSnapshot world) {
    NamespacedName name = endpoints.namespacedName();
    return Mirroring.plan(
        endpoints,
        Optional.ofNullable(world.servicesByName().get(name)),
        world.slicesByService().get(name),
        settings);
  }

  @Override
  public Optional<Endpoints> legacyEndpoints(Service service, ClusterSnapshot world) {
    ServiceTraits traits = new ServiceTraits(service, rules);
    return traits.unmanaged == null
        ? Optional.of(LegacyEndpoints.of(traits, world))
        : Optional.empty();
  }
}
