/**
 * What becomes of a request about a Service, decided as the API server decides it.
 *
 * <p>Start at {@link io.servicesemantics.impl.admission.StandardAdmission}: its methods show the
 * steps in the server's order. A step is a class; it reads and writes the one {@code Draft} of the
 * request, and either goes on or refuses. What was done is noted in the draft as it is done, and
 * the decision and the preview are read from there.
 *
 * <p>Nothing in this package knows which fields are valid, how text is decoded, or how numbers are
 * held. Follows {@code pkg/registry/core/service} and the generic registry of {@code apiserver}.
 */
@CheckReturnValue
@NullMarked
package io.servicesemantics.impl.admission;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
