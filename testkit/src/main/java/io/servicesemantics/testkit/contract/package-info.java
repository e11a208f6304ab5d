/**
 * What every implementation of an area does, as tests to inherit.
 *
 * <p>Start at {@link io.servicesemantics.testkit.contract.SelectionContract}: a test class that
 * implements it and its one method has its implementation checked.
 *
 * <p>Nothing in this package knows an implementation; examples come from the semantics documents
 * and vectors of Kubernetes v1.36.2.
 */
@CheckReturnValue
@NullMarked
package io.servicesemantics.testkit.contract;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
