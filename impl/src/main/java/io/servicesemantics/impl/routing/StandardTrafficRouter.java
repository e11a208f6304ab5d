package io.servicesemantics.impl.routing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.profile.FeatureGates;
import io.servicesemantics.profile.ProxyMode;
import io.servicesemantics.profile.ProxySettings;
import io.servicesemantics.profile.Quirks;
import io.servicesemantics.profile.ServiceRanges;
import io.servicesemantics.routing.ModeDifference;
import io.servicesemantics.routing.RoutingTable;
import io.servicesemantics.routing.TrafficRouter;

/** Resolves routing tables as kube-proxy programs its node. */
public final class StandardTrafficRouter implements TrafficRouter {

  private final ProxySetup setup;

  /**
   * Takes what differs between clusters.
   *
   * @param settings how kube-proxy is set up
   * @param ranges the networks of Services where no ServiceCIDR says them
   * @param gates the feature gates
   * @param quirks what the release does otherwise than the newest one
   */
  public StandardTrafficRouter(
      ProxySettings settings, ServiceRanges ranges, FeatureGates gates, Quirks quirks) {
    setup = ProxySetup.of(settings, ranges, gates, quirks);
  }

  @Override
  public RoutingTable tableFor(Node node, ClusterSnapshot world) {
    return StandardRoutingTable.of(setup, node, world);
  }

  @Override
  public ImmutableMap<String, RoutingTable> tablesFor(Iterable<Node> nodes, ClusterSnapshot world) {
    EndpointReadings readings = EndpointReadings.remembering();
    ImmutableMap.Builder<String, RoutingTable> tables = ImmutableMap.builder();
    for (Node node : nodes) {
      tables.put(node.metadata().name(), StandardRoutingTable.of(setup, node, world, readings));
    }
    return tables.buildKeepingLast();
  }

  @Override
  public ImmutableList<ModeDifference> modeDifferences(Node node, ClusterSnapshot world) {
    ImmutableMap.Builder<ProxyMode, StandardRoutingTable> tables = ImmutableMap.builder();
    for (ProxyMode mode : ProxyMode.values()) {
      tables.put(mode, StandardRoutingTable.of(setup.in(mode), node, world));
    }
    return TableComparison.ofModes(tables.buildOrThrow());
  }
}
