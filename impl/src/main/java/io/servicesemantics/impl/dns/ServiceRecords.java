package io.servicesemantics.impl.dns;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.dns.DnsName;
import io.servicesemantics.dns.DnsRecord;
import io.servicesemantics.dns.RecordData;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The SRV records of a node, and the addresses of their targets (dns 6.3).
 *
 * @param answer the SRV records
 * @param additional an address of each target
 */
record ServiceRecords(ImmutableList<DnsRecord> answer, ImmutableList<DnsRecord> additional) {

  private static final int WHOLE = 100;

  /** A target and a port, or a target and an address: each is told once. */
  private record Told(DnsName target, Object of) {}

  static ServiceRecords of(NodeAnswer asked) {
    List<Item> items = asked.node.items();
    items.removeIf(item -> item.address() == null);
    int weight = Math.max(1, WHOLE / items.size());
    int ttl = asked.node.context().ttl();
    DnsName owner = asked.owner();
    Map<NameNode, DnsName> targets = new HashMap<>();
    Set<Told> told = new HashSet<>();
    ImmutableList.Builder<DnsRecord> answer = ImmutableList.builderWithExpectedSize(items.size());
    ImmutableList.Builder<DnsRecord> more = ImmutableList.builderWithExpectedSize(items.size());
    for (Item item : items) {
      if (item.address() == null || item.port() == Item.NO_PORT) {
        continue;
      }
      DnsName target =
          targets.computeIfAbsent(
              item.owner(), node -> ServerNames.orRoot(node.name(asked.zone())));
      if (told.add(new Told(target, item.port()))) {
        answer.add(new DnsRecord(owner, ttl, new RecordData.Srv(0, weight, item.port(), target)));
      }
      if (told.add(new Told(target, item.host()))) {
        more.add(new DnsRecord(target, ttl, new RecordData.Address(item.address())));
      }
    }
    return new ServiceRecords(answer.build(), more.build());
  }
}
