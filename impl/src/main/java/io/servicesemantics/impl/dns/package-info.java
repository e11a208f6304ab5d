/**
 * What the DNS server of a cluster answers.
 *
 * <p>Start at {@link io.servicesemantics.impl.dns.StandardClusterDns}. Every name that exists is a
 * node in one table, in which {@code ZoneIndex} finds it; {@code ZoneEngine} goes through the
 * rules, and answers are read from the node.
 *
 * <p>Nothing in this package knows Pods' resolvers. Follows CoreDNS's {@code plugin/kubernetes} and
 * {@code plugin/backend_lookup.go}.
 */
@CheckReturnValue
@NullMarked
package io.servicesemantics.impl.dns;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
