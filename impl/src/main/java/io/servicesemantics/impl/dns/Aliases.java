package io.servicesemantics.impl.dns;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.dns.DnsAnswer;
import io.servicesemantics.dns.DnsName;
import io.servicesemantics.dns.DnsQuestion;
import io.servicesemantics.dns.DnsReason;
import io.servicesemantics.dns.DnsRecord;
import io.servicesemantics.dns.RecordData;
import io.servicesemantics.dns.RecordType;
import io.servicesemantics.net.IpFamily;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Follows names that stand for other names, to the addresses behind (dns 6.1). */
final class Aliases {

  private static final int MOST_ON_THE_WAY = 10;
  // Names that all lead to each other have more ways through them than anybody can go.
  private static final int MOST_FOLLOWED = 10_000;

  private final ZoneEngine engine;
  private final Origin origin;
  private final DnsName zone;
  private final RecordType type;
  private final int hops;
  private final AtomicInteger followed; // by one question, in all zones
  private DnsReason lastMiss = DnsReason.ITEM_OF_OTHER_FAMILY;

  /**
   * Prepares to follow aliases.
   *
   * @param zone the zone as the question spells it
   * @param hops how often a server was asked anew on the way here
   */
  Aliases(ZoneEngine engine, Origin origin, DnsName zone, RecordType type, int hops) {
    this(engine, origin, zone, type, hops, new AtomicInteger());
  }

  private Aliases(
      ZoneEngine engine,
      Origin origin,
      DnsName zone,
      RecordType type,
      int hops,
      AtomicInteger followed) {
    this.engine = engine;
    this.origin = origin;
    this.zone = zone;
    this.type = type;
    this.hops = hops;
    this.followed = followed;
  }

  /** The answer to a question about a node that leads to names. */
  ZoneAnswer answer(NameNode node, DnsName asked) {
    ImmutableList<DnsRecord> records = records(node, asked, ImmutableList.of());
    return records.isEmpty()
        ? origin.noData(lastMiss, asked)
        : ToldAnswer.of(node.reason(), records);
  }

  private ImmutableList<DnsRecord> records(
      NameNode node, DnsName asked, ImmutableList<DnsRecord> before) {
    IpFamily family = type.equals(RecordType.A) ? IpFamily.IPV4 : IpFamily.IPV6;
    int ttl = node.context().ttl();
    Set<String> told = new HashSet<>();
    ImmutableList.Builder<DnsRecord> records = ImmutableList.builder();
    for (Item item : node.items()) {
      if (item.address() == null) {
        DnsName.tryParse(item.host())
            .ifPresent(target -> records.addAll(follow(asked, target, ttl, before)));
      } else if (item.address().family() == family && told.add(item.host())) {
        records.add(new DnsRecord(asked, ttl, new RecordData.Address(item.address())));
      }
    }
    return records.build();
  }

  private List<DnsRecord> follow(
      DnsName asked, DnsName target, int ttl, ImmutableList<DnsRecord> before) {
    DnsRecord alias = new DnsRecord(asked, ttl, new RecordData.Cname(target));
    if (target.isAtOrBelow(asked)) {
      lastMiss = DnsReason.TARGET_IS_ITSELF;
      return ImmutableList.of();
    }
    if (before.size() > MOST_ON_THE_WAY
        || before.contains(alias)
        || followed.incrementAndGet() > MOST_FOLLOWED) {
      lastMiss = DnsReason.CHAIN_TOO_LONG;
      return ImmutableList.of();
    }
    ImmutableList<DnsRecord> behind =
        target.isAtOrBelow(zone) ? within(target, with(before, alias)) : elsewhere(target);
    boolean isLeftOut = engine.context().traits().silentAliases();
    if (behind.isEmpty() && isLeftOut && target.isAtOrBelow(zone)) {
      return ImmutableList.of();
    }
    return ImmutableList.<DnsRecord>builder().add(alias).addAll(behind).build();
  }

  private static ImmutableList<DnsRecord> with(ImmutableList<DnsRecord> before, DnsRecord alias) {
    return ImmutableList.<DnsRecord>builder().addAll(before).add(alias).build();
  }

  // In the same zone only what there is counts; the alias alone is not told.
  private ImmutableList<DnsRecord> within(DnsName target, ImmutableList<DnsRecord> before) {
    Found found = engine.find(target, origin);
    if (found instanceof NameNode node) {
      ImmutableList<DnsRecord> records = records(node, target, before);
      if (records.isEmpty() && lastMiss == DnsReason.ITEM_OF_OTHER_FAMILY) {
        lastMiss = DnsReason.TARGET_HAS_NOTHING;
      }
      return records;
    }
    lastMiss = DnsReason.TARGET_HAS_NOTHING;
    return ImmutableList.of();
  }

  private ImmutableList<DnsRecord> elsewhere(DnsName target) {
    if (hops >= MOST_ON_THE_WAY) {
      return ImmutableList.of();
    }
    Origin there = engine.context().originOf(target);
    DnsAnswer answer =
        there != null && engine.find(target, there) instanceof NameNode node && isFollowed(node)
            ? new Aliases(engine, there, there.spelled(target), type, hops + 1, followed)
                .answer(node, target)
            : engine.answer(DnsQuestion.of(target, type), hops + 1);
    return answer.answer();
  }

  // Whether the server, asked anew, would follow names again.
  private boolean isFollowed(NameNode node) {
    boolean hasAddresses =
        !(node instanceof PortNode) || engine.context().traits().addressesAtPorts();
    return node.leadsToNames() && hasAddresses;
  }
}
