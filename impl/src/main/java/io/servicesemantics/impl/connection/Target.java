package io.servicesemantics.impl.connection;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.explain.Because;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.net.Protocol;
import java.util.Optional;

/**
 * An address and port to try, or one port at addresses of several nodes.
 *
 * @param called what it is called
 * @param protocol the protocol; empty for a ping
 * @param port the port; 0 for a ping
 * @param addresses the addresses
 * @param flaw what goes wrong where it arrives, if that is known beforehand
 */
record Target(
    String called,
    Optional<Protocol> protocol,
    int port,
    ImmutableList<IpAddress> addresses,
    Optional<Because> flaw) {

  static Target at(IpAddress address, Port port) {
    return new Target(
        called(address, port),
        port.protocol(),
        port.number(),
        ImmutableList.of(address),
        Optional.empty());
  }

  private static String called(IpAddress address, Port port) {
    if (port.protocol().isEmpty()) {
      return "ping " + address;
    }
    String at = address.family() == IpFamily.IPV6 ? "[" + address + "]" : address.toString();
    return port.protocol().get().wireName() + " " + at + ":" + port.number();
  }

  Target withFlaw(Because because) {
    return new Target(called, protocol, port, addresses, Optional.of(because));
  }

  /** A port to try; of a ping neither part says anything. */
  record Port(int number, Optional<Protocol> protocol) {

    static final Port PING = new Port(0, Optional.empty());

    static Port of(int number, Protocol protocol) {
      return new Port(number, Optional.of(protocol));
    }
  }
}
