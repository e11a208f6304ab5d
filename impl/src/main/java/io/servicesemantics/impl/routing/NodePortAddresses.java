package io.servicesemantics.impl.routing;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.net.Cidr;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.profile.ProxySettings;

/**
 * At which addresses a node serves node ports (routing 2.11.1 to 2.11.6).
 *
 * <p>A family without any network, or with one of length 0, means every address of the node.
 */
final class NodePortAddresses {

  private static final IpAddress LOCALHOST = IpAddress.parse("127.0.0.1");

  private final NodeAddresses node;
  private final ImmutableList<Cidr> networks;
  private final boolean servesEveryIpv4;
  private final boolean servesEveryIpv6;
  private final boolean servesLocalhost;
  private final boolean servesLinkLocal;

  private NodePortAddresses(
      NodeAddresses node,
      ImmutableList<Cidr> networks,
      boolean mayServeLocalhost,
      boolean servesLinkLocal) {
    this.node = node;
    this.networks = networks;
    servesEveryIpv4 = isUnrestricted(networks, IpFamily.IPV4);
    servesEveryIpv6 = isUnrestricted(networks, IpFamily.IPV6);
    servesLocalhost = mayServeLocalhost;
    this.servesLinkLocal = servesLinkLocal;
  }

  static NodePortAddresses of(NodeAddresses node, ProxySettings settings, ProxyTraits traits) {
    return new NodePortAddresses(
        node,
        settings.isPrimaryNodePortAddresses() ? primary(node) : settings.nodePortAddresses(),
        traits.localhostNodePorts() && settings.localhostNodePorts(),
        traits.servesLinkLocal());
  }

  private static ImmutableList<Cidr> primary(NodeAddresses node) {
    ImmutableList.Builder<Cidr> networks = ImmutableList.builder();
    for (IpFamily family : IpFamily.values()) {
      IpAddress own = node.primary(family);
      if (own != null) {
        networks.add(Cidr.of(own, family.bits()));
      }
    }
    return networks.build();
  }

  private static boolean isUnrestricted(ImmutableList<Cidr> networks, IpFamily family) {
    boolean hasAny = false;
    for (Cidr network : networks) {
      if (network.family() == family) {
        if (network.prefixLength() == 0) {
          return true;
        }
        hasAny = true;
      }
    }
    return !hasAny;
  }

  /** Whether node ports are served at a destination. */
  boolean serves(IpAddress destination) {
    if (destination.isLoopback()) {
      return servesLoopback(destination);
    }
    return node.has(destination)
        && (isUnrestricted(destination.family())
            ? servesLinkLocal
                || destination.family() == IpFamily.IPV4
                || !destination.isLinkLocalUnicast()
            : isNamed(destination));
  }

  // Unrestricted, all of 127.0.0.0/8 is a local destination; restricted, only what is on lo.
  private boolean servesLoopback(IpAddress destination) {
    return servesLocalhost
        && destination.family() == IpFamily.IPV4
        && (servesEveryIpv4 || (destination.equals(LOCALHOST) && isNamed(destination)));
  }

  private boolean isUnrestricted(IpFamily family) {
    return family == IpFamily.IPV4 ? servesEveryIpv4 : servesEveryIpv6;
  }

  private boolean isNamed(IpAddress address) {
    for (int i = 0; i < networks.size(); i++) {
      if (networks.get(i).contains(address)) {
        return true;
      }
    }
    return false;
  }

  /** The addresses at which a node port can be reached, as far as they can be listed. */
  ImmutableList<IpAddress> served(IpFamily family) {
    ImmutableList.Builder<IpAddress> served = ImmutableList.builder();
    for (IpAddress address : node.all()) {
      if (address.family() == family && serves(address)) {
        served.add(address);
      }
    }
    return family == IpFamily.IPV4 && serves(LOCALHOST)
        ? served.add(LOCALHOST).build()
        : served.build();
  }
}
