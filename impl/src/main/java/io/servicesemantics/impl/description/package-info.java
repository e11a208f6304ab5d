/**
 * Describes Services by what the areas answer.
 *
 * <p>Start at {@link io.servicesemantics.impl.description.StandardDescriber}.
 */
@CheckReturnValue
@NullMarked
package io.servicesemantics.impl.description;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
