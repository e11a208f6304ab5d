package io.servicesemantics.impl.dns;

import io.servicesemantics.dns.DnsName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds what a name is, in the table of all names and addresses; it allocates nothing for it. */
final class ZoneIndex {

  // namespace, Service, and two labels before it, behind the kind
  private static final int MOST_LABELS = 5;

  private final KeyTable table;

  ZoneIndex(KeyTable table) {
    this.table = table;
  }

  KeyTable table() {
    return table;
  }

  /** What a name below a zone is; null for a Pod's, which is not found by the table (dns 4). */
  @Nullable Found find(DnsName name, long labels, boolean isReverse) {
    int count = QueryLabels.count(labels);
    if (count == 0) {
      return Miss.APEX;
    }
    int kind = QueryLabels.fromZone(labels, 0);
    boolean isService = Letters.isSame(name, kind, ServiceEntry.SVC);
    if (!isService && !Letters.isSame(name, kind, PodNode.POD)) {
      return Miss.NO_SUCH_KIND;
    }
    if (count == 1) {
      return isService ? Miss.SERVICES : Miss.PODS;
    }
    if (count > MOST_LABELS) {
      return Miss.TOO_DEEP;
    }
    if (isReverse) {
      return Miss.REVERSE_NAME;
    }
    if (!isService) {
      return null;
    }
    if (count == 2) {
      return hasNamespace(name, labels) ? Miss.NAMESPACE : Miss.NO_SUCH_NAMESPACE;
    }
    ServiceEntry entry = service(name, labels);
    if (entry == null || !entry.isExposed) {
      return hasNamespace(name, labels) ? Miss.NO_SUCH_SERVICE : Miss.NO_SUCH_NAMESPACE;
    }
    return switch (count) {
      case 3 -> entry.whole();
      case 4 -> endpoint(entry, name, QueryLabels.fromZone(labels, 3));
      default -> entry.port(name, QueryLabels.fromZone(labels, 4), QueryLabels.fromZone(labels, 3));
    };
  }

  boolean hasNamespace(DnsName name, long labels) {
    int at = QueryLabels.fromZone(labels, 1);
    for (long slot = table.first(Letters.hash(0, name, at)); ; slot = table.next(slot)) {
      Keyed found = table.at(slot);
      if (found == null) {
        return false;
      }
      if (found instanceof NamespaceEntry entry && entry.isNamed(name, at)) {
        return true;
      }
    }
  }

  /** The Service whose name a question has at its third label from the zone on. */
  @Nullable ServiceEntry service(DnsName name, long labels) {
    int namespace = QueryLabels.fromZone(labels, 1);
    int service = QueryLabels.fromZone(labels, 2);
    int hash = Letters.hash(Letters.hash(0, name, namespace), name, service);
    for (long slot = table.first(hash); ; slot = table.next(slot)) {
      Keyed found = table.at(slot);
      if (found == null) {
        return null;
      }
      if (found.hash == hash
          && found instanceof ServiceEntry entry
          && Letters.isSame(name, namespace, entry.name.namespace())
          && Letters.isSame(name, service, entry.name.name())) {
        return entry;
      }
    }
  }

  private Found endpoint(ServiceEntry entry, DnsName name, int at) {
    if (entry.form() == ServiceForm.EXTERNAL_NAME) {
      return Miss.BELOW_EXTERNAL_NAME;
    }
    if (entry.whole() == Miss.EMPTY_SERVICE) {
      return Miss.EMPTY_SERVICE;
    }
    if (entry.hasPortsBelow(name, at)) {
      return Miss.PROTOCOL;
    }
    int hash = Letters.hash(entry.hash, name, at);
    for (long slot = table.first(hash); ; slot = table.next(slot)) {
      Keyed found = table.at(slot);
      if (found == null) {
        return Miss.NO_SUCH_ENDPOINT;
      }
      if (found.hash == hash
          && found instanceof EndpointNode node
          && node.isNamed(entry, name, at)) {
        return node;
      }
    }
  }

  /** Who has an address, when nobody else has it; null where nobody has, or several (dns 8.2). */
  @Nullable ReverseNode onlyAt(long high, long low) {
    ReverseNode only = null;
    int hash = Letters.hash(high, low);
    for (long slot = table.first(hash); ; slot = table.next(slot)) {
      Keyed found = table.at(slot);
      if (found == null) {
        return only;
      }
      if (found.hash == hash
          && found instanceof ReverseNode node
          && node.isAt(high, low)
          && node.isTold()) {
        if (only != null) {
          return null;
        }
        only = node;
      }
    }
  }

  /** Whether a reverse name is that of an address that somebody has, or above one. */
  boolean hasAddressBelow(DnsName name) {
    boolean[] isFound = new boolean[1];
    table.forEach(
        keyed -> {
          if (!isFound[0] && keyed instanceof ReverseNode node && node.isTold()) {
            isFound[0] = DnsName.parse(node.address().reverseName()).isAtOrBelow(name);
          }
        });
    return isFound[0];
  }

  /** Everybody who has an address. */
  List<ReverseNode> allAt(long high, long low) {
    List<ReverseNode> all = new ArrayList<>();
    for (long slot = table.first(Letters.hash(high, low)); ; slot = table.next(slot)) {
      Keyed found = table.at(slot);
      if (found == null) {
        return all;
      }
      if (found instanceof ReverseNode node && node.isAt(high, low)) {
        all.add(node);
      }
    }
  }
}
