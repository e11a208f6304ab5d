package io.servicesemantics.impl.routing;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.HostAddresses;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.IpFamily;
import org.jspecify.annotations.Nullable;

/**
 * The addresses of a node: internal ones before external ones, each in the order of its status, as
 * kube-proxy finds its own (routing 2.10.8).
 *
 * @param all the addresses, without loopback ones
 */
record NodeAddresses(ImmutableList<IpAddress> all) {

  static NodeAddresses of(Node node) {
    return new NodeAddresses(HostAddresses.of(node));
  }

  /** The node's own address of a family: where ranges and primary node ports are asked. */
  @Nullable IpAddress primary(IpFamily family) {
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).family() == family) {
        return all.get(i);
      }
    }
    return null;
  }

  /** Whether a packet from or to the address is the node's own, loopback included. */
  boolean isLocal(IpAddress address) {
    return has(address) || address.isLoopback();
  }

  /** Whether the address is on an interface other than loopback. */
  boolean has(IpAddress address) {
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).equals(address)) {
        return true;
      }
    }
    return false;
  }
}
