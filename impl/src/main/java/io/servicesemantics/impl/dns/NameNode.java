package io.servicesemantics.impl.dns;

import io.servicesemantics.dns.DnsName;
import io.servicesemantics.dns.DnsReason;
import io.servicesemantics.dns.RecordType;
import io.servicesemantics.net.IpFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A name that has items, with its answers made beforehand: they hold no records, but make them of
 * the items whenever somebody reads them.
 */
abstract sealed class NameNode implements Keyed, Found
    permits ServiceEntry, PortNode, EndpointNode, PodNode {

  private final @Nullable DnsName labels;
  private @Nullable ZoneAnswer ipv4;
  private @Nullable ZoneAnswer ipv6;
  private @Nullable ZoneAnswer services;
  private boolean isAlias;
  private boolean leadsToNames;

  /**
   * Takes its name.
   *
   * @param labels the name before a zone; null where it is too long for any
   */
  NameNode(@Nullable DnsName labels) {
    this.labels = labels;
  }

  /** A name before a zone, out of what objects are called; null for what cannot be one. */
  static @Nullable DnsName labels(String... fromTheZoneOn) {
    Optional<DnsName> name = Optional.of(DnsName.ROOT);
    for (String label : fromTheZoneOn) {
      name = name.flatMap(above -> above.below(label));
    }
    return name.orElse(null);
  }

  /** What it leads to, in the order of the objects. */
  abstract void addItems(List<Item> items);

  /** Why there is such a name. */
  abstract DnsReason reason();

  /** How the zone is set up. */
  abstract ZoneContext context();

  @Override
  public final int keyHash() {
    return labels == null ? 0 : labels.hashCode();
  }

  /** Whether questions find it by its name: they are compared in small letters (dns 1.7). */
  boolean isAskable() {
    return labels != null && labels.isLowerCase();
  }

  /** Whether some labels of a question are its name. */
  final boolean isNamed(DnsName asked, int from, int end) {
    return labels != null && asked.isSame(from, end, labels);
  }

  /** Its name below a zone; null where that would be too long. */
  final @Nullable DnsName name(DnsName origin) {
    return labels == null ? null : labels.followedBy(origin).orElse(null);
  }

  /**
   * How many octets its name has below a zone of so many. Of the spellings that lead to something
   * in the table its own is the longest: a question of that length, in small letters, is spelled as
   * it.
   */
  final int nameLength(int originLength) {
    return labels == null ? 0 : labels.length() - 1 + originLength;
  }

  final List<Item> items() {
    List<Item> items = new ArrayList<>();
    addItems(items);
    return items;
  }

  /**
   * What may come first of all it leads to: an item of each slice, the one of the first slice first
   * (dns 9.2).
   */
  List<Item> firstItems() {
    List<Item> items = items();
    return items.isEmpty() ? items : items.subList(0, 1);
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
    isAlias = leadsToNames && firstItems().get(0).address() == null;
    ipv4 = hasIpv4 ? new NodeAnswer.OfIpv4(this) : null;
    ipv6 = hasIpv6 ? new NodeAnswer.OfIpv6(this) : null;
    services = hasPort ? new NodeAnswer.OfServices(this) : null;
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
