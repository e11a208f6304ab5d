/**
 * Faults in Kubernetes objects: where, of what type, and in the API server's words.
 *
 * <p>Start at {@link io.servicesemantics.fault.FieldError}.
 *
 * <p>Nothing in this package decides what is a fault. Follows {@code
 * apimachinery/pkg/util/validation/field}.
 */
@CheckReturnValue
@NullMarked
package io.servicesemantics.fault;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
