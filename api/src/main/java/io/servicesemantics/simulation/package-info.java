/**
 * From objects as people write them to a cluster as it stands once everything is up.
 *
 * <p>Start at {@link io.servicesemantics.simulation.ClusterSimulator}; {@link
 * io.servicesemantics.simulation.WorkloadExpander} brings up Pods alone.
 *
 * <p>Nothing in this package knows what Services mean; it asks admission and slicing. Follows the
 * naming and labelling of the controllers under {@code pkg/controller}; placing and addressing Pods
 * is plain on purpose, since no rule of Services depends on how it is done.
 */
@CheckReturnValue
@NullMarked
package io.servicesemantics.simulation;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
