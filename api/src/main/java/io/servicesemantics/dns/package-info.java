/**
 * Which names a cluster gives to its Services and Pods, and what its DNS server answers.
 *
 * <p>Start at {@link io.servicesemantics.dns.ClusterDns}, which makes a {@link
 * io.servicesemantics.dns.DnsZone} of a snapshot: that answers questions. {@link
 * io.servicesemantics.dns.DnsNames} makes the names of objects.
 *
 * <p>Nothing in this package knows Pods' resolvers or routing. Follows the kubernetes plugin of
 * CoreDNS ({@code plugin/kubernetes}) and the Kubernetes DNS specification 1.1.0.
 */
@CheckReturnValue
@NullMarked
package io.servicesemantics.dns;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
