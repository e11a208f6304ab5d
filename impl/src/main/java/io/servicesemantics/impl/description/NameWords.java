package io.servicesemantics.impl.description;

import io.servicesemantics.dns.DnsName;

/** Names as people write them: without the dot behind. */
final class NameWords {

  private NameWords() {}

  static String of(DnsName name) {
    String text = name.toString();
    return text.substring(0, text.length() - 1);
  }

  // The first labels of a name.
  static String first(DnsName name, int labels) {
    return of(DnsName.of(name.labels().subList(0, labels)));
  }
}
