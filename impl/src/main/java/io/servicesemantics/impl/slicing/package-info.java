/**
 * Which Pods stand behind a Service, and the slices that say so, as the real controllers decide it.
 *
 * <p>Start at {@link io.servicesemantics.impl.slicing.StandardSlicePlanner}. {@code PodDecision} is
 * what is decided about one Pod, {@code FamilyWork} the reconciler of one address type; answers and
 * accounts are read from what these leave behind.
 *
 * <p>Nothing in this package knows kube-proxy or text. Follows {@code k8s.io/endpointslice} and the
 * controllers {@code endpointslice}, {@code endpointslicemirroring} and {@code endpoint}.
 */
@CheckReturnValue
@NullMarked
package io.servicesemantics.impl.slicing;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
