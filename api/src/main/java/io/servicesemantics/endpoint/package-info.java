/**
 * What stands behind a Service: slices, and the older Endpoints.
 *
 * <p>Start at {@link io.servicesemantics.endpoint.EndpointSlice}.
 *
 * <p>Nothing in this package knows how endpoints come about. Follows {@code discovery/v1/types.go}
 * and {@code core/v1/types.go} (api 1.2, 1.3).
 */
@CheckReturnValue
@NullMarked
package io.servicesemantics.endpoint;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
