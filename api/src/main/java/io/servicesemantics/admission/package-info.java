/**
 * Whether the API server would take a Service, and what it would store.
 *
 * <p>Start at {@link io.servicesemantics.admission.ServiceAdmission}: a request is held against a
 * {@link io.servicesemantics.admission.ClusterState}, and the decision carries the state that comes
 * after it. {@link io.servicesemantics.admission.ServiceDefaulter}, {@link
 * io.servicesemantics.admission.ServiceValidator} and {@link
 * io.servicesemantics.admission.ServiceAllocator} do the single steps alone. {@link
 * io.servicesemantics.admission.ServiceFields} tells since when there is each field.
 *
 * <p>Nothing in this package knows Pods, traffic or names in DNS. Follows {@code
 * pkg/registry/core/service}, {@code pkg/apis/core/validation} and {@code pkg/api/service}.
 */
@CheckReturnValue
@NullMarked
package io.servicesemantics.admission;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
