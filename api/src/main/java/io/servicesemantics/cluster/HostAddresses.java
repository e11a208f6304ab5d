package io.servicesemantics.cluster;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.servicesemantics.net.Cidr;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.IpFamily;
import java.util.List;

/**
 * The addresses of nodes, as kube-proxy finds its own: internal ones before external ones, each in
 * the order of the node's status and once, loopback ones left out (routing 2.10.8).
 *
 * <p>Source: {@code pkg/util/node/node.go}, GetNodeHostIPs.
 */
public final class HostAddresses {

  private static final ImmutableList<NodeAddressType> TYPES =
      ImmutableList.of(NodeAddressType.INTERNAL_IP, NodeAddressType.EXTERNAL_IP);

  private HostAddresses() {}

  /**
   * Returns the addresses of a node.
   *
   * @param node the node; text that is no address is passed over
   * @return its addresses of both families
   */
  public static ImmutableList<IpAddress> of(Node node) {
    ImmutableSet.Builder<IpAddress> addresses = ImmutableSet.builder();
    for (NodeAddressType type : TYPES) {
      for (NodeAddress address : node.status().addresses()) {
        if (address.type().is(type)) {
          IpAddress.tryParseLenient(address.address())
              .filter(parsed -> !parsed.isLoopback())
              .ifPresent(addresses::add);
        }
      }
    }
    return addresses.build().asList();
  }

  /**
   * Returns the addresses of a node in one family; the first is its primary one.
   *
   * @param node the node
   * @param family the family
   * @return its addresses of that family
   */
  public static ImmutableList<IpAddress> of(Node node, IpFamily family) {
    return of(node).stream()
        .filter(address -> address.family() == family)
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * Returns the networks of a node's Pods, in its order: {@code spec.podCIDRs}, or the single one
   * of older objects.
   *
   * @param node the node; text that is no network is passed over
   * @return its networks
   */
  public static ImmutableList<Cidr> podNetworks(Node node) {
    List<String> said = node.spec().podCIDRs();
    ImmutableList.Builder<Cidr> networks = ImmutableList.builder();
    for (String text : said.isEmpty() ? List.of(node.spec().podCIDR()) : said) {
      Cidr.tryParseLenient(text).ifPresent(networks::add);
    }
    return networks.build();
  }
}
