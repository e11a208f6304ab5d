/**
 * Assertions on the types of this library, in the manner of AssertJ.
 *
 * <p>Start at {@link io.servicesemantics.testkit.assertion.Assertions}, whose static import stands
 * in for AssertJ's own.
 *
 * <p>Nothing in this package knows an implementation.
 */
@CheckReturnValue
@NullMarked
package io.servicesemantics.testkit.assertion;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
