/**
 * Recorded answers of the real Kubernetes, and how an implementation is held against them.
 *
 * <p>Start at {@link io.servicesemantics.testkit.vector.VectorRunner}, which runs a {@link
 * io.servicesemantics.testkit.vector.Vector} and says whether the answers agree; a {@link
 * io.servicesemantics.testkit.vector.VectorFile} is where vectors are read from, those of this
 * library among them.
 *
 * <p>Everything here is a <i>neutral tree</i>: {@code Map} with text keys, {@code List}, {@code
 * String}, numbers, {@code Boolean} and null, as JSON text says. The text is read here and not by
 * the implementation under test, so that a fault in its reader cannot hide another.
 *
 * <p>Nothing in this package knows a rule of Kubernetes, nor a vector that is to be passed over.
 */
@CheckReturnValue
@NullMarked
package io.servicesemantics.testkit.vector;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
