/**
 * Why something was decided.
 *
 * <p>Start at {@link io.servicesemantics.explain.Explained}. A <i>reason</i> is a constant a
 * program can match on; a <i>because</i> is a reason with the facts of the case and the earlier
 * decisions it follows from; {@link io.servicesemantics.explain.AlignedText} lays out tables.
 *
 * <p>Nothing in this package knows an area; each area has its own reasons.
 */
@CheckReturnValue
@NullMarked
package io.servicesemantics.explain;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
