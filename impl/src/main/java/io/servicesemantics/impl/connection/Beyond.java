package io.servicesemantics.impl.connection;

import io.servicesemantics.cluster.HostAddresses;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.connection.ConnectionReason;
import io.servicesemantics.explain.Reason;
import io.servicesemantics.net.Cidr;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.profile.ProxySettings;
import io.servicesemantics.routing.RoutingReason;
import java.util.List;

/** What becomes of a packet that a node lets pass to an address of no node and no Pod. */
final class Beyond {

  private Beyond() {}

  static ConnectionReason reason(
      IpAddress address, Reason verdict, ProxySettings proxy, World world) {
    if (verdict == RoutingReason.CLUSTER_IP_OTHER_PORT_IGNORED
        || verdict == RoutingReason.CLUSTER_IP_PING_IGNORED
        || verdict == RoutingReason.FREE_CLUSTER_IP_IGNORED) {
      return ConnectionReason.NOBODY_HAS_ADDRESS;
    }
    if (!world.servicesAt(address).isEmpty()) {
      return world.isTakenByNodes(address)
          ? ConnectionReason.ON_TO_REAL_ADDRESS
          : ConnectionReason.ON_TO_LOAD_BALANCER;
    }
    return isOfPods(address, proxy, world)
        ? ConnectionReason.NO_POD_HAS_ADDRESS
        : ConnectionReason.ON_TO_OUTSIDE;
  }

  private static boolean isOfPods(IpAddress address, ProxySettings proxy, World world) {
    if (isIn(proxy.clusterCIDRs(), address)) {
      return true;
    }
    for (Node node : world.nodes()) {
      if (isIn(HostAddresses.podNetworks(node), address)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isIn(List<Cidr> networks, IpAddress address) {
    for (Cidr network : networks) {
      if (network.contains(address)) {
        return true;
      }
    }
    return false;
  }
}
