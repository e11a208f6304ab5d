package io.servicesemantics.routing;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.net.Protocol;
import io.servicesemantics.object.NamespacedName;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How a node remembers the clients of one Service port (routing 2.16, 11.5).
 *
 * <p>Only new connections are asked about. The window slides: every new connection restarts it.
 * What is remembered is a plain list, which the caller keeps; nothing here has a memory.
 *
 * <pre>{@code
 * Optional<ServiceEndpoint> stuck = rule.remembered(verdict, flow, entries, now);
 * ServiceEndpoint chosen = stuck.orElseGet(() -> drawnFrom(verdict.backends()));
 * entries = rule.afterConnection(entries, flow, chosen, now);
 * }</pre>
 *
 * @param service the Service
 * @param portName the name of its port; empty for an unnamed one
 * @param protocol the protocol
 * @param family the address family
 * @param memory by what clients are remembered
 * @param timeout how long after its last connection it is forgotten
 * @param endpoints the endpoints reachable from the node, in the order in which they are asked
 */
public record SessionAffinityRule(
    NamespacedName service,
    String portName,
    Protocol protocol,
    IpFamily family,
    AffinityMemory memory,
    Duration timeout,
    EndpointSet endpoints)
    implements Serializable {

  /** Checks that no part is missing and that there is a time to remember. */
  public SessionAffinityRule {
    checkNotNull(service, "Service of an affinity rule is null; expected its name");
    checkNotNull(portName, "Name of a port is null; expected text, empty where it has none");
    checkNotNull(protocol, "Protocol of an affinity rule is null; expected one");
    checkNotNull(family, "Family of an affinity rule is null; expected one");
    checkNotNull(memory, "Memory of an affinity rule is null; expected one");
    checkNotNull(endpoints, "Endpoints of an affinity rule are null; expected a set");
    checkArgument(
        timeout.compareTo(Duration.ZERO) > 0,
        "Affinity time-out: \"%s\"; expected more than no time",
        timeout);
  }

  /**
   * Returns the endpoint a client is sent back to.
   *
   * <p>Of several it is remembered at, the first in order that the verdict allows counts (routing
   * 2.16.4); an endpoint the verdict no longer allows is passed over (routing 2.16.9).
   *
   * @param verdict what the routing table says of the flow
   * @param flow the new connection
   * @param entries what is remembered of any clients of this Service port
   * @param now when the connection is opened
   * @return the endpoint; empty where the client is new or forgotten, so that one is drawn
   */
  public Optional<ServiceEndpoint> remembered(
      Forward verdict, Flow flow, Iterable<AffinityEntry> entries, Instant now) {
    for (ServiceEndpoint candidate : verdict.endpoints()) {
      for (AffinityEntry entry : entries) {
        if (isSame(entry.endpoint(), candidate) && isOf(entry, flow) && isFresh(entry, now)) {
          return Optional.of(candidate);
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Returns what is remembered after a connection. Where an endpoint has more clients than can be
   * remembered, the one not seen for longest is forgotten (routing 2.16.5).
   *
   * @param entries what was remembered before
   * @param flow the connection
   * @param chosen the endpoint it was sent to
   * @param now when it was opened
   * @return the entries still fresh, the client's own at that endpoint new
   */
  public ImmutableList<AffinityEntry> afterConnection(
      Iterable<AffinityEntry> entries, Flow flow, ServiceEndpoint chosen, Instant now) {
    ImmutableList.Builder<AffinityEntry> next = ImmutableList.builder();
    for (AffinityEntry entry : entries) {
      boolean isReplaced =
          isOf(entry, flow)
              && (memory.scope() == AffinityScope.FRONT_END || isSame(entry.endpoint(), chosen));
      if (!isReplaced && isFresh(entry, now)) {
        next.add(entry);
      }
    }
    AffinityEntry own = new AffinityEntry(flow.source(), frontEnd(flow), chosen, now, now);
    return withoutSurplus(next.build(), own);
  }

  // There is room for the newcomer: one is forgotten at most, since one comes at a time.
  private ImmutableList<AffinityEntry> withoutSurplus(
      ImmutableList<AffinityEntry> entries, AffinityEntry own) {
    AffinityEntry oldest = null;
    int others = 0;
    for (AffinityEntry entry : entries) {
      if (isSame(entry.endpoint(), own.endpoint())) {
        others++;
        oldest = oldest == null || entry.lastSeen().isBefore(oldest.lastSeen()) ? entry : oldest;
      }
    }
    ImmutableList.Builder<AffinityEntry> kept = ImmutableList.builder();
    for (AffinityEntry entry : entries) {
      if (others < memory.clientsPerEndpoint() || !entry.equals(oldest)) {
        kept.add(entry);
      }
    }
    return kept.add(own).build();
  }

  /**
   * Returns what is remembered after the node's endpoints changed: entries of endpoints that this
   * rule no longer reaches are gone, so that a returning endpoint starts without clients (routing
   * 2.16.9).
   *
   * @param entries what was remembered before
   * @return the entries whose endpoint is still reachable
   */
  public ImmutableList<AffinityEntry> afterChange(Iterable<AffinityEntry> entries) {
    ImmutableList.Builder<AffinityEntry> next = ImmutableList.builder();
    for (AffinityEntry entry : entries) {
      for (ServiceEndpoint endpoint : endpoints) {
        if (isSame(endpoint, entry.endpoint())) {
          next.add(entry);
        }
      }
    }
    return next.build();
  }

  /**
   * Returns when a client is forgotten if it opens no further connection: the time-out after its
   * last one; where time is prolonged, at the first step that finds no connection left (routing
   * 2.16.8).
   *
   * @param entry what is remembered of the client
   * @return the first instant at which it is a new client; {@link Instant#MAX} while a connection
   *     that prolongs its time is open
   */
  public Instant forgottenAt(AffinityEntry entry) {
    Instant due = entry.lastSeen().plus(timeout);
    Duration step = memory.prolonging();
    if (step.isZero() || !entry.connectionsEnd().isAfter(due)) {
      return due;
    }
    if (entry.connectionsEnd().equals(Instant.MAX)) {
      return Instant.MAX;
    }
    Duration longer = Duration.between(due, entry.connectionsEnd());
    long steps = longer.plus(step).minusNanos(1).dividedBy(step);
    return due.plus(step.multipliedBy(steps));
  }

  // Conditions and hints may have changed since; the address and port are the endpoint.
  private static boolean isSame(ServiceEndpoint one, ServiceEndpoint other) {
    return one.port() == other.port() && one.address().equals(other.address());
  }

  private boolean isOf(AffinityEntry entry, Flow flow) {
    return entry.client().equals(flow.source()) && entry.frontEnd().equals(frontEnd(flow));
  }

  private boolean isFresh(AffinityEntry entry, Instant now) {
    return now.isBefore(forgottenAt(entry));
  }

  private String frontEnd(Flow flow) {
    return switch (memory.scope()) {
      case SERVICE_PORT -> "";
      case FRONT_END -> flow.destination() + " " + flow.port();
    };
  }
}
