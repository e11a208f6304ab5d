/**
 * Immutable collections whose next version is cheap.
 *
 * <p>Start at {@link io.servicesemantics.collect.ShardedMap}. They carry the indexes that follow a
 * cluster change by change; everything else uses Guava's immutable collections.
 *
 * <p>Nothing in this package knows Kubernetes, and no other module but the standard behaviour sees
 * it.
 */
@CheckReturnValue
@NullMarked
package io.servicesemantics.collect;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
