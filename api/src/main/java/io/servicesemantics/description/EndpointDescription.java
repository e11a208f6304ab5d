package io.servicesemantics.description;

import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.endpoint.Endpoint;
import io.servicesemantics.endpoint.EndpointPort;
import io.servicesemantics.explain.Because;
import io.servicesemantics.object.NamespacedName;

/**
 * One endpoint of a Service, and who sends traffic to it.
 *
 * @param slice the slice it stands in
 * @param endpoint what the slice says of it
 * @param ports its ports
 * @param usedBy the names of the nodes that send any traffic to it, of those looked at
 * @param nodes how many nodes were looked at
 * @param because why it is used, or why not, on the first node it was looked at from
 */
public record EndpointDescription(
    NamespacedName slice,
    Endpoint endpoint,
    ImmutableList<EndpointPort> ports,
    ImmutableList<String> usedBy,
    int nodes,
    Because because) {

  /** Checks that no part is null. */
  public EndpointDescription {
    checkNotNull(slice, "Slice is null; expected its name");
    checkNotNull(endpoint, "Endpoint is null; expected what the slice says");
    checkNotNull(ports, "Ports are null; expected a list");
    checkNotNull(usedBy, "Names of nodes are null; expected a list");
    checkNotNull(because, "Account is null; expected a reason");
  }
}
