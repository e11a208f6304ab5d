/**
 * The other objects Services depend on, and all of a cluster's objects at one moment.
 *
 * <p>Start at {@link io.servicesemantics.cluster.ClusterSnapshot}. Of Pods, nodes and workloads
 * only the fields are held that have a part in what a Service means.
 *
 * <p>Nothing in this package judges or fills in anything. Follows {@code core/v1/types.go} and
 * {@code networking/v1/types.go} (api 1.4, 1.5).
 */
@CheckReturnValue
@NullMarked
package io.servicesemantics.cluster;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
