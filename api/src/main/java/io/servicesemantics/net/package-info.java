/**
 * Addresses, networks and ports.
 *
 * <p>Start at {@link io.servicesemantics.net.IpAddress} and {@link io.servicesemantics.net.Cidr}.
 * {@code parse} reads what the API server takes today, {@code tryParseLenient} what it once took
 * and still finds in stored objects; {@link io.servicesemantics.net.AddressNotation} tells what is
 * odd about a text.
 *
 * <p>Nothing in this package knows Kubernetes objects. The reading rules follow the API server's
 * {@code util/validation/ip.go} and {@code k8s.io/utils/net}.
 */
@CheckReturnValue
@NullMarked
package io.servicesemantics.net;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
