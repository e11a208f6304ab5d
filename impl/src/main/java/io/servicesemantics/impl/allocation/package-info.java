/**
 * Which addresses and ports of a cluster are held, and which one is taken next, as the API server's
 * allocators have it.
 *
 * <p>Start at {@link io.servicesemantics.impl.allocation.StandardServiceAllocator}. {@code Bands}
 * has the arithmetic of ranges, {@code NumberTrie} the numbers held, {@code HeldAddresses} the
 * addresses of both families; {@code FoundHoldings} makes the account of a cluster as found.
 *
 * <p>Nothing in this package knows requests, defaults or validation. Follows {@code
 * pkg/registry/core/service/ipallocator}, {@code portallocator}, and their repair loops.
 */
@CheckReturnValue
@NullMarked
package io.servicesemantics.impl.allocation;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
