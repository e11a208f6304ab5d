package io.servicesemantics.connection;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.explain.Because;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.routing.Fraction;
import java.util.Optional;

/**
 * A backend that a call may arrive at.
 *
 * @param address its address
 * @param port its port; 0 for a ping
 * @param pod the Pod it is, if one is known
 * @param node the node it is on; empty where unknown
 * @param zone the zone it is in; empty where unknown
 * @param share its exact share of new calls of clients not remembered
 * @param isSenderHidden whether it sees another sender than the caller
 * @param sees the sender it sees, where that address is known
 * @param reasons what is to be said of it, first whom it sees
 */
public record Arrival(
    IpAddress address,
    int port,
    Optional<NamespacedName> pod,
    String node,
    String zone,
    Fraction share,
    boolean isSenderHidden,
    Optional<IpAddress> sees,
    ImmutableList<Because> reasons) {

  /** Checks that no part is missing. */
  public Arrival {
    checkNotNull(address, "Address of a backend is null; expected one");
    checkArgument(
        port >= 0 && port <= CallText.HIGHEST_PORT,
        "Port of a backend: \"%s\"; expected 0 to 65535",
        port);
    checkNotNull(pod, "Pod of a backend is null; expected its name, or empty");
    checkNotNull(node, "Node of a backend is null; expected its name, or empty");
    checkNotNull(zone, "Zone of a backend is null; expected its name, or empty");
    checkNotNull(share, "Share of a backend is null; expected a fraction");
    checkNotNull(sees, "Sender a backend sees is null; expected an address, or empty");
    checkNotNull(reasons, "Reasons are null; expected a list");
  }

  /** {@return what the caller experiences if this backend is chosen} */
  public ConnectionOutcome outcome() {
    return Outcomes.settledBy(reasons).orElse(ConnectionOutcome.CONNECTED);
  }
}
