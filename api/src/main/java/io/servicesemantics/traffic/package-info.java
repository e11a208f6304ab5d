/**
 * Who gets how much of a cluster's service traffic, which nodes load balancers may send to, and
 * what health checks answer.
 *
 * <p>Start at {@link io.servicesemantics.traffic.TrafficShares} for who gets how much of a load, at
 * {@link io.servicesemantics.traffic.Outages} for who loses traffic when nodes go, and at {@link
 * io.servicesemantics.traffic.HealthAnswer} for what load balancers ask nodes. A <i>target</i> is a
 * node that a load balancer is given; whether it is used is up to its health check.
 *
 * <p>Nothing in this package knows names or manifests. Follows kube-proxy's {@code
 * pkg/proxy/healthcheck} and {@code pkg/proxy/conntrack}, and the service controller of {@code
 * k8s.io/cloud-provider}.
 */
@CheckReturnValue
@NullMarked
package io.servicesemantics.traffic;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
