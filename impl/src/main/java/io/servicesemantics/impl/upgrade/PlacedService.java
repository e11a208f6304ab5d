package io.servicesemantics.impl.upgrade;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.routing.RoutingTable;
import io.servicesemantics.service.Service;
import java.util.IdentityHashMap;

/**
 * A stored Service among its Pods, as each asked cluster has it once it is applied again: with its
 * slices, and what nodes do with its traffic. Lives while the Service is asked about.
 */
final class PlacedService {

  private final AskedService asked;
  private final Service stored;
  private final ClusterSnapshot among;
  private final IdentityHashMap<AskedCluster, ClusterSnapshot> worlds = new IdentityHashMap<>();
  private final IdentityHashMap<AskedCluster, IdentityHashMap<Node, RoutingTable>> tables =
      new IdentityHashMap<>();

  /**
   * @param asked the Service
   * @param stored as it is stored in the release before
   * @param slices the slices it has there
   * @param pods the Pods that may stand behind it
   * @param world the whole cluster
   */
  PlacedService(
      AskedService asked,
      Service stored,
      ImmutableList<EndpointSlice> slices,
      ImmutableList<Pod> pods,
      ClusterSnapshot world) {
    this.asked = asked;
    this.stored = stored;
    this.among =
        ClusterSnapshot.builder()
            .nodes(world.nodes())
            .serviceCidrs(world.serviceCidrs())
            .pods(pods)
            .endpointSlices(slices)
            .build();
  }

  Service stored() {
    return stored;
  }

  Service applied(AskedCluster cluster) {
    return world(cluster).services().get(0);
  }

  ImmutableList<EndpointSlice> slices(AskedCluster cluster) {
    return world(cluster).endpointSlices();
  }

  RoutingTable table(AskedCluster cluster, Node node) {
    return tables
        .computeIfAbsent(cluster, unused -> new IdentityHashMap<>())
        .computeIfAbsent(node, unused -> cluster.areas().router().tableFor(node, world(cluster)));
  }

  private ClusterSnapshot world(AskedCluster cluster) {
    return worlds.computeIfAbsent(cluster, this::made);
  }

  private ClusterSnapshot made(AskedCluster cluster) {
    ClusterSnapshot alone = among.withServices(asked.applied(cluster, stored));
    return alone.withEndpointSlices(
        cluster.areas().slices().stateOf(alone).slicesOf(stored.namespacedName()));
  }
}
