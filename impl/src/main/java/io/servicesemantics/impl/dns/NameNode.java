package io.servicesemantics.impl.dns;

import io.servicesemantics.dns.DnsName;
import io.servicesemantics.dns.DnsReason;
import io.servicesemantics.dns.RecordType;
import io.servicesemantics.net.IpFamily;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A name that has items, with its answers made beforehand: they hold no records, but make them of
 * the items whenever somebody reads them.
 */
abstract sealed class NameNode extends Keyed implements Found
    permits ServiceEntry, PortNode, EndpointNode, PodNode {

  private @Nullable ZoneAnswer ipv4;
  private @Nullable ZoneAnswer ipv6;
  private @Nullable ZoneAnswer services;
  private boolean isAlias;
  private boolean leadsToNames;

  NameNode(int hash) {
    super(hash);
  }

  /** What it leads to, in the order of the objects. */
  abstract void addItems(List<Item> items);

  /** Its name below a zone; null where that would be too long. */
  abstract @Nullable DnsName name(DnsName origin);

  /**
   * How many octets its name has below a zone of so many. Of the spellings that lead here its own
   * is the longest: a question of that length, in small letters, is spelled as it.
   */
  abstract int nameLength(int originLength);

  /** Why there is such a name. */
  abstract DnsReason reason();

  /** How the zone is set up. */
  abstract ZoneContext context();

  final List<Item> items() {
    List<Item> items = new ArrayList<>();
    addItems(items);
    return items;
  }

  /** Makes its answers, once its items are known; whether there are any. */
  final boolean prepare() {
    List<Item> items = items();
    boolean hasIpv4 = false;
    boolean hasIpv6 = false;
    boolean hasPort = false;
    for (Item item : items) {
      if (item.address() == null) {
        leadsToNames = true;
      } else {
        hasIpv4 |= item.address().family() == IpFamily.IPV4;
        hasIpv6 |= item.address().family() == IpFamily.IPV6;
        hasPort |= item.port() != Item.NO_PORT;
      }
    }
    isAlias = !items.isEmpty() && items.get(0).address() == null;
    ipv4 = hasIpv4 ? new NodeAnswer(this, RecordType.A) : null;
    ipv6 = hasIpv6 ? new NodeAnswer(this, RecordType.AAAA) : null;
    services = hasPort ? new NodeAnswer(this, RecordType.SRV) : null;
    return !items.isEmpty();
  }

  /** Whether some of its items are names, so that addresses are to be looked up elsewhere. */
  final boolean leadsToNames() {
    return leadsToNames;
  }

  /** Whether it is another name for something, as its first item says (dns 6.2). */
  final boolean isAlias() {
    return isAlias;
  }

  /** Its own records of a type, told in the spelling of the zone; null where it has none. */
  final @Nullable ZoneAnswer answer(RecordType type) {
    return switch (type.number()) {
      case Types.A -> ipv4;
      case Types.AAAA -> ipv6;
      case Types.SRV -> services;
      default -> null;
    };
  }
}
