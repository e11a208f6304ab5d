/**
 * From objects as people write them to a cluster as it stands once everything is up.
 *
 * <p>Start at {@link io.servicesemantics.simulation.WorkloadExpander}.
 *
 * <p>Nothing in this package knows what Services mean. Follows the naming and labelling of the
 * controllers under {@code pkg/controller}; placing and addressing are plain on purpose, since no
 * rule of Services depends on how they are done.
 */
@CheckReturnValue
@NullMarked
package io.servicesemantics.simulation;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
