/**
 * Addresses, networks and ports.
 *
 * <p>Start at {@link io.servicesemantics.net.IpFamily}.
 *
 * <p>Nothing in this package knows Kubernetes objects. The reading rules follow the API server's
 * {@code util/validation/ip.go} and {@code k8s.io/utils/net}.
 */
@CheckReturnValue
@NullMarked
package io.servicesemantics.net;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
