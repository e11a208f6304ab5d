package io.servicesemantics.traffic;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.base.Ascii;
import com.google.common.base.Splitter;
import com.google.common.net.HostAndPort;
import com.google.common.primitives.Ints;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.net.Protocol;
import java.io.Serializable;
import java.util.List;

/**
 * An entry of a node's connection tracking, as far as it names Services and endpoints.
 *
 * <pre>{@code
 * TrackedFlow.parse("UDP 10.96.0.10:53 -> 10.244.1.5:53")
 * }</pre>
 *
 * @param protocol the protocol
 * @param destination the address the sender asked for
 * @param destinationPort the port the sender asked for
 * @param replySource the address that replies come from: an endpoint's, or the destination itself
 *     where the flow was never sent to one
 * @param replyPort the port that replies come from
 */
public record TrackedFlow(
    Protocol protocol,
    IpAddress destination,
    int destinationPort,
    IpAddress replySource,
    int replyPort)
    implements Serializable {

  private static final Splitter WORDS = Splitter.on(' ').omitEmptyStrings();

  /** Checks that no part is missing and that both addresses are of one family. */
  public TrackedFlow {
    checkNotNull(protocol, "Protocol of a flow is null; expected one");
    checkNotNull(destination, "Destination of a flow is null; expected an address");
    checkNotNull(replySource, "Source of replies is null; expected an address");
    checkArgument(
        destination.family() == replySource.family(),
        "Source of replies from %s: \"%s\"; expected an address of the same family",
        destination,
        replySource);
    checkPort(destinationPort);
    checkPort(replyPort);
  }

  /**
   * Reads a flow: protocol, what was asked for, an arrow, and where replies come from.
   *
   * @param text such as {@code UDP 10.96.0.10:53 -> 10.244.1.5:53}, IPv6 addresses in brackets
   * @return the flow
   * @throws IllegalArgumentException for any other text
   */
  public static TrackedFlow parse(String text) {
    List<String> words = WORDS.splitToList(text);
    checkArgument(
        words.size() == 4 && words.get(2).equals("->"),
        "Tracked flow: \"%s\"; expected \"UDP 10.96.0.10:53 -> 10.244.1.5:53\" or the like",
        Ascii.truncate(text, 120, "..."));
    return new TrackedFlow(
        protocol(words.get(0)),
        address(words.get(1)),
        port(words.get(1)),
        address(words.get(3)),
        port(words.get(3)));
  }

  private static IpAddress address(String word) {
    int colon = word.lastIndexOf(':');
    String address = colon < 0 ? word : word.substring(0, colon);
    return IpAddress.parse(
        address.startsWith("[") && address.endsWith("]")
            ? address.substring(1, address.length() - 1)
            : address);
  }

  private static int port(String word) {
    Integer port = Ints.tryParse(word.substring(word.lastIndexOf(':') + 1));
    checkArgument(port != null, "Port in \"%s\"; expected a number", word);
    return port;
  }

  private static Protocol protocol(String word) {
    for (Protocol protocol : Protocol.values()) {
      if (Ascii.equalsIgnoreCase(protocol.wireName(), word)) {
        return protocol;
      }
    }
    throw new IllegalArgumentException(
        String.format("Protocol: \"%s\"; expected TCP, UDP or SCTP", word));
  }

  private static void checkPort(int port) {
    checkArgument(port >= 0 && port <= 65535, "Port of a flow: \"%s\"; expected 0 to 65535", port);
  }

  /** {@return the family of both addresses} */
  public IpFamily family() {
    return destination.family();
  }

  /** {@return whether it was sent to an endpoint, so that replies come from elsewhere} */
  public boolean isTranslated() {
    return !destination.equals(replySource) || destinationPort != replyPort;
  }

  /** {@return the flow as {@link #parse} reads it} */
  @Override
  public String toString() {
    return protocol.wireName()
        + " "
        + HostAndPort.fromParts(destination.toString(), destinationPort)
        + " -> "
        + HostAndPort.fromParts(replySource.toString(), replyPort);
  }
}
