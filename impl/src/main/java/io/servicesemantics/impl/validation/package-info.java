/**
 * What the API server sets of itself in an object, and what it finds wrong with one.
 *
 * <p>Start at {@link io.servicesemantics.impl.validation.StandardValidator} and {@code
 * CreateRules}, which lists every rule in the order the server reports faults; {@link
 * io.servicesemantics.impl.validation.StandardDefaulter} is the other door. Rules append to one
 * {@link io.servicesemantics.impl.validation.Faults}; paths and text are made only for a fault.
 *
 * <p>Nothing in this package knows clusters, other Services or what is allocated. Follows {@code
 * pkg/apis/core/v1/defaults.go}, {@code pkg/apis/core/validation}, {@code pkg/api/service} and
 * {@code apimachinery/pkg/api/validation}.
 */
@CheckReturnValue
@NullMarked
package io.servicesemantics.impl.validation;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
