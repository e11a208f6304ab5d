/**
 * What the DNS server of a cluster answers.
 *
 * <p>Start at {@link io.servicesemantics.impl.dns.StandardClusterDns}. Every name that exists is a
 * node in one table; {@code Resolver} finds the node of a question, and answers are read from it.
 *
 * <p>Nothing in this package knows Pods' resolvers. Follows CoreDNS's {@code plugin/kubernetes} and
 * {@code plugin/backend_lookup.go}.
 */
@CheckReturnValue
@NullMarked
package io.servicesemantics.impl.dns;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
