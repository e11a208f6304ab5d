/**
 * Generators of objects for jqwik properties.
 *
 * <p>Start at {@link io.servicesemantics.testkit.arbitrary.ServiceArbitraries} for requests to the
 * API server, and at {@link io.servicesemantics.testkit.arbitrary.EndpointArbitraries} for what
 * stands behind a Service. They draw from small ranges on purpose, so that names, ports, zones and
 * addresses meet; what is rare and telling is drawn as often as what is common.
 *
 * <p>This is the only package of the testkit that needs jqwik.
 */
@CheckReturnValue
@NullMarked
package io.servicesemantics.testkit.arbitrary;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
