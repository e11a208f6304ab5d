/**
 * Neutral trees to values and back, and every problem on the way.
 *
 * <p>Start at {@link io.servicesemantics.impl.manifest.StandardManifests}. What fields a kind has
 * stands once, in a table that both reading and writing follow ({@link
 * io.servicesemantics.impl.manifest.ServiceTable} is the one to read first); a {@link
 * io.servicesemantics.impl.manifest.Shape} is one Go type, a {@link
 * io.servicesemantics.impl.manifest.Reading} the way through one object with its faults.
 *
 * <p>Nothing here knows how text is written, nor what a Service means. Follows {@code
 * sigs.k8s.io/json}, apimachinery's {@code json.Serializer} and the {@code types.go} of each API
 * group.
 */
@CheckReturnValue
@NullMarked
package io.servicesemantics.impl.manifest;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
