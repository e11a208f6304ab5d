package io.servicesemantics.connection;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.Ascii;
import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableMap;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.net.Protocol;
import io.servicesemantics.object.NamespacedName;
import java.util.Optional;

/** Reads destinations. */
final class DestinationReader {

  private static final String EXPECTED =
      "\"shop/orders:http\", \"orders.shop:80\", \"https://orders.shop/\", \"10.96.0.10:53/UDP\","
          + " \"node-a:30080\", \"pod shop/web-1:8080\" or \"ping 10.96.0.10\"";
  private static final String PING = "ping ";
  private static final String POD = "pod ";
  private static final String NODE = "node ";
  private static final CharMatcher REST_OF_URL = CharMatcher.anyOf("/?#");
  private static final CharMatcher BLANKS_OR_CONTROLS =
      CharMatcher.javaIsoControl().or(CharMatcher.is(' '));
  private static final ImmutableMap<String, Integer> PORTS =
      ImmutableMap.of("http", 80, "https", 443, "ws", 80, "wss", 443);

  private final String text;

  private DestinationReader(String text) {
    this.text = text;
  }

  static Destination read(String text) {
    return new DestinationReader(text).destination(CallText.trimmed(text, "Destination", EXPECTED));
  }

  private Destination destination(String trimmed) {
    if (trimmed.startsWith(PING)) {
      String host = CharMatcher.is(' ').trimLeadingFrom(trimmed.substring(PING.length()));
      return new Destination(host(host, EXPECTED), new DestinationPort.Ping(), Optional.empty());
    }
    int scheme = trimmed.indexOf("://");
    if (scheme >= 0) {
      return url(Ascii.toLowerCase(trimmed.substring(0, scheme)), trimmed.substring(scheme + 3));
    }
    Optional<IpAddress> address = CallText.address(trimmed);
    if (address.isPresent()) {
      return new Destination(
          new DestinationHost.At(address.get()), new DestinationPort.Unsaid(), Optional.empty());
    }
    int colon = trimmed.lastIndexOf(':');
    return colon < 0
        ? new Destination(host(trimmed, EXPECTED), new DestinationPort.Unsaid(), Optional.empty())
        : new Destination(
            host(trimmed.substring(0, colon), EXPECTED),
            port(trimmed.substring(colon + 1)),
            Optional.empty());
  }

  private Destination url(String scheme, String rest) {
    check(UrlParts.isScheme(scheme), "a scheme such as \"http\" before \"://\"");
    int end = REST_OF_URL.indexIn(rest);
    String authority = end < 0 ? rest : rest.substring(0, end);
    String ignored = end < 0 ? "" : rest.substring(end);
    check(BLANKS_OR_CONTROLS.matchesNoneOf(ignored), "a URL without blanks or control characters");
    int at = authority.lastIndexOf('@');
    String hostAndPort = authority.substring(at + 1);
    int bracket = hostAndPort.lastIndexOf(']');
    int colon = hostAndPort.lastIndexOf(':');
    String said = colon > bracket ? hostAndPort.substring(colon + 1) : "";
    String host = colon > bracket ? hostAndPort.substring(0, colon) : hostAndPort;
    Protocol protocol = CallText.protocol(scheme).orElse(Protocol.TCP);
    Integer known = PORTS.get(scheme);
    check(
        !said.isEmpty() || known != null,
        "a port behind the host, for \"" + scheme + "\" has none of its own");
    int port =
        said.isEmpty() && known != null ? known : CallText.port(said).orElseThrow(this::badPort);
    return new Destination(
        hostOfUrl(host),
        new DestinationPort.Numbered(port, Optional.of(protocol)),
        Optional.of(new UrlParts(scheme, at >= 0, ignored)));
  }

  private DestinationHost hostOfUrl(String host) {
    DestinationHost read =
        host(host, "a host name or an address, IPv6 in brackets, behind \"://\"");
    check(
        read instanceof DestinationHost.Named || read instanceof DestinationHost.At,
        "a host name or an address behind \"://\"");
    return read;
  }

  private DestinationHost host(String host, String expected) {
    Optional<IpAddress> address = CallText.address(host);
    if (address.isPresent()) {
      boolean isBare = address.get().family() == IpFamily.IPV6 && !host.startsWith("[");
      check(
          !isBare || text.startsWith(PING), "an IPv6 address in brackets, as in \"[fd00::1]:80\"");
      return new DestinationHost.At(address.get());
    }
    if (host.startsWith(POD)) {
      return new DestinationHost.OfPod(name(host.substring(POD.length()), expected));
    }
    if (host.startsWith(NODE)) {
      String name = CharMatcher.is(' ').trimFrom(host.substring(NODE.length()));
      check(CallText.isName(name), expected);
      return new DestinationHost.OfNode(name);
    }
    check(!CallText.isLikeIpv4(host), "an address of four numbers from 0 to 255");
    NamespacedName name = name(host, expected);
    return name.namespace().isEmpty()
        ? new DestinationHost.Named(name.name())
        : new DestinationHost.OfService(name);
  }

  private NamespacedName name(String said, String expected) {
    String trimmed = CharMatcher.is(' ').trimFrom(said);
    int slash = trimmed.indexOf('/');
    String namespace = slash < 0 ? "" : trimmed.substring(0, slash);
    String name = trimmed.substring(slash + 1);
    check(
        CallText.isName(name)
            && (slash < 0 || (CallText.isName(namespace) && !CallText.isLikeIpv4(namespace))),
        expected);
    return NamespacedName.of(namespace, name);
  }

  private DestinationPort port(String said) {
    int slash = said.indexOf('/');
    String number = slash < 0 ? said : said.substring(0, slash);
    Optional<Protocol> protocol =
        slash < 0 ? Optional.empty() : CallText.protocol(said.substring(slash + 1));
    check(slash < 0 || protocol.isPresent(), "\"TCP\", \"UDP\" or \"SCTP\" behind the port");
    if (CallText.isNumber(number)) {
      return new DestinationPort.Numbered(
          CallText.port(number).orElseThrow(this::badPort), protocol);
    }
    check(CallText.isName(number), "a port's number or name behind the last \":\"");
    return new DestinationPort.Named(number, protocol);
  }

  private void check(boolean holds, String expected) {
    checkArgument(holds, "Destination: \"%s\"; expected %s", shown(), expected);
  }

  private IllegalArgumentException badPort() {
    return new IllegalArgumentException(
        String.format("Destination: \"%s\"; expected a port from 1 to 65535", shown()));
  }

  // A URL may hold a password.
  private String shown() {
    int scheme = text.indexOf("://");
    int at = text.lastIndexOf('@');
    return CallText.shown(
        scheme >= 0 && at > scheme
            ? text.substring(0, scheme) + "://..." + text.substring(at)
            : text);
  }
}
