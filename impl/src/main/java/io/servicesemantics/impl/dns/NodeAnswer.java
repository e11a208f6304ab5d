package io.servicesemantics.impl.dns;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.dns.DnsName;
import io.servicesemantics.dns.DnsReason;
import io.servicesemantics.dns.DnsRecord;
import io.servicesemantics.dns.RecordType;
import io.servicesemantics.dns.ResponseCode;

/**
 * The records of one type of a node, in the zone's own spelling, made when they are read. There is
 * one for every name and type, so that the type is a class and takes no room.
 */
abstract class NodeAnswer extends ZoneAnswer {

  final NameNode node;

  NodeAnswer(NameNode node) {
    this.node = node;
  }

  abstract RecordType type();

  @Override
  final DnsReason reason() {
    return node.reason();
  }

  /** The name the records are told of. */
  DnsName owner() {
    return ServerNames.orRoot(node.name(zone()));
  }

  /** The zone as it is spelled in names that are told besides. */
  DnsName zone() {
    return node.context().primary().name;
  }

  @Override
  public final ResponseCode responseCode() {
    return ResponseCode.NOERROR;
  }

  @Override
  public final boolean isAuthoritative() {
    return true;
  }

  @Override
  public final boolean isNoData() {
    return false;
  }

  @Override
  public final ImmutableList<DnsRecord> answer() {
    return switch (type().number()) {
      case Types.SRV -> ServiceRecords.answer(this);
      case Types.CNAME -> NodeRecords.alias(this);
      default -> NodeRecords.addresses(this);
    };
  }

  @Override
  public final ImmutableList<DnsRecord> authority() {
    return ImmutableList.of();
  }

  @Override
  public final ImmutableList<DnsRecord> additional() {
    return type().number() == Types.SRV ? ServiceRecords.additional(this) : ImmutableList.of();
  }

  /** Its A records. */
  static final class OfIpv4 extends NodeAnswer {
    OfIpv4(NameNode node) {
      super(node);
    }

    @Override
    RecordType type() {
      return RecordType.A;
    }
  }

  /** Its AAAA records. */
  static final class OfIpv6 extends NodeAnswer {
    OfIpv6(NameNode node) {
      super(node);
    }

    @Override
    RecordType type() {
      return RecordType.AAAA;
    }
  }

  /** Its SRV records. */
  static final class OfServices extends NodeAnswer {
    OfServices(NameNode node) {
      super(node);
    }

    @Override
    RecordType type() {
      return RecordType.SRV;
    }
  }
}
