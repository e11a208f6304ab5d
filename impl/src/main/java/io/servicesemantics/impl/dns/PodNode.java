package io.servicesemantics.impl.dns;

import io.servicesemantics.dns.DnsReason;
import java.util.List;

/** The name of a Pod by its address (dns 7), made when it is asked for. */
final class PodNode extends NameNode {

  static final String POD = "pod";

  private final ZoneContext context;
  private final String address;
  private final int count;
  private final DnsReason reason;

  PodNode(
      ZoneContext context,
      String namespace,
      String label,
      String address,
      int count,
      DnsReason reason) {
    super(labels(POD, namespace, label)); // stands in no table
    this.context = context;
    this.address = address;
    this.count = count;
    this.reason = reason;
  }

  @Override
  void addItems(List<Item> items) {
    for (int i = 0; i < count; i++) {
      items.add(Item.of(address, 0, this));
    }
  }

  @Override
  DnsReason reason() {
    return reason;
  }

  @Override
  ZoneContext context() {
    return context;
  }
}
