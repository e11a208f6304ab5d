/**
 * The standard behaviour, as the real programs have it.
 *
 * <p>Start at {@link io.servicesemantics.impl.StandardSemantics}; all else is hidden.
 */
@CheckReturnValue
@NullMarked
package io.servicesemantics.impl;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
