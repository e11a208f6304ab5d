package io.servicesemantics.routing;

import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.collect.ComparisonChain;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.net.Protocol;
import io.servicesemantics.object.NamespacedName;
import java.io.Serializable;

/**
 * One address and port at which a node answers for a Service.
 *
 * @param kind what it is good for
 * @param address the address
 * @param port the port
 * @param protocol the protocol
 * @param service the Service
 * @param portName the name of the Service's port; empty for an unnamed one, and for a health check
 */
public record FrontEnd(
    FrontEndKind kind,
    IpAddress address,
    int port,
    Protocol protocol,
    NamespacedName service,
    String portName)
    implements Comparable<FrontEnd>, Serializable {

  /** Checks that no part is missing. */
  public FrontEnd {
    checkNotNull(kind, "Kind of a front end is null; expected one");
    checkNotNull(address, "Address of a front end is null; expected one");
    checkNotNull(protocol, "Protocol of a front end is null; expected one");
    checkNotNull(service, "Service of a front end is null; expected its name");
    checkNotNull(portName, "Name of a port is null; expected text, empty where it has none");
  }

  /** Compares by address, port and protocol, then by Service, port name and kind. */
  @Override
  public int compareTo(FrontEnd other) {
    return ComparisonChain.start()
        .compare(address, other.address)
        .compare(port, other.port)
        .compare(protocol, other.protocol)
        .compare(service, other.service)
        .compare(portName, other.portName)
        .compare(kind, other.kind)
        .result();
  }

  /** {@return such as {@code TCP 10.96.0.10:80 (cluster IP of shop/web:http)}} */
  @Override
  public String toString() {
    String at = address.family() == IpFamily.IPV6 ? "[" + address + "]" : address.toString();
    String of = portName.isEmpty() ? service.toString() : service + ":" + portName;
    return protocol.wireName() + " " + at + ":" + port + " (" + kind.words() + " of " + of + ")";
  }
}
