package io.servicesemantics.impl.dns;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.servicesemantics.dns.DnsName;
import io.servicesemantics.dns.DnsReason;
import java.util.List;

/** The name of ports below that of their Service: {@code _http._tcp.web…}. */
final class PortNode extends NameNode {

  private final ServiceEntry entry;
  private final PortFilter filter;

  PortNode(ServiceEntry entry, PortFilter filter) {
    super(
        labels(
            ServiceEntry.SVC,
            entry.name.namespace(),
            entry.name.name(),
            "_" + filter.protocol(),
            "_" + filter.name()));
    this.entry = entry;
    this.filter = filter;
  }

  /** What a name with an empty label, which stands for any, leads to (dns 4.4). */
  static Found found(ServiceEntry entry, DnsName asked, int port, int protocol) {
    PortFilter filter = new PortFilter(text(asked, port), text(asked, protocol));
    PortNode node = new PortNode(entry, filter);
    return node.prepare() ? node : Miss.NO_SUCH_PORT;
  }

  static boolean hasWildcard(DnsName asked, int port, int protocol) {
    return asked.octet(port) == underscores(asked, port)
        || asked.octet(protocol) == underscores(asked, protocol);
  }

  static boolean hasUnderscores(DnsName asked, int port, int protocol) {
    return underscores(asked, port) == 1 && underscores(asked, protocol) == 1;
  }

  boolean isOfProtocol(DnsName asked, int at) {
    return underscores(asked, at) == 1
        && Letters.isSameIgnoringCase(asked, at, 1, filter.protocol());
  }

  static boolean isAny(DnsName asked, int port, int protocol) {
    return asked.octet(port) == underscores(asked, port)
        && asked.octet(protocol) == underscores(asked, protocol);
  }

  private static String text(DnsName asked, int at) {
    int skipped = underscores(asked, at);
    byte[] letters = new byte[asked.octet(at) - skipped];
    for (int i = 0; i < letters.length; i++) {
      letters[i] = (byte) Letters.lower(asked.octet(at + 1 + skipped + i));
    }
    return new String(letters, US_ASCII);
  }

  // One underscore before a label is left out, wherever it came from.
  private static int underscores(DnsName asked, int at) {
    return asked.octet(at + 1) == '_' ? 1 : 0;
  }

  /** Whether a port and a protocol are its own, with or without their underscores. */
  boolean isOf(DnsName asked, int port, int protocol) {
    return Letters.isSameIgnoringCase(asked, port, underscores(asked, port), filter.name())
        && Letters.isSameIgnoringCase(
            asked, protocol, underscores(asked, protocol), filter.protocol());
  }

  PortFilter filter() {
    return filter;
  }

  ServiceEntry entry() {
    return entry;
  }

  @Override
  void addItems(List<Item> items) {
    entry.addItems(items, filter);
  }

  @Override
  List<Item> firstItems() {
    return entry.firstItems(filter);
  }

  @Override
  DnsReason reason() {
    return entry.reason();
  }

  @Override
  ZoneContext context() {
    return entry.context();
  }
}
