package io.servicesemantics.impl.dns;

import io.servicesemantics.net.IpAddress;
import org.jspecify.annotations.Nullable;

/**
 * One address, or other name, that a name leads to (dns 5).
 *
 * @param host the text of it
 * @param address the address; null for a name
 * @param port the port; -1 where there is none
 * @param owner the node whose name an SRV record tells
 */
record Item(String host, @Nullable IpAddress address, int port, NameNode owner) {

  static final int NO_PORT = -1;

  static Item of(String host, int port, NameNode owner) {
    return new Item(host, HostText.address(host), port, owner);
  }
}
