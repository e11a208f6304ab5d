/**
 * Calls traced from caller to backend.
 *
 * <p>Start at {@link io.servicesemantics.impl.connection.StandardConnections}: caller and
 * destination are resolved to addresses ({@code CallerResolver}, {@code TargetResolver}), host
 * names as the caller would look them up ({@code ClusterNames}, {@code NameClients}), each address
 * is followed from node to node ({@code Walk}), and ways that are alike are told once ({@code
 * PathGroups}).
 *
 * <p>Nothing in this package decides what a node does, or what a name leads to; it asks routing and
 * DNS.
 */
@CheckReturnValue
@NullMarked
package io.servicesemantics.impl.connection;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
