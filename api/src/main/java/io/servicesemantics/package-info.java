/**
 * What a Kubernetes Service means.
 *
 * <p>Start at {@link io.servicesemantics.ServiceSemantics}. Values say what an object says, right
 * or wrong; functions judge them.
 *
 * <p>Nothing in this library talks to a cluster.
 */
@CheckReturnValue
@NullMarked
package io.servicesemantics;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
