package io.servicesemantics.routing;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import io.servicesemantics.net.IpAddress;
import java.io.Serializable;
import java.time.Instant;

/**
 * What a node remembers of one client at one Service port: an endpoint it was sent to.
 *
 * @param client the client's address, as the node saw it before masquerading
 * @param frontEnd the address and port it had asked for, where clients are remembered by it ({@link
 *     AffinityScope#FRONT_END}); empty text where they are not
 * @param endpoint the endpoint it was sent to
 * @param lastSeen when it last opened a connection
 * @param connectionsEnd when the last of its connections to the endpoint is done with, the two
 *     minutes included in which TCP waits for stragglers (TIME_WAIT); {@link Instant#MAX} while one
 *     is open, and {@link #lastSeen} where nobody knows. It matters where a client's time is
 *     prolonged ({@link AffinityMemory#prolonging})
 */
public record AffinityEntry(
    IpAddress client,
    String frontEnd,
    ServiceEndpoint endpoint,
    Instant lastSeen,
    Instant connectionsEnd)
    implements Serializable {

  /** Checks that no part is missing and that connections do not end before they begin. */
  public AffinityEntry {
    checkNotNull(client, "Client is null; expected its address");
    checkNotNull(frontEnd, "Front end is null; expected text, empty where it does not count");
    checkNotNull(endpoint, "Endpoint of a client is null; expected one");
    checkNotNull(lastSeen, "Time of a client is null; expected an instant");
    checkArgument(
        !connectionsEnd.isBefore(lastSeen),
        "End of a client's connections: \"%s\"; expected %s or later",
        connectionsEnd,
        lastSeen);
  }

  /**
   * Returns this entry with what is known of the client's connections.
   *
   * @param end when the last of them is done with; {@link Instant#MAX} while one is open
   * @return an entry that is otherwise the same
   */
  public AffinityEntry withConnectionsEnd(Instant end) {
    return new AffinityEntry(client, frontEnd, endpoint, lastSeen, end);
  }
}
