package io.servicesemantics.description;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.net.Protocol;
import io.servicesemantics.routing.FrontEndKind;
import java.util.Optional;

/**
 * An address and port of a Service at which traffic may arrive.
 *
 * @param kind what it is good for
 * @param family the address family
 * @param address the address; empty where each node has its own
 * @param place of the node's own addresses of the family which, counted from 1; 0 for any other
 * @param port the port
 * @param protocol the protocol
 * @param portName the name of the Service's port; empty for an unnamed one, and for a health check
 */
public record TrafficDestination(
    FrontEndKind kind,
    IpFamily family,
    Optional<IpAddress> address,
    int place,
    int port,
    Protocol protocol,
    String portName) {

  /** Checks that the address is either said or one of the node's own. */
  public TrafficDestination {
    checkNotNull(kind, "Kind of a destination is null; expected one");
    checkNotNull(family, "Family of a destination is null; expected one");
    checkNotNull(protocol, "Protocol of a destination is null; expected one");
    checkNotNull(portName, "Name of a port is null; expected text, empty where it has none");
    checkArgument(
        address.isPresent() == (place == 0),
        "Place of an address: \"%s\"; expected one where the address is a node's own",
        place);
  }

  /** {@return whether it is the node's loopback address} */
  public boolean isLoopback() {
    return address.isPresent() && address.get().isLoopback();
  }
}
