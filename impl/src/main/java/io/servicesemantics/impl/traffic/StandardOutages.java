package io.servicesemantics.impl.traffic;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.endpoint.Endpoint;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.profile.ProxySettings;
import io.servicesemantics.routing.EndpointSelector;
import io.servicesemantics.routing.TrafficRouter;
import io.servicesemantics.service.Service;
import io.servicesemantics.slicing.SlicePlan;
import io.servicesemantics.slicing.SlicePlanner;
import io.servicesemantics.slicing.SliceState;
import io.servicesemantics.traffic.OutagePhase;
import io.servicesemantics.traffic.OutageReport;
import io.servicesemantics.traffic.OutageStage;
import io.servicesemantics.traffic.Outages;
import io.servicesemantics.traffic.PortOutage;
import io.servicesemantics.traffic.TrafficPort;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Plans the slices of every stage of an outage anew, and asks the nodes again. */
public final class StandardOutages implements Outages {

  private final TrafficRouter router;
  private final SlicePlanner planner;
  private final PortFates fates;

  /**
   * Takes whom it asks.
   *
   * @param router who tells what a node does
   * @param selector who reads the endpoints behind a port
   * @param planner who plans slices
   * @param proxy how kube-proxy is set up
   */
  public StandardOutages(
      TrafficRouter router, EndpointSelector selector, SlicePlanner planner, ProxySettings proxy) {
    this.router = router;
    this.planner = planner;
    this.fates = new PortFates(router, selector, proxy);
  }

  /** A stage, with the plans that settled its slices. */
  private record Settled(OutageStage stage, SliceState slices) {}

  @Override
  public OutageReport drain(Set<String> nodes, ClusterSnapshot world, Instant at) {
    ImmutableSet<String> drained = checked(nodes, world);
    OutageWorlds worlds = new OutageWorlds(world, drained, at);
    Settled before = settled(OutagePhase.BEFORE, world, world);
    Settled first = settled(OutagePhase.TERMINATING, worlds.terminating(), before);
    Settled last = settled(OutagePhase.DRAINED, worlds.drained(), first);
    return report(
        drained,
        ImmutableList.of(before, first, last),
        worlds.podsOnNodes(false),
        worlds.podsOnNodes(true),
        world.nodesByName().values());
  }

  @Override
  public OutageReport lose(Set<String> nodes, ClusterSnapshot world, Instant at) {
    ImmutableSet<String> lost = checked(nodes, world);
    OutageWorlds worlds = new OutageWorlds(world, lost, at);
    Settled before = settled(OutagePhase.BEFORE, world, world);
    Settled first = settled(OutagePhase.NOT_READY, worlds.notReady(), before);
    Settled last = settled(OutagePhase.GONE, worlds.gone(), first);
    ImmutableList<NamespacedName> gone =
        ImmutableList.copyOf(Iterables.concat(worlds.podsOnNodes(false), worlds.podsOnNodes(true)));
    return report(
        lost,
        ImmutableList.of(before, first, last),
        gone,
        ImmutableList.of(),
        last.stage().world().nodesByName().values());
  }

  @Override
  public OutageReport loseZone(String zone, ClusterSnapshot world, Instant at) {
    ImmutableSet.Builder<String> names = ImmutableSet.builder();
    world
        .nodesByName()
        .forEach(
            (name, node) -> {
              if (node.zone().equals(zone)) {
                names.add(name);
              }
            });
    ImmutableSet<String> nodes = names.build();
    checkArgument(!nodes.isEmpty(), "Zone: \"%s\"; expected one with nodes", zone);
    return lose(nodes, world, at);
  }

  private static ImmutableSet<String> checked(Set<String> nodes, ClusterSnapshot world) {
    for (String name : nodes) {
      checkArgument(
          world.nodesByName().containsKey(name),
          "Node: \"%s\"; expected one of the snapshot",
          name);
    }
    return ImmutableSet.copyOf(nodes);
  }

  private Settled settled(OutagePhase phase, ClusterSnapshot world, Settled before) {
    return settled(phase, world, before.stage().world());
  }

  private Settled settled(OutagePhase phase, ClusterSnapshot world, ClusterSnapshot before) {
    SliceState slices = planner.stateOf(world.withEndpointSlices(before.endpointSlices()));
    return new Settled(new OutageStage(phase, world.withEndpointSlices(slices.slices())), slices);
  }

  private OutageReport report(
      ImmutableSet<String> nodes,
      ImmutableList<Settled> settled,
      ImmutableList<NamespacedName> podsGone,
      ImmutableList<NamespacedName> podsStaying,
      Iterable<Node> asked) {
    ImmutableList.Builder<OutageStage> stages = ImmutableList.builder();
    settled.forEach(each -> stages.add(each.stage()));
    ImmutableList.Builder<PortOutage> ports = ImmutableList.builder();
    NodeShapes shapes = new NodeShapes(asked, router);
    int untouched = 0;
    for (Service service : settled.get(0).stage().world().servicesByName().values()) {
      List<EndpointSlice> slices = changedSlices(service.namespacedName(), settled);
      if (slices.isEmpty()) {
        untouched++;
        continue;
      }
      List<List<String>> alike = shapes.alike(slices);
      for (TrafficPort port : TrafficPort.allOf(service)) {
        ports.add(fates.follow(port, stages.build(), alike));
      }
    }
    return new OutageReport(
        nodes,
        stages.build(),
        podsGone,
        podsStaying,
        ports.build(),
        untouched,
        listedElsewhere(nodes, settled.get(settled.size() - 1)));
  }

  // The slices of all stages, or none where they never change.
  private static List<EndpointSlice> changedSlices(
      NamespacedName service, ImmutableList<Settled> settled) {
    List<EndpointSlice> all = new ArrayList<>();
    boolean isChanged = false;
    @Nullable ImmutableSet<EndpointSlice> before = null;
    for (Settled each : settled) {
      ImmutableSet<EndpointSlice> slices =
          ImmutableSet.copyOf(each.stage().world().slicesByService().get(service));
      isChanged |= before != null && !before.equals(slices);
      before = slices;
      all.addAll(slices);
    }
    return isChanged ? all : List.of();
  }

  private static ImmutableMap<NamespacedName, Integer> listedElsewhere(
      Set<String> nodes, Settled last) {
    Map<NamespacedName, Integer> counts = new LinkedHashMap<>();
    last.stage()
        .world()
        .servicesByName()
        .keySet()
        .forEach(
            service -> {
              @Nullable SlicePlan plan = last.slices().lastPlans().get(service);
              List<EndpointSlice> others =
                  plan != null && plan.isManaged()
                      ? plan.others()
                      : last.stage().world().slicesByService().get(service);
              int listed = listedOn(nodes, others);
              if (listed > 0) {
                counts.put(service, listed);
              }
            });
    return ImmutableMap.copyOf(counts);
  }

  private static int listedOn(Set<String> nodes, List<EndpointSlice> slices) {
    int listed = 0;
    for (EndpointSlice slice : slices) {
      for (Endpoint endpoint : slice.endpoints()) {
        listed += endpoint.nodeName().filter(nodes::contains).isPresent() ? 1 : 0;
      }
    }
    return listed;
  }
}
