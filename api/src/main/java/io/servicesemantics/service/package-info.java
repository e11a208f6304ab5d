/**
 * The Service and its parts, as an object says them.
 *
 * <p>Start at {@link io.servicesemantics.service.Service}. Accessors are the JSON field names.
 *
 * <p>Nothing in this package judges or fills in anything. Follows {@code core/v1/types.go} (api
 * 1.1).
 */
@CheckReturnValue
@NullMarked
package io.servicesemantics.service;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
