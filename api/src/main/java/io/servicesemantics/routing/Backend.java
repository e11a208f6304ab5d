package io.servicesemantics.routing;

import static com.google.common.base.Preconditions.checkNotNull;

import java.io.Serializable;

/**
 * An endpoint that may get a flow, and how likely it does.
 *
 * @param endpoint the endpoint
 * @param share its exact share of new connections of clients not remembered (routing 3.1)
 */
public record Backend(ServiceEndpoint endpoint, Fraction share) implements Serializable {

  /** Checks that no part is missing. */
  public Backend {
    checkNotNull(endpoint, "Endpoint of a backend is null; expected one");
    checkNotNull(share, "Share of a backend is null; expected a fraction");
  }

  /** {@return address, port and share, such as {@code 10.244.2.7:8080 1/2}} */
  @Override
  public String toString() {
    return endpoint + " " + share;
  }
}
