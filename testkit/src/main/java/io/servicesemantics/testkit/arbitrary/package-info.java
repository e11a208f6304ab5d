/**
 * Generators of objects for jqwik properties.
 *
 * <p>Start at {@link io.servicesemantics.testkit.arbitrary.EndpointArbitraries}. They draw from
 * small ranges on purpose, so that names, zones and addresses meet.
 *
 * <p>This is the only package of the testkit that needs jqwik.
 */
@CheckReturnValue
@NullMarked
package io.servicesemantics.testkit.arbitrary;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
