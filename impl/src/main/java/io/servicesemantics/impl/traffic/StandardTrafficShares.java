package io.servicesemantics.impl.traffic;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.explain.Because;
import io.servicesemantics.explain.Explained;
import io.servicesemantics.net.PortRange;
import io.servicesemantics.profile.ProxySettings;
import io.servicesemantics.routing.EndpointSelector;
import io.servicesemantics.routing.Flow;
import io.servicesemantics.routing.Fraction;
import io.servicesemantics.routing.FrontEndKind;
import io.servicesemantics.routing.RoutingTable;
import io.servicesemantics.routing.ServiceEndpoint;
import io.servicesemantics.routing.TrafficRouter;
import io.servicesemantics.routing.Verdict;
import io.servicesemantics.slicing.SlicePlanner;
import io.servicesemantics.traffic.ClientLoad;
import io.servicesemantics.traffic.EntryFate;
import io.servicesemantics.traffic.EntryOutcome;
import io.servicesemantics.traffic.EntryShare;
import io.servicesemantics.traffic.HealthChecker;
import io.servicesemantics.traffic.LoadBalancerModel;
import io.servicesemantics.traffic.LoadBalancerTargets;
import io.servicesemantics.traffic.PolicyComparison;
import io.servicesemantics.traffic.PolicyVariant;
import io.servicesemantics.traffic.ShareReason;
import io.servicesemantics.traffic.TargetKind;
import io.servicesemantics.traffic.TrafficPort;
import io.servicesemantics.traffic.TrafficShares;
import io.servicesemantics.traffic.TrafficSplit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Adds up what the routing tables of all entry nodes do with a load. */
public final class StandardTrafficShares implements TrafficShares {

  private final TrafficRouter router;
  private final EndpointSelector selector;
  private final SlicePlanner planner;
  private final BalancerTargets targets;
  private final ProxySettings proxy;
  private final PortRange nodePorts;

  /**
   * Takes whom it asks.
   *
   * @param router who tells what a node does
   * @param selector who reads the endpoints behind a port
   * @param planner who plans slices under another policy
   * @param checker who tells what load balancers hear of a node's health
   * @param targets who gives load balancers their nodes
   * @param proxy how kube-proxy is set up
   * @param nodePorts the node ports to pick from
   */
  public StandardTrafficShares(
      TrafficRouter router,
      EndpointSelector selector,
      SlicePlanner planner,
      HealthChecker checker,
      LoadBalancerTargets targets,
      ProxySettings proxy,
      PortRange nodePorts) {
    this.router = router;
    this.selector = selector;
    this.planner = planner;
    this.targets = new BalancerTargets(checker, targets);
    this.proxy = proxy;
    this.nodePorts = nodePorts;
  }

  @Override
  public TrafficSplit of(TrafficPort port, ClientLoad load, ClusterSnapshot world) {
    LoadedPort loaded = LoadedPort.of(port, world, selector);
    SplitCount count = new SplitCount(loaded);
    if (load instanceof ClientLoad.ThroughBalancer through) {
      if (through.balancer().targets() == TargetKind.POD_IP) {
        addPods(loaded, through.balancer(), count);
      } else {
        addBalancer(loaded, through, count);
      }
    } else {
      ImmutableMap<String, Fraction> weights =
          load.match(
                  ClientLoad.FromPods::nodes,
                  ClientLoad.FromNodes::nodes,
                  ClientLoad.FromOutside::nodes,
                  through -> {
                    throw new IllegalStateException("Load balancer; expected to be handled");
                  })
              .over(loaded.nodes());
      addNodes(clients(loaded, load), weights, false, count);
    }
    return count.split(load);
  }

  private void addBalancer(LoadedPort port, ClientLoad.ThroughBalancer load, SplitCount count) {
    LoadBalancerModel model = load.balancer();
    BalancerWeights<Node> spread = targets.nodes(port, model);
    ImmutableMap.Builder<String, Fraction> weights = ImmutableMap.builder();
    spread.weights().forEach((node, weight) -> weights.put(node.metadata().name(), weight));
    addNodes(clients(port, load), weights.buildOrThrow(), !model.keepsClientAddress(), count);
    addLost(spread, count);
  }

  private void addNodes(
      Clients clients,
      ImmutableMap<String, Fraction> weights,
      boolean isHiddenBefore,
      SplitCount count) {
    LoadedPort port = clients.port();
    Outcomes outcomes = new Outcomes();
    ImmutableMap<String, RoutingTable> tables =
        router.tablesFor(
            Maps.filterKeys(port.nodes(), weights::containsKey).values(), port.world());
    weights.forEach(
        (name, weight) -> {
          RoutingTable table = Objects.requireNonNull(tables.get(name));
          Node node = table.node();
          Approach approach = clients.approach(table);
          Flow flow = approach.flow();
          EntryOutcome outcome =
              flow == null
                  ? EntryOutcome.lost(EntryFate.NO_WAY_IN)
                  : outcomes.of(table.route(flow), isHiddenBefore);
          count.add(
              new EntryShare(name, node.zone(), weight, Optional.ofNullable(flow), outcome),
              () -> explain(approach, table).because());
        });
  }

  private static void addPods(LoadedPort port, LoadBalancerModel model, SplitCount count) {
    BalancerWeights<ServiceEndpoint> spread = BalancerTargets.pods(port, model);
    // One entry for all endpoints of a node that get the same.
    record Stand(String node, String zone, Fraction weight) {}
    Map<Stand, ImmutableList.Builder<ServiceEndpoint>> stands = new LinkedHashMap<>();
    spread
        .weights()
        .forEach(
            (endpoint, weight) ->
                stands
                    .computeIfAbsent(
                        new Stand(
                            endpoint.said().nodeName().orElse(""), port.zone(endpoint), weight),
                        unused -> ImmutableList.builder())
                    .add(endpoint));
    stands.forEach(
        (stand, endpoints) -> {
          ImmutableList<ServiceEndpoint> takers = endpoints.build();
          Fraction weight = stand.weight().times(Fraction.of(takers.size(), 1));
          EntryOutcome outcome =
              new EntryOutcome(EntryFate.SERVED, takers, !model.keepsClientAddress());
          count.add(
              new EntryShare(stand.node(), stand.zone(), weight, Optional.empty(), outcome),
              () -> Because.of(ShareReason.STRAIGHT_TO_POD));
        });
    addLost(spread, count);
  }

  private static void addLost(BalancerWeights<?> spread, SplitCount count) {
    EntryOutcome outcome = EntryOutcome.lost(EntryFate.NO_TARGET);
    spread
        .lost()
        .forEach(
            (zone, weight) ->
                count.add(
                    new EntryShare("", zone, weight, Optional.empty(), outcome),
                    () -> Because.of(spread.obstacle()).withFact("zone", zone)));
  }

  private Clients clients(LoadedPort port, ClientLoad load) {
    ClientAddresses addresses = new ClientAddresses(proxy, port);
    return load.match(
        pods -> Clients.pods(port, pods.to(), addresses),
        nodes -> Clients.processes(port, nodes.to(), addresses),
        outside -> Clients.at(addresses.outside(outside.client()), port, outside.to(), addresses),
        through -> {
          LoadBalancerModel model = through.balancer();
          return Clients.at(
              model.keepsClientAddress()
                  ? addresses.outside(model.client())
                  : addresses.balancer(model.ownAddress()),
              port,
              model.targets() == TargetKind.VIP
                  ? FrontEndKind.LOAD_BALANCER_IP
                  : FrontEndKind.NODE_PORT,
              addresses);
        });
  }

  @Override
  public Explained<Verdict> explain(
      TrafficPort port, ClientLoad load, ClusterSnapshot world, String node) {
    LoadedPort loaded = LoadedPort.of(port, world, selector);
    Node asked = loaded.nodes().get(node);
    checkArgument(asked != null, "Node: \"%s\"; expected one of the snapshot", node);
    if (load instanceof ClientLoad.ThroughBalancer through
        && through.balancer().targets() == TargetKind.POD_IP) {
      return Explained.of(new Verdict.PassThrough(), Because.of(ShareReason.STRAIGHT_TO_POD));
    }
    RoutingTable table = router.tableFor(asked, loaded.world());
    return explain(clients(loaded, load).approach(table), table);
  }

  private static Explained<Verdict> explain(Approach approach, RoutingTable table) {
    Flow flow = approach.flow();
    return flow == null
        ? Explained.of(
            new Verdict.PassThrough(), Because.of(Objects.requireNonNull(approach.obstacle())))
        : table.explain(flow);
  }

  @Override
  public PolicyComparison compare(TrafficPort port, ClientLoad load, ClusterSnapshot world) {
    ImmutableMap.Builder<PolicyVariant, TrafficSplit> splits = ImmutableMap.builder();
    splits.put(PolicyVariant.AS_IT_IS, of(port, load, world));
    PolicyVariants variants = new PolicyVariants(planner, nodePorts);
    variants
        .worlds(LoadedPort.of(port, world, selector).service(), world)
        .forEach((variant, changed) -> splits.put(variant, of(port, load, changed)));
    return new PolicyComparison(port, load, splits.buildOrThrow());
  }
}
