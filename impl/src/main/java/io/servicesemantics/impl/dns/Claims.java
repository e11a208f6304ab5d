package io.servicesemantics.impl.dns;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.dns.DnsName;
import io.servicesemantics.dns.DnsRecord;
import io.servicesemantics.dns.RecordData;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The records of which a server tells one alone, whichever comes first out of a table without an
 * order (dns 9.2): the Services of one cluster IP (dns 8.2), and the names among what a name leads
 * to (dns 6.2), where slices change places.
 *
 * @param records the records, the one that is told here first; one, or none, where nothing is left
 *     to chance
 * @param mayBeNothing whether something that makes no record may come first as well
 */
record Claims(ImmutableList<DnsRecord> records, boolean mayBeNothing) {

  static final Claims NONE = new Claims(ImmutableList.of(), false);

  /** The Services among those who have an address, by namespace and name. */
  static List<NodeAddress> ofServices(List<NodeAddress> all) {
    List<NodeAddress> services = new ArrayList<>();
    for (NodeAddress node : all) {
      if (node.isOfService()) {
        services.add(node);
      }
    }
    services.sort(Comparator.comparing(node -> ((ServiceEntry) node.target).name));
    return services;
  }

  static Claims ofPointer(DnsName name, List<NodeAddress> all) {
    ImmutableList.Builder<DnsRecord> records = ImmutableList.builder();
    for (NodeAddress service : ofServices(all)) {
      records.add(service.record(name));
    }
    return new Claims(records.build(), false);
  }

  // Within a slice the order is fixed, so that each slice has one first item.
  static Claims ofAlias(DnsName name, NameNode node) {
    Set<DnsRecord> records = new LinkedHashSet<>();
    boolean mayBeAddress = false;
    for (Item first : node.firstItems()) {
      DnsName target = DnsName.tryParse(first.host()).orElse(null);
      if (first.address() == null && target != null) {
        records.add(new DnsRecord(name, node.context().ttl(), new RecordData.Cname(target)));
      } else {
        mayBeAddress = true;
      }
    }
    return new Claims(ImmutableList.copyOf(records), mayBeAddress && !records.isEmpty());
  }

  boolean isChance() {
    return records.size() > 1 || mayBeNothing;
  }
}
