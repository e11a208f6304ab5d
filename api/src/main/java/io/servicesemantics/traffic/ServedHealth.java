package io.servicesemantics.traffic;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.collect.ImmutableList;
import java.io.Serializable;

/**
 * What a node's health server says of a Service.
 *
 * @param port the port it listens at
 * @param addresses the addresses it listens at; {@code 0.0.0.0} or {@code ::} for all
 * @param localEndpoints how many ready addresses are on the node, over all ports (routing 4.1.3)
 * @param serviceProxyHealthy whether kube-proxy keeps up (routing 4.2.2)
 * @param answer what it answers, whatever the method and the path (routing 4.1.2)
 */
public record ServedHealth(
    int port,
    ImmutableList<String> addresses,
    int localEndpoints,
    boolean serviceProxyHealthy,
    HealthAnswer answer)
    implements Serializable {

  /** Checks that no part is missing and that the count is one. */
  public ServedHealth {
    checkNotNull(addresses, "Addresses of a health server are null; expected a list");
    checkNotNull(answer, "Answer of a health server is null; expected one");
    checkArgument(
        localEndpoints >= 0, "Local endpoints: \"%s\"; expected 0 or more", localEndpoints);
  }
}
