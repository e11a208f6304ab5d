package io.servicesemantics.routing;

import java.time.Duration;

/**
 * By what a node remembers clients, which each proxy mode does in its own way (routing 2.16).
 *
 * <p>All of them forget a client some time after its last new connection, not after its last
 * packet. Limits and prolonging are the kernel's, not kube-proxy's.
 */
public enum AffinityMemory {
  /**
   * A list of recent clients for each endpoint of a Service port: iptables. A list holds 100
   * clients; the one not seen for longest makes room for the next (routing 2.16.5).
   */
  RECENT_LIST(AffinityScope.SERVICE_PORT, 100, Duration.ZERO),
  /** A set of clients, each with its time-out, for each endpoint of a Service port: nftables. */
  TIMED_SET(AffinityScope.SERVICE_PORT, Integer.MAX_VALUE, Duration.ZERO),
  /**
   * A template for each client of a virtual server: ipvs. While connections made by it last, a
   * template that should end is prolonged, by a minute each time (routing 2.16.8).
   */
  TEMPLATE(AffinityScope.FRONT_END, Integer.MAX_VALUE, Duration.ofSeconds(60));

  private final AffinityScope scope;
  private final int clientsPerEndpoint;
  private final Duration prolonging;

  AffinityMemory(AffinityScope scope, int clientsPerEndpoint, Duration prolonging) {
    this.scope = scope;
    this.clientsPerEndpoint = clientsPerEndpoint;
    this.prolonging = prolonging;
  }

  /** {@return what a client is remembered for} */
  public AffinityScope scope() {
    return scope;
  }

  /**
   * {@return how many clients are remembered for one endpoint; {@link Integer#MAX_VALUE} where no
   * limit is known}
   */
  public int clientsPerEndpoint() {
    return clientsPerEndpoint;
  }

  /**
   * {@return by how much a client's time is prolonged while it has connections; zero if it is not}
   */
  public Duration prolonging() {
    return prolonging;
  }
}
