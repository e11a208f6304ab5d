package io.servicesemantics.impl.routing;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.net.Cidr;
import io.servicesemantics.profile.FeatureGate;
import io.servicesemantics.profile.FeatureGates;
import io.servicesemantics.profile.ProxyMode;
import io.servicesemantics.profile.ProxySettings;
import io.servicesemantics.profile.Quirks;
import io.servicesemantics.profile.ServiceRanges;

/**
 * How kube-proxy is set up on every node, with all that follows from it.
 *
 * @param traits how its mode differs from others
 * @param quirks in what its release differs from the newest one
 * @param rules what follows from them for the choice of endpoints
 * @param serviceNetworks the networks of Services where no ServiceCIDR says them
 * @param servesExternalIps whether external IPs are served (routing 2.2.5)
 */
record ProxySetup(
    ProxySettings settings,
    ProxyTraits traits,
    Quirks quirks,
    SelectionRules rules,
    ImmutableList<Cidr> serviceNetworks,
    boolean servesExternalIps) {

  static ProxySetup of(
      ProxySettings settings, ServiceRanges ranges, FeatureGates gates, Quirks quirks) {
    return new ProxySetup(
        settings,
        ProxyTraits.of(settings.mode(), quirks),
        quirks,
        SelectionRules.of(gates, quirks),
        ranges.serviceCIDRs(),
        gates.has(FeatureGate.ALLOW_SERVICE_EXTERNAL_IPS));
  }

  NodeContext on(Node node) {
    return NodeContext.of(node, this);
  }

  ProxySetup in(ProxyMode mode) {
    return new ProxySetup(
        settings.withMode(mode),
        ProxyTraits.of(mode, quirks),
        quirks,
        rules,
        serviceNetworks,
        servesExternalIps);
  }
}
