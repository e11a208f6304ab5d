package io.servicesemantics.impl.routing;

import com.google.common.collect.ImmutableMap;
import io.servicesemantics.profile.ProxyMode;
import io.servicesemantics.profile.Quirk;
import io.servicesemantics.profile.Quirks;
import io.servicesemantics.routing.AffinityMemory;
import io.servicesemantics.routing.RoutingReason;

/**
 * How a proxy mode differs from the others, as named facts: steps ask these, never the mode.
 *
 * @param virtualServers whether addresses lead to virtual servers of the kernel, which know neither
 *     short circuits nor drops (routing 2.15)
 * @param bindsAddresses whether the node takes the Services' addresses for its own (routing 2.15.9)
 * @param outsideRanges what becomes of senders outside the source ranges
 * @param filtersWithoutEndpoints whether source ranges count for a Service without endpoints too
 *     (routing 2.6.4)
 * @param acceptsEveryVip whether, with the node in a range, any load-balancer address of the
 *     Service is accepted as a sender, or only the one asked for (routing 2.10.2, 2.15.8)
 * @param otherPort what becomes of a port that a cluster IP does not have (routing 2.7.6)
 * @param ping what becomes of a ping of an address of a Service (routing 2.7.6, 2.15.9)
 * @param freeAddress what becomes of a free address of a Service network (routing 2.7.7)
 * @param noEndpointsUnseenByHost whether traffic of the node itself passes by the rule that refuses
 *     external addresses without endpoints (routing 2.9.3)
 * @param refusesExcludedNodePorts whether a node port without endpoints is refused at addresses
 *     where none is served (routing 2.11.8)
 * @param localhostNodePorts whether node ports can be served at 127.0.0.0/8 (routing 2.11.6)
 * @param servesLinkLocal whether, unrestricted, node ports are served at link-local addresses of
 *     IPv6 (routing 2.11.5)
 * @param fallsThroughToNodePorts whether what no Service address took may still be a node port's
 *     (routing 2.11.11)
 * @param masksAnyEndpointToItself whether an endpoint that calls itself sees another sender also
 *     when it is on another node (routing 2.12.6)
 * @param filtersOwnTrafficFirst whether traffic of the node itself meets the rules for Services
 *     without endpoints before any other (versions R4, R5)
 * @param affinityMemory by what clients are remembered (routing 2.16)
 */
record ProxyTraits(
    boolean virtualServers,
    boolean bindsAddresses,
    RoutingReason outsideRanges,
    boolean filtersWithoutEndpoints,
    boolean acceptsEveryVip,
    RoutingReason otherPort,
    RoutingReason ping,
    RoutingReason freeAddress,
    boolean noEndpointsUnseenByHost,
    boolean refusesExcludedNodePorts,
    boolean localhostNodePorts,
    boolean servesLinkLocal,
    boolean fallsThroughToNodePorts,
    boolean masksAnyEndpointToItself,
    boolean filtersOwnTrafficFirst,
    AffinityMemory affinityMemory) {

  // As the newest release has them.
  private static final ImmutableMap<ProxyMode, ProxyTraits> BY_MODE =
      ImmutableMap.of(
          ProxyMode.IPTABLES,
          new ProxyTraits(
              /* virtualServers= */ false,
              /* bindsAddresses= */ false,
              RoutingReason.OUTSIDE_SOURCE_RANGES,
              /* filtersWithoutEndpoints= */ false,
              /* acceptsEveryVip= */ true,
              RoutingReason.CLUSTER_IP_OTHER_PORT_IGNORED,
              RoutingReason.CLUSTER_IP_PING_IGNORED,
              RoutingReason.FREE_CLUSTER_IP_IGNORED,
              /* noEndpointsUnseenByHost= */ true,
              /* refusesExcludedNodePorts= */ true,
              /* localhostNodePorts= */ true,
              /* servesLinkLocal= */ true,
              /* fallsThroughToNodePorts= */ true,
              /* masksAnyEndpointToItself= */ true,
              /* filtersOwnTrafficFirst= */ false,
              AffinityMemory.RECENT_LIST),
          ProxyMode.NFTABLES,
          new ProxyTraits(
              /* virtualServers= */ false,
              /* bindsAddresses= */ false,
              RoutingReason.OUTSIDE_SOURCE_RANGES_AT_ONCE,
              /* filtersWithoutEndpoints= */ true,
              /* acceptsEveryVip= */ true,
              RoutingReason.CLUSTER_IP_OTHER_PORT_REFUSED,
              RoutingReason.CLUSTER_IP_PING_REFUSED,
              RoutingReason.FREE_CLUSTER_IP_DROPPED,
              /* noEndpointsUnseenByHost= */ false,
              /* refusesExcludedNodePorts= */ false,
              /* localhostNodePorts= */ false,
              /* servesLinkLocal= */ true,
              /* fallsThroughToNodePorts= */ false,
              /* masksAnyEndpointToItself= */ false,
              /* filtersOwnTrafficFirst= */ false,
              AffinityMemory.TIMED_SET),
          ProxyMode.IPVS,
          new ProxyTraits(
              /* virtualServers= */ true,
              /* bindsAddresses= */ true,
              RoutingReason.OUTSIDE_SOURCE_RANGES_OF_VIRTUAL_SERVER,
              /* filtersWithoutEndpoints= */ true,
              /* acceptsEveryVip= */ false,
              RoutingReason.BOUND_ADDRESS_OTHER_PORT_REFUSED,
              RoutingReason.BOUND_ADDRESS_PING_REFUSED,
              RoutingReason.FREE_CLUSTER_IP_IGNORED,
              /* noEndpointsUnseenByHost= */ false,
              /* refusesExcludedNodePorts= */ false,
              /* localhostNodePorts= */ false,
              /* servesLinkLocal= */ false,
              /* fallsThroughToNodePorts= */ false,
              /* masksAnyEndpointToItself= */ false,
              /* filtersOwnTrafficFirst= */ false,
              AffinityMemory.TEMPLATE));

  static ProxyTraits of(ProxyMode mode, Quirks quirks) {
    ProxyTraits traits = BY_MODE.get(mode);
    if (traits == null) {
      throw new IllegalArgumentException(
          String.format("Proxy mode: \"%s\"; expected one of %s", mode, BY_MODE.keySet()));
    }
    return mode == ProxyMode.NFTABLES ? traits.ofNftables(quirks) : traits;
  }

  private ProxyTraits ofNftables(Quirks quirks) {
    return new ProxyTraits(
        virtualServers,
        bindsAddresses,
        outsideRanges,
        filtersWithoutEndpoints,
        acceptsEveryVip,
        otherPort,
        ping,
        freeAddress,
        noEndpointsUnseenByHost,
        refusesExcludedNodePorts,
        localhostNodePorts,
        servesLinkLocal,
        fallsThroughToNodePorts,
        quirks.has(Quirk.REMOTE_HAIRPIN_HIDDEN),
        quirks.has(Quirk.OWN_TRAFFIC_FILTERED_FIRST),
        affinityMemory);
  }
}
