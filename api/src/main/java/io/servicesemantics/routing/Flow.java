package io.servicesemantics.routing;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.base.Ascii;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Ints;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.net.Protocol;
import io.servicesemantics.object.WireName;
import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A new connection, or its like without connections, as the first node it passes sees it.
 *
 * <pre>{@code
 * Flow.parse("TCP 10.244.1.5 -> 10.96.0.10:80")
 * Flow.parse("UDP fd00:1::5 -> [fd00:96::a]:53")
 * Flow.parse("TCP host 192.168.0.2 -> 127.0.0.1:30080")    // a process of the node itself
 * }</pre>
 *
 * @param protocol the protocol
 * @param origin where it comes from
 * @param source the sender's address, as the node sees it
 * @param destination the address asked for
 * @param port the port asked for, 0 to 65535
 */
public record Flow(
    Protocol protocol, FlowOrigin origin, IpAddress source, IpAddress destination, int port)
    implements Serializable {

  private static final int HIGHEST_PORT = 65535;
  private static final Splitter WORDS = Splitter.on(' ').omitEmptyStrings();

  /** Checks that no part is missing and that both addresses are of one family. */
  public Flow {
    checkNotNull(protocol, "Protocol of a flow is null; expected one");
    checkNotNull(origin, "Origin of a flow is null; expected one");
    checkNotNull(source, "Source of a flow is null; expected an address");
    checkNotNull(destination, "Destination of a flow is null; expected an address");
    checkArgument(
        source.family() == destination.family(),
        "Source of a flow to %s: \"%s\"; expected an address of the same family",
        destination,
        source);
    checkArgument(
        port >= 0 && port <= HIGHEST_PORT, "Port of a flow: \"%s\"; expected 0 to 65535", port);
  }

  /**
   * Returns a flow whose origin is told by its source.
   *
   * @param protocol the protocol
   * @param source the sender's address
   * @param destination the address asked for
   * @param port the port asked for
   * @return the flow
   */
  public static Flow of(Protocol protocol, IpAddress source, IpAddress destination, int port) {
    return new Flow(protocol, FlowOrigin.BY_SOURCE, source, destination, port);
  }

  /**
   * Reads a flow: protocol, an origin or none, source, an arrow, destination and port.
   *
   * @param text such as {@code TCP 10.244.1.5 -> 10.96.0.10:80}
   * @return the flow
   * @throws IllegalArgumentException for any other text
   */
  public static Flow parse(String text) {
    Flow flow = read(text);
    checkArgument(
        flow != null,
        "Flow: \"%s\"; expected \"TCP 10.244.1.5 -> 10.96.0.10:80\" or the like",
        Ascii.truncate(text, 120, "..."));
    return flow;
  }

  /**
   * Reads a flow.
   *
   * @param text any text
   * @return what {@link #parse} would read, or nothing where it would throw
   */
  public static Optional<Flow> tryParse(String text) {
    return Optional.ofNullable(read(text));
  }

  private static @Nullable Flow read(String text) {
    ImmutableList<String> words = ImmutableList.copyOf(WORDS.split(text));
    if (words.size() < 4 || words.size() > 5 || !words.get(words.size() - 2).equals("->")) {
      return null;
    }
    Protocol protocol = named(Protocol.values(), words.get(0));
    FlowOrigin origin =
        words.size() == 4 ? FlowOrigin.BY_SOURCE : named(FlowOrigin.values(), words.get(1));
    IpAddress source = IpAddress.tryParse(words.get(words.size() - 3)).orElse(null);
    String to = words.get(words.size() - 1);
    int colon = to.lastIndexOf(':');
    if (protocol == null || origin == null || source == null || colon < 0) {
      return null;
    }
    IpAddress destination = address(to.substring(0, colon));
    Integer port = Ints.tryParse(to.substring(colon + 1));
    return destination == null
            || destination.family() != source.family()
            || port == null
            || port < 0
            || port > HIGHEST_PORT
        ? null
        : new Flow(protocol, origin, source, destination, port);
  }

  private static @Nullable IpAddress address(String text) {
    boolean isBracketed = text.startsWith("[") && text.endsWith("]") && text.length() > 1;
    String inner = isBracketed ? text.substring(1, text.length() - 1) : text;
    return IpAddress.tryParse(inner)
        .filter(address -> isBracketed == (address.family() == IpFamily.IPV6))
        .orElse(null);
  }

  private static <E extends WireName> @Nullable E named(E[] constants, String word) {
    for (E constant : constants) {
      if (!word.isEmpty() && Ascii.equalsIgnoreCase(constant.wireName(), word)) {
        return constant;
      }
    }
    return null;
  }

  /** {@return the family of both addresses} */
  public IpFamily family() {
    return destination.family();
  }

  /**
   * Returns this flow with another origin.
   *
   * @param origin where it comes from
   * @return a flow that is otherwise the same
   */
  public Flow withOrigin(FlowOrigin origin) {
    return new Flow(protocol, origin, source, destination, port);
  }

  /** {@return the flow as {@link #parse} reads it} */
  @Override
  public String toString() {
    String to =
        family() == IpFamily.IPV6 ? "[" + destination + "]:" + port : destination + ":" + port;
    String from = origin == FlowOrigin.BY_SOURCE ? "" : origin.wireName() + " ";
    return protocol.wireName() + " " + from + source + " -> " + to;
  }
}
