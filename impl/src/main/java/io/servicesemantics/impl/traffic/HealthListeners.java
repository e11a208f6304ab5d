package io.servicesemantics.impl.traffic;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.HostAddresses;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.net.Cidr;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.profile.ProxySettings;

/** At which addresses a node's health servers listen (routing 4.1.1). */
final class HealthListeners {

  private HealthListeners() {}

  /** The addresses; none where node ports are kept to networks that the node is not in. */
  static ImmutableList<String> of(Node node, IpFamily family, ProxySettings settings) {
    ImmutableList<IpAddress> own = HostAddresses.of(node, family);
    if (settings.isPrimaryNodePortAddresses()) {
      return own.isEmpty() ? everywhere(family) : ImmutableList.of(own.get(0).toString());
    }
    boolean isRestricted = false;
    for (Cidr network : settings.nodePortAddresses()) {
      if (network.family() == family) {
        if (network.prefixLength() == 0) {
          return everywhere(family);
        }
        isRestricted = true;
      }
    }
    return isRestricted ? within(settings.nodePortAddresses(), own, family) : everywhere(family);
  }

  private static ImmutableList<String> everywhere(IpFamily family) {
    return ImmutableList.of(family == IpFamily.IPV4 ? "0.0.0.0" : "::");
  }

  // The interface lo is one of the node's.
  private static ImmutableList<String> within(
      ImmutableList<Cidr> networks, ImmutableList<IpAddress> own, IpFamily family) {
    ImmutableList.Builder<String> addresses = ImmutableList.builder();
    for (IpAddress address : own) {
      if (isIn(networks, address)) {
        addresses.add(address.toString());
      }
    }
    IpAddress loopback = family.loopback();
    if (isIn(networks, loopback)) {
      addresses.add(loopback.toString());
    }
    return addresses.build();
  }

  private static boolean isIn(ImmutableList<Cidr> networks, IpAddress address) {
    for (Cidr network : networks) {
      if (network.contains(address)) {
        return true;
      }
    }
    return false;
  }
}
