package io.servicesemantics.impl.dns;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.dns.DnsAnswer;
import io.servicesemantics.dns.DnsName;
import io.servicesemantics.dns.DnsQuestion;
import io.servicesemantics.dns.DnsRecord;
import io.servicesemantics.dns.RecordData;
import io.servicesemantics.dns.RecordType;
import io.servicesemantics.dns.ResponseCode;
import io.servicesemantics.dns.ZoneFile;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Every record of a zone, as questions about every name that was given would find them. */
final class ZoneContents {

  private static final List<RecordType> TYPES =
      List.of(RecordType.A, RecordType.AAAA, RecordType.SRV);

  private final ZoneEngine engine;
  private final Origin origin;
  private final Set<DnsRecord> records = new LinkedHashSet<>();

  private ZoneContents(ZoneEngine engine, Origin origin) {
    this.engine = engine;
    this.origin = origin;
  }

  static ZoneFile of(ZoneEngine engine, Origin origin, Iterable<ServiceNames> services) {
    ZoneContents contents = new ZoneContents(engine, origin);
    contents.addOwn();
    boolean isReverse = ReverseAddresses.isReverseZone(origin.name);
    List<Keyed> all = new ArrayList<>();
    for (ServiceNames names : services) {
      names.addTo(all);
    }
    for (Keyed keyed : all) {
      if (keyed instanceof NodeAddress node) {
        contents.add(node);
      } else if (!isReverse && keyed instanceof NameNode node) {
        contents.addRecords(node);
      }
    }
    return new ZoneFile(origin.name, ImmutableList.copyOf(contents.records));
  }

  // The zone's own start, its servers, and the version of the specification.
  private void addOwn() {
    DnsName zone = origin.name;
    addAll(ask(zone, RecordType.SOA));
    addAll(ask(zone, RecordType.NS));
    if (!ReverseAddresses.isReverseZone(zone)) {
      zone.below("dns-version").ifPresent(name -> addAll(ask(name, RecordType.TXT)));
      DnsName server = ServerNames.below(zone);
      addAll(ask(server, RecordType.A));
      addAll(ask(server, RecordType.AAAA));
    }
  }

  // As a question would find it: who else has the address may be told in its stead.
  private void add(NodeAddress node) {
    DnsName name = node.reverseName();
    if (name.isAtOrBelow(origin.name)) {
      addAll(ask(name, RecordType.PTR));
    }
  }

  private void addRecords(NameNode node) {
    DnsName name = node.name(origin.name);
    if (name == null) {
      return;
    }
    if (node.isAlias()) {
      addAll(ask(name, RecordType.CNAME));
      return;
    }
    for (RecordType type : TYPES) {
      addAll(ask(name, type));
    }
  }

  // Names that another zone answers for are that one's.
  private DnsAnswer ask(DnsName name, RecordType type) {
    if (engine.context().originOf(name) != origin) {
      return DnsAnswer.of(ResponseCode.NOERROR);
    }
    return engine.answer(DnsQuestion.of(name, type), 0);
  }

  // Of what aliases lead to, only what is this zone's own; a name server's address is told there.
  private void addAll(DnsAnswer answer) {
    for (DnsRecord record : answer.answer()) {
      if (record.owner().isAtOrBelow(origin.name)) {
        records.add(record);
      }
    }
    if (answer.answer().stream().anyMatch(record -> record.data() instanceof RecordData.Ns)) {
      for (DnsRecord record : answer.additional()) {
        if (record.owner().isAtOrBelow(origin.name)) {
          records.add(record);
        }
      }
    }
  }
}
