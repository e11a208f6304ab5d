package io.servicesemantics.impl.dns;

import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableSet;
import io.servicesemantics.dns.DnsName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what a name is, in the table of all names and addresses; it allocates nothing for it. */
final class ZoneIndex {

  // namespace, Service, and two labels before it, behind the kind
  private static final int MOST_LABELS = 5;

  private final KeyTable table;
  private final Supplier<ImmutableSet<DnsName>> reverseNames;

  ZoneIndex(KeyTable table) {
    this.table = table;
    this.reverseNames = Suppliers.memoize(() -> reverseNames(table));
  }

  KeyTable table() {
    return table;
  }

  /** What a name below a zone is; null for a Pod's, which is not found by the table (dns 4). */
  @Nullable Found find(DnsName name, long labels, int end, boolean isReverse) {
    Keyed known = isReverse ? null : at(name, 0, end);
    if (known instanceof ServiceEntry entry) {
      return entry.whole();
    }
    return known instanceof NameNode node ? node : notListed(name, labels, end, isReverse);
  }

  // What stands in the table under no name of its own: what is above, and why there is nothing.
  private @Nullable Found notListed(DnsName name, long labels, int end, boolean isReverse) {
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
    if (!(at(name, QueryLabels.fromZone(labels, 1), end) instanceof NamespaceEntry namespace)) {
      return Miss.NO_SUCH_NAMESPACE;
    }
    if (count == 2 || namespace.found() == Miss.PODS_DISABLED) {
      return namespace.found();
    }
    if (!isService) {
      return null;
    }
    return at(name, QueryLabels.fromZone(labels, 2), end) instanceof ServiceEntry entry
        ? below(entry, name, labels)
        : Miss.NO_SUCH_SERVICE;
  }

  private static Found below(ServiceEntry entry, DnsName name, long labels) {
    return switch (QueryLabels.count(labels)) {
      case 3 -> entry.whole();
      case 4 -> entry.missingBelow(name, QueryLabels.fromZone(labels, 3));
      default -> entry.port(name, QueryLabels.fromZone(labels, 4), QueryLabels.fromZone(labels, 3));
    };
  }

  // What stands in the table under some labels of a name.
  private @Nullable Keyed at(DnsName name, int from, int end) {
    int hash = name.hashOf(from, end);
    for (long slot = table.first(hash); slot != KeyTable.NONE; slot = table.next(hash, slot)) {
      Keyed found = table.at(slot);
      if (found instanceof NameNode node
          ? node.isNamed(name, from, end)
          : found instanceof NamespaceEntry entry && entry.isNamed(name, from, end)) {
        return found;
      }
    }
    return null;
  }

  /** Who has an address, when nobody else has it; null where nobody has, or several (dns 8.2). */
  @Nullable NodeAddress onlyAt(long high, long low) {
    NodeAddress only = null;
    int hash = ReverseAddresses.hash(high, low);
    for (long slot = table.first(hash); slot != KeyTable.NONE; slot = table.next(hash, slot)) {
      if (table.at(slot) instanceof NodeAddress node && node.isAt(high, low) && node.isTold()) {
        if (only != null) {
          return null;
        }
        only = node;
      }
    }
    return only;
  }

  /** Everybody who has an address, and whose names are told. */
  List<NodeAddress> toldAt(long high, long low) {
    List<NodeAddress> all = allAt(high, low);
    return all.isEmpty() ? all : all.stream().filter(NodeAddress::isTold).toList();
  }

  /** Everybody who has an address. */
  List<NodeAddress> allAt(long high, long low) {
    int hash = ReverseAddresses.hash(high, low);
    if (table.first(hash) == KeyTable.NONE) {
      return List.of();
    }
    List<NodeAddress> all = new ArrayList<>();
    for (long slot = table.first(hash); slot != KeyTable.NONE; slot = table.next(hash, slot)) {
      if (table.at(slot) instanceof NodeAddress node && node.isAt(high, low)) {
        all.add(node);
      }
    }
    return all;
  }

  /** Whether a reverse name is that of an address that somebody has, or above one. */
  boolean hasAddressBelow(DnsName name) {
    return checkNotNull(reverseNames.get(), "Names of addresses").contains(name);
  }

  // Made when somebody first asks, by rules by which names exist if something below them does.
  private static ImmutableSet<DnsName> reverseNames(KeyTable table) {
    Set<DnsName> names = new HashSet<>();
    table.forEach(
        keyed -> {
          if (keyed instanceof NodeAddress node && node.isTold()) {
            DnsName name = node.reverseName();
            while (ReverseAddresses.isBelowReverseZone(name) && names.add(name)) {
              name = name.suffix(name.labelCount() - 1);
            }
          }
        });
    return ImmutableSet.copyOf(names);
  }
}
