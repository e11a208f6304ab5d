/**
 * What becomes of a cluster's traffic as a whole, and what health checks answer.
 *
 * <p>Nothing in this package knows names or manifests, nor how a node routes: that it asks of
 * {@link io.servicesemantics.routing.EndpointSelector} and {@link
 * io.servicesemantics.routing.TrafficRouter}.
 */
@CheckReturnValue
@NullMarked
package io.servicesemantics.impl.traffic;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
