package io.servicesemantics.impl.routing;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.servicesemantics.cluster.ClusterChange;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.cluster.ServiceCidr;
import io.servicesemantics.collect.ShardedMap;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.explain.Explained;
import io.servicesemantics.explain.LeftToChance;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.routing.Balancing;
import io.servicesemantics.routing.Flow;
import io.servicesemantics.routing.FlowDifference;
import io.servicesemantics.routing.Forward;
import io.servicesemantics.routing.FrontEnd;
import io.servicesemantics.routing.RoutingReason;
import io.servicesemantics.routing.RoutingTable;
import io.servicesemantics.routing.SessionAffinityRule;
import io.servicesemantics.routing.Verdict;
import io.servicesemantics.service.Service;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The routing table of a node: a piece for each Service, and an index over their front ends. */
final class StandardRoutingTable implements RoutingTable {

  private final ProxySetup setup;
  private final Node node;
  private final ServiceNetworks networks;
  private final ShardedMap<NamespacedName, ServiceRoutes> services;
  private final RoutingEngine engine;

  private StandardRoutingTable(
      ProxySetup setup,
      Node node,
      ServiceNetworks networks,
      ShardedMap<NamespacedName, ServiceRoutes> services,
      RoutingEngine engine) {
    this.setup = setup;
    this.node = node;
    this.networks = networks;
    this.services = services;
    this.engine = engine;
  }

  static StandardRoutingTable of(ProxySetup setup, Node node, ClusterSnapshot world) {
    return of(setup, node, world, EndpointReadings.EACH);
  }

  static StandardRoutingTable of(
      ProxySetup setup, Node node, ClusterSnapshot world, EndpointReadings readings) {
    NodeContext context = setup.on(node);
    Map<NamespacedName, ServiceRoutes> services = new HashMap<>();
    world
        .servicesByName()
        .forEach(
            (name, service) ->
                services.put(
                    name,
                    ServiceRoutes.of(
                        service, latest(world.slicesByService().get(name)), context, readings)));
    world
        .slicesByService()
        .asMap()
        .forEach(
            (name, slices) ->
                services.computeIfAbsent(
                    name,
                    none -> ServiceRoutes.of(null, latest(ImmutableList.copyOf(slices)), context)));
    return new StandardRoutingTable(
        setup,
        node,
        ServiceNetworks.of(world.serviceCidrs(), setup),
        ShardedMap.copyOf(services),
        context,
        FrontEndIndex.of(listed(services.values())));
  }

  private StandardRoutingTable(
      ProxySetup setup,
      Node node,
      ServiceNetworks networks,
      ShardedMap<NamespacedName, ServiceRoutes> services,
      NodeContext context,
      FrontEndIndex index) {
    this(setup, node, networks, services, new RoutingEngine(context, index, networks.networks()));
  }

  RoutingEngine engine() {
    return engine;
  }

  private static List<Listed> listed(Iterable<ServiceRoutes> services) {
    List<Listed> all = new ArrayList<>();
    for (ServiceRoutes routes : services) {
      Collections.addAll(all, routes.listed());
    }
    return all;
  }

  // Of several slices of one name the last counts, as in the snapshot's other look-ups.
  private static ImmutableList<EndpointSlice> latest(ImmutableList<EndpointSlice> slices) {
    for (int i = 1; i < slices.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (slices.get(i).metadata().name().equals(slices.get(j).metadata().name())) {
          Map<String, EndpointSlice> byName = new HashMap<>();
          slices.forEach(slice -> byName.put(slice.metadata().name(), slice));
          return ImmutableList.copyOf(byName.values());
        }
      }
    }
    return slices;
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public Balancing balancing() {
    return engine.context().balancing();
  }

  @Override
  public Verdict route(Flow flow) {
    Entrance entrance = engine.entranceOf(flow);
    return entrance == null
        ? PlainVerdicts.of(engine.stray(flow))
        : entrance.verdict(engine.outcomeOf(entrance, flow));
  }

  /** The reason at the head of the account of a flow. */
  RoutingReason reason(Flow flow) {
    Entrance entrance = engine.entranceOf(flow);
    return entrance == null
        ? engine.stray(flow)
        : entrance.reason(engine.outcomeOf(entrance, flow));
  }

  @Override
  public Explained<Verdict> explain(Flow flow) {
    Entrance entrance = engine.entranceOf(flow);
    if (entrance == null) {
      Explained<Verdict> stray = RoutingAccount.ofStray(engine.stray(flow), flow, engine);
      return Explained.of(stray.value(), NearMisses.of(flow, engine, services, stray.because()));
    }
    ImmutableList<EndpointSlice> slices = routes(entrance.serviceName()).slices();
    return RoutingAccount.of(entrance, engine.outcomeOf(entrance, flow), flow, engine, slices);
  }

  @Override
  public Explained<Verdict> explainPing(IpAddress destination) {
    return RoutingAccount.ofPing(engine.ping(destination), destination, engine);
  }

  @Override
  public Optional<LeftToChance<Verdict>> leftToChance(Flow flow) {
    ImmutableSet.Builder<Verdict> possible = ImmutableSet.builder();
    Listed listed = engine.listedAt(flow);
    if (listed instanceof Contest contest) {
      Entrance before = null;
      for (Listed claim : contest.claims) {
        Entrance entrance = (Entrance) claim;
        if (before == null || !before.isSamePort(entrance)) {
          addPossible(entrance.verdict(engine.outcomeOf(entrance, flow)), possible);
        }
        before = entrance;
      }
    } else {
      addPossible(route(flow), possible);
    }
    ImmutableSet<Verdict> found = possible.build();
    return found.size() > 1 ? Optional.of(new LeftToChance<>(found)) : Optional.empty();
  }

  private void addPossible(Verdict verdict, ImmutableSet.Builder<Verdict> possible) {
    if (balancing() == Balancing.ONE_FOR_ALL && verdict instanceof Forward forward) {
      possible.addAll(forward.toEachAlone());
    } else {
      possible.add(verdict);
    }
  }

  @Override
  public ImmutableList<FrontEnd> frontEnds() {
    List<FrontEnd> all = new ArrayList<>();
    services.forEach((name, routes) -> FrontEndList.add(routes, engine.context(), all));
    return ImmutableList.sortedCopyOf(all);
  }

  @Override
  public ImmutableList<SessionAffinityRule> affinityRules() {
    List<SessionAffinityRule> all = new ArrayList<>();
    services.forEach((name, routes) -> AffinityRules.add(routes, engine.context(), all));
    all.sort(AffinityRules.ORDER);
    return ImmutableList.copyOf(all);
  }

  @Override
  public ImmutableList<FlowDifference> differences(RoutingTable other) {
    checkArgument(
        other instanceof StandardRoutingTable,
        "Routing table: \"%s\"; expected one of this implementation",
        other);
    return TableComparison.ofTwo(this, (StandardRoutingTable) other);
  }

  @Override
  public RoutingTable after(ClusterChange change) {
    boolean isGone = change instanceof ClusterChange.Gone;
    if (change.object() instanceof EndpointSlice slice) {
      return afterSlice(slice, isGone);
    }
    if (change.object() instanceof Service service) {
      NamespacedName name = service.namespacedName();
      return with(name, isGone ? null : service, routes(name).slices());
    }
    if (change.object() instanceof ServiceCidr object) {
      return afterServiceCidr(object, isGone);
    }
    if (change.object() instanceof Node changed && !isGone) {
      return changed.metadata().name().equals(node.metadata().name()) ? afterNode(changed) : this;
    }
    return this;
  }

  private RoutingTable afterServiceCidr(ServiceCidr object, boolean isGone) {
    ServiceNetworks next = networks.with(object.metadata().name(), isGone ? null : object, setup);
    return new StandardRoutingTable(setup, node, next, services, engine.context(), engine.index());
  }

  // What was read of slices is kept; verdicts rest on the node and are decided again.
  private RoutingTable afterNode(Node changed) {
    NodeContext context = setup.on(changed);
    if (context.isSameAs(engine.context())) {
      return new StandardRoutingTable(setup, changed, networks, services, engine);
    }
    Map<NamespacedName, ServiceRoutes> next = new HashMap<>();
    services.forEach(
        (name, routes) ->
            next.put(name, ServiceRoutes.of(routes.service(), routes.slices(), context)));
    return new StandardRoutingTable(
        setup,
        changed,
        networks,
        ShardedMap.copyOf(next),
        context,
        FrontEndIndex.of(listed(next.values())));
  }

  // The slice is taken from where its former label put it, and put where its label now does.
  private RoutingTable afterSlice(EndpointSlice slice, boolean isGone) {
    NamespacedName sliceName = slice.namespacedName();
    NamespacedName claimed = NamespacedName.of(sliceName.namespace(), slice.serviceName());
    ServiceRoutes there = routes(claimed);
    StandardRoutingTable table = this;
    if (!there.hasSlice(sliceName)) {
      NamespacedName former = ownerOf(sliceName);
      if (former != null) {
        table = table.with(former, table.routes(former).slicesWithout(sliceName));
      }
    }
    if (isGone) {
      return there.hasSlice(sliceName)
          ? table.with(claimed, there.slicesWithout(sliceName))
          : table;
    }
    return slice.serviceName().isEmpty() ? table : table.with(claimed, there.slicesWith(slice));
  }

  private @Nullable NamespacedName ownerOf(NamespacedName slice) {
    NamespacedName[] owner = new NamespacedName[1];
    services.forEach(
        (name, routes) -> {
          if (name.namespace().equals(slice.namespace()) && routes.hasSlice(slice)) {
            owner[0] = name;
          }
        });
    return owner[0];
  }

  private ServiceRoutes routes(NamespacedName name) {
    ServiceRoutes routes = services.get(name);
    return routes == null ? ServiceRoutes.NONE : routes;
  }

  private StandardRoutingTable with(NamespacedName name, ImmutableList<EndpointSlice> slices) {
    return with(name, routes(name).service(), slices);
  }

  private StandardRoutingTable with(
      NamespacedName name, @Nullable Service service, ImmutableList<EndpointSlice> slices) {
    ServiceRoutes before = routes(name);
    ServiceRoutes next = ServiceRoutes.of(service, slices, engine.context());
    return new StandardRoutingTable(
        setup,
        node,
        networks,
        next.isNothing() ? services.without(name) : services.with(name, next),
        engine.context(),
        engine.index().after(before.listed(), next.listed()));
  }
}
