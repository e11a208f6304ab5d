package io.servicesemantics.routing;

import static com.google.common.base.Preconditions.checkNotNull;

import io.servicesemantics.net.IpAddress;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;

/**
 * What a node remembers of one client at one Service port: an endpoint it was sent to.
 *
 * @param client the client's address, as the node saw it before masquerading
 * @param frontEnd the address and port it had asked for, as {@code ip:port}, where clients are
 *     remembered by it ({@link AffinityScope#FRONT_END})
 * @param endpoint the endpoint it was sent to
 * @param lastSeen when it last opened a connection
 */
public record AffinityEntry(
    IpAddress client, Optional<String> frontEnd, ServiceEndpoint endpoint, Instant lastSeen)
    implements Serializable {

  /** Checks that no part is missing. */
  public AffinityEntry {
    checkNotNull(client, "Client is null; expected its address");
    checkNotNull(frontEnd, "Front end is null; expected one, or empty");
    checkNotNull(endpoint, "Endpoint of a client is null; expected one");
    checkNotNull(lastSeen, "Time of a client is null; expected an instant");
  }
}
