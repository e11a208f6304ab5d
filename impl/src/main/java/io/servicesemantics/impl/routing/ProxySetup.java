package io.servicesemantics.impl.routing;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.Node;
import io.servicesemantics.net.Cidr;
import io.servicesemantics.profile.ProxyMode;
import io.servicesemantics.profile.ProxySettings;

/**
 * How kube-proxy is set up on every node.
 *
 * @param serviceNetworks the networks of Services where no ServiceCIDR says them
 * @param servesExternalIps whether external IPs are served (routing 2.2.5)
 */
record ProxySetup(
    ProxySettings settings, ImmutableList<Cidr> serviceNetworks, boolean servesExternalIps) {

  NodeContext on(Node node) {
    return NodeContext.of(node, settings, servesExternalIps);
  }

  ProxySetup in(ProxyMode mode) {
    return new ProxySetup(settings.withMode(mode), serviceNetworks, servesExternalIps);
  }
}
