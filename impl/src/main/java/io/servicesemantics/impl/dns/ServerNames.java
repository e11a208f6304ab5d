package io.servicesemantics.impl.dns;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.dns.DnsName;
import org.jspecify.annotations.Nullable;

/** Names the server makes for its own use. */
final class ServerNames {

  static final String NS = "ns";
  static final String DNS = "dns";
  static final DnsName SERVER = DnsName.of(ImmutableList.of(NS, DNS));

  private ServerNames() {}

  /** The server's own name in a zone (dns 6.9). */
  static DnsName below(DnsName zone) {
    return SERVER.followedBy(zone).orElse(zone);
  }

  /** A name; the root for one that would be too long, since nobody could look that up. */
  static DnsName orRoot(@Nullable DnsName name) {
    return name == null ? DnsName.ROOT : name;
  }
}
