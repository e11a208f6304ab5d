package io.servicesemantics.impl.dns;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.dns.DnsName;
import io.servicesemantics.dns.DnsRecord;
import io.servicesemantics.dns.RecordData;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes the SRV records of a node, and those of the addresses of their targets (dns 6.3). Every
 * target is told with each of its ports once, and with each of its addresses once.
 *
 * <p>Items of one target stand together, and most targets have one: only where one has more is
 * anything remembered of it.
 */
final class ServiceRecords {

  private static final int WHOLE = 100;

  private ServiceRecords() {}

  /** The SRV records. */
  static ImmutableList<DnsRecord> answer(NodeAnswer asked) {
    List<Item> items = addresses(asked.node);
    int weight = Math.max(1, WHOLE / items.size());
    int ttl = asked.node.context().ttl();
    DnsName owner = asked.owner();
    ImmutableList.Builder<DnsRecord> records = ImmutableList.builderWithExpectedSize(items.size());
    Set<Integer> told = new HashSet<>();
    DnsName target = DnsName.ROOT;
    for (int i = 0; i < items.size(); i++) {
      Item item = items.get(i);
      if (isOther(items, i)) {
        target = ServerNames.orRoot(item.owner().name(asked.zone()));
        told.clear();
      }
      if (item.port() != Item.NO_PORT && (isAlone(items, i) || told.add(item.port()))) {
        records.add(new DnsRecord(owner, ttl, new RecordData.Srv(0, weight, item.port(), target)));
      }
    }
    return records.build();
  }

  /** The A and AAAA records of the targets. */
  static ImmutableList<DnsRecord> additional(NodeAnswer asked) {
    List<Item> items = addresses(asked.node);
    int ttl = asked.node.context().ttl();
    ImmutableList.Builder<DnsRecord> records = ImmutableList.builderWithExpectedSize(items.size());
    Set<String> told = new HashSet<>();
    DnsName target = DnsName.ROOT;
    for (int i = 0; i < items.size(); i++) {
      Item item = items.get(i);
      if (isOther(items, i)) {
        target = ServerNames.orRoot(item.owner().name(asked.zone()));
        told.clear();
      }
      if (item.address() != null
          && item.port() != Item.NO_PORT
          && (isAlone(items, i) || told.add(item.host()))) {
        records.add(new DnsRecord(target, ttl, new RecordData.Address(item.address())));
      }
    }
    return records.build();
  }

  // Names are no targets, and do not count for the weight.
  private static List<Item> addresses(NameNode node) {
    List<Item> items = node.items();
    if (node.leadsToNames()) {
      items.removeIf(item -> item.address() == null);
    }
    return items;
  }

  private static boolean isAlone(List<Item> items, int index) {
    return isOther(items, index) && (index + 1 == items.size() || isOther(items, index + 1));
  }

  // Whether an item has another target than the one before it.
  private static boolean isOther(List<Item> items, int index) {
    return index == 0 || items.get(index).owner() != items.get(index - 1).owner();
  }
}
