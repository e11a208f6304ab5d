/**
 * Brings up the Pods of a snapshot.
 *
 * <p>Start at {@link io.servicesemantics.impl.simulation.StandardWorkloadExpander}.
 */
@CheckReturnValue
@NullMarked
package io.servicesemantics.impl.simulation;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
