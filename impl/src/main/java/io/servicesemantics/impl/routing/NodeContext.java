package io.servicesemantics.impl.routing;

import io.servicesemantics.cluster.Node;
import io.servicesemantics.profile.ProxySettings;
import io.servicesemantics.routing.Balancing;

/**
 * All of a node and its kube-proxy that verdicts rest on.
 *
 * @param rules in what kube-proxies of releases differ when they choose endpoints
 * @param servesExternalIps whether external IPs are served at all (routing 2.2.5)
 */
record NodeContext(
    ProxyTraits traits,
    SelectionRules rules,
    Balancing balancing,
    NodePlace place,
    NodeAddresses addresses,
    LocalTraffic localTraffic,
    NodePortAddresses nodePorts,
    boolean masqueradeAll,
    boolean servesExternalIps) {

  static NodeContext of(Node node, ProxySetup setup) {
    ProxySettings settings = setup.settings();
    ProxyTraits traits = setup.traits();
    NodeAddresses addresses = NodeAddresses.of(node);
    return new NodeContext(
        traits,
        setup.rules(),
        traits.virtualServers()
            ? Balancing.ofIpvsScheduler(settings.ipvsScheduler())
            : Balancing.RANDOM,
        NodePlace.of(node),
        addresses,
        LocalTraffic.of(node, settings),
        NodePortAddresses.of(addresses, settings, traits),
        settings.masqueradeAll(),
        setup.servesExternalIps());
  }

  /** Whether nothing differs that a verdict rests on. */
  boolean isSameAs(NodeContext other) {
    return place.equals(other.place)
        && addresses.equals(other.addresses)
        && localTraffic.equals(other.localTraffic);
  }
}
