package io.servicesemantics.connection;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.util.Optional;

/**
 * What is called, as people and programs say it.
 *
 * <pre>{@code
 * Destination.parse("shop/orders:http")             // a Service, its port by name or number
 * Destination.parse("orders.shop:80")               // a name, looked up from where the caller is
 * Destination.parse("https://orders.shop.svc/cart") // a URL; 443
 * Destination.parse("10.96.0.10:53/UDP")            // an address; [fd00::1]:80
 * Destination.parse("node-a:30080")                 // a node, or "node node-a:30080"
 * Destination.parse("pod shop/web-1:8080")
 * Destination.parse("ping orders.shop")
 * }</pre>
 *
 * @param host what is called
 * @param port at which port
 * @param url what a URL says besides; empty where it is none
 */
public record Destination(DestinationHost host, DestinationPort port, Optional<UrlParts> url) {

  /** Checks that no part is missing, and that a URL has a port. */
  public Destination {
    checkNotNull(host, "Host called is null; expected one");
    checkNotNull(port, "Port called is null; expected one");
    checkArgument(
        url.isEmpty()
            || (port instanceof DestinationPort.Numbered numbered
                && numbered.protocol().isPresent()),
        "Port of a URL: \"%s\"; expected a number and a protocol",
        port);
    checkArgument(
        url.isEmpty()
            || host instanceof DestinationHost.Named
            || host instanceof DestinationHost.At,
        "Host of a URL: \"%s\"; expected a host name or an address",
        host);
  }

  /**
   * Reads a destination.
   *
   * @param text as in the examples above
   * @return the destination
   * @throws IllegalArgumentException for any other text
   */
  public static Destination parse(String text) {
    return DestinationReader.read(text);
  }

  /** {@return whether it is a ping} */
  public boolean isPing() {
    return port instanceof DestinationPort.Ping;
  }

  /** {@return the destination as {@link #parse} reads it} */
  @Override
  public String toString() {
    if (isPing()) {
      return "ping " + host;
    }
    if (url.isPresent() && port instanceof DestinationPort.Numbered numbered) {
      UrlParts parts = url.get();
      return parts.scheme()
          + "://"
          + (parts.hasUserInfo() ? "...@" : "")
          + host
          + ":"
          + numbered.number()
          + parts.rest();
    }
    return host.toString() + port;
  }
}
