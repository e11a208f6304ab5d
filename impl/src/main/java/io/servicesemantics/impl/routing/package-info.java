/**
 * Where a node sends service traffic, decided as kube-proxy decides it.
 *
 * <p>Start at {@link io.servicesemantics.impl.routing.StandardTrafficRouter}, and at {@link
 * io.servicesemantics.impl.routing.StandardEndpointSelector} for a single Service port. {@code
 * Selector} decides which endpoints a node may use, {@code Decider} every verdict that rests on
 * them, {@code RoutingEngine} takes a flow to one of those; accounts only tell what was decided.
 *
 * <p>Nothing in this package knows names or manifests. Follows {@code pkg/proxy}: serviceport.go,
 * endpointslicecache.go, topology.go, and the proxiers of iptables, nftables and ipvs.
 */
@CheckReturnValue
@NullMarked
package io.servicesemantics.impl.routing;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
