/**
 * Where a node sends service traffic.
 *
 * <p>Start at {@link io.servicesemantics.routing.TrafficRouter}, which gives a node's {@link
 * io.servicesemantics.routing.RoutingTable}; {@link io.servicesemantics.routing.EndpointSelector}
 * answers for a single Service port. An endpoint is <i>usable</i> when it is ready, or when nothing
 * is ready and it still serves while terminating; here that word means only this.
 *
 * <p>Nothing in this package knows names or manifests, nor whence slices come. Follows kube-proxy's
 * {@code pkg/proxy}.
 */
@CheckReturnValue
@NullMarked
package io.servicesemantics.routing;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
