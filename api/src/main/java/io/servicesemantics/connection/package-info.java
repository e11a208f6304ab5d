/**
 * From here to there as people say it: who calls, what is called, and what becomes of the call on
 * every node it passes.
 *
 * <p>Start at {@link io.servicesemantics.connection.Connections}, which traces a {@link
 * io.servicesemantics.connection.Caller} to a {@link io.servicesemantics.connection.Destination}.
 * Names are looked up here, as the caller asks DNS for them, one floor above routing, which knows
 * addresses alone.
 *
 * <p>Nothing in this package knows NetworkPolicy, or whether a process listens where a call
 * arrives. Follows {@code pkg/proxy} node by node (routing 2.12, 2.15, 2.19).
 */
@CheckReturnValue
@NullMarked
package io.servicesemantics.connection;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
