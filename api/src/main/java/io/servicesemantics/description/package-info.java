/**
 * What becomes of the Services of a manifest, told for a reader.
 *
 * <p>Start at {@link io.servicesemantics.description.Describer}. A <i>complaint</i> is something
 * that will not work, or probably not, with its place and a cure; a <i>note</i> is something that
 * works as it was made to, in a way that surprises many.
 *
 * <p>Nothing in this package decides anything: it puts together what the areas answer.
 */
@CheckReturnValue
@NullMarked
package io.servicesemantics.description;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
