package io.servicesemantics.impl.dns;

import io.servicesemantics.dns.DnsName;
import io.servicesemantics.dns.DnsReason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The name of a Pod by its address (dns 7), made when it is asked for. */
final class PodNode extends NameNode {

  static final String POD = "pod";

  private final ZoneContext context;
  private final String namespace;
  private final String label;
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
    super(0); // stands in no table
    this.context = context;
    this.namespace = namespace;
    this.label = label;
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
  @Nullable DnsName name(DnsName origin) {
    return origin
        .below(POD)
        .flatMap(above -> above.below(namespace))
        .flatMap(above -> above.below(label))
        .orElse(null);
  }

  @Override
  int nameLength(int originLength) {
    return originLength + POD.length() + namespace.length() + label.length() + 3;
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
