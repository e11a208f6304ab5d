/**
 * The command that describes a manifest.
 *
 * <p>Start at {@link io.servicesemantics.impl.app.DescribeMain}. Not part of the library.
 */
@CheckReturnValue
@NullMarked
package io.servicesemantics.impl.app;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
