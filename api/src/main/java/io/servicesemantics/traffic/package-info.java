/**
 * Who gets how much of a cluster's service traffic, which nodes load balancers may send to, and
 * what health checks answer.
 *
 * <p>Start at {@link io.servicesemantics.traffic.TrafficShares} for who gets how much of a load, at
 * {@link io.servicesemantics.traffic.Outages} for who loses traffic when nodes go, at {@link
 * io.servicesemantics.traffic.LoadBalancerTargets} for the nodes of a load balancer, at {@link
 * io.servicesemantics.traffic.HealthChecker} and {@link io.servicesemantics.traffic.ProxyHealth}
 * for what it asks them, and at {@link io.servicesemantics.traffic.FlowCleaner} for flows that stay
 * with endpoints that are gone. A <i>target</i> is a node that a load balancer is given; whether it
 * is used is up to its health check.
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
