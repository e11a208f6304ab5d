/**
 * Which Pods stand behind a Service, and the EndpointSlices that say so.
 *
 * <p>Start at {@link io.servicesemantics.slicing.SlicePlanner}: what the controllers do for one
 * Service, and why. {@link io.servicesemantics.slicing.SliceState} holds the slices of a whole
 * cluster and follows it change by change.
 *
 * <p>Nothing in this package knows kube-proxy, names or manifests. Follows {@code
 * k8s.io/endpointslice} and the controllers {@code endpointslice}, {@code endpointslicemirroring}
 * and {@code endpoint}.
 */
@CheckReturnValue
@NullMarked
package io.servicesemantics.slicing;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
