package io.servicesemantics.impl.dns;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Sets;
import io.servicesemantics.dns.DnsName;
import io.servicesemantics.dns.DnsRecord;
import io.servicesemantics.dns.RecordData;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.IpFamily;
import java.util.List;
import java.util.Set;

/** Makes the records of a node that are told of its own name. */
final class NodeRecords {

  private NodeRecords() {}

  /** A or AAAA (dns 6.1), of items none of which is a name. */
  static ImmutableList<DnsRecord> addresses(NodeAnswer answer) {
    IpFamily family = answer.type().number() == Types.A ? IpFamily.IPV4 : IpFamily.IPV6;
    DnsName owner = answer.owner();
    int ttl = answer.node.context().ttl();
    List<Item> items = answer.node.items();
    Set<String> told = Sets.newHashSetWithExpectedSize(items.size());
    ImmutableList.Builder<DnsRecord> records = ImmutableList.builderWithExpectedSize(items.size());
    for (Item item : items) {
      IpAddress address = item.address();
      if (address != null && address.family() == family && told.add(item.host())) {
        records.add(new DnsRecord(owner, ttl, new RecordData.Address(address)));
      }
    }
    return records.build();
  }

  /** The CNAME that the first item is (dns 6.2). */
  static ImmutableList<DnsRecord> alias(NodeAnswer answer) {
    Item first = answer.node.firstItems().get(0);
    return DnsName.tryParse(first.host())
        .map(target -> record(answer, target))
        .map(ImmutableList::of)
        .orElse(ImmutableList.of());
  }

  private static DnsRecord record(NodeAnswer answer, DnsName target) {
    return new DnsRecord(answer.owner(), answer.node.context().ttl(), new RecordData.Cname(target));
  }
}
