/**
 * Where a node sends service traffic, decided as kube-proxy decides it.
 *
 * <p>Start at {@link io.servicesemantics.impl.routing.StandardEndpointSelector}. {@code Selector}
 * decides, {@code SelectionAccount} and {@code EndpointUses} only tell what was decided.
 *
 * <p>Nothing in this package knows names or manifests. Follows {@code pkg/proxy}: serviceport.go,
 * endpointslicecache.go, topology.go.
 */
@CheckReturnValue
@NullMarked
package io.servicesemantics.impl.routing;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
