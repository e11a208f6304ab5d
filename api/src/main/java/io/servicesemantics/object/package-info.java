/**
 * What every Kubernetes object is made of: metadata, references, and text that should be one of a
 * few names.
 *
 * <p>Start at {@link io.servicesemantics.object.ObjectMeta} and {@link
 * io.servicesemantics.object.Choice}.
 *
 * <p>Nothing in this package knows a particular kind. Follows {@code
 * apimachinery/pkg/apis/meta/v1}.
 */
@CheckReturnValue
@NullMarked
package io.servicesemantics.object;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
