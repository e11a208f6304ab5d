package io.servicesemantics.impl.dns;

import io.servicesemantics.dns.DnsName;

/** A namespace whose names are told (dns 1.2). */
final class NamespaceEntry extends Keyed {

  private final String name;

  NamespaceEntry(String name) {
    super(Letters.hash(0, name));
    this.name = name;
  }

  String name() {
    return name;
  }

  boolean isNamed(DnsName asked, int at) {
    return Letters.isSame(asked, at, name);
  }
}
