package io.servicesemantics.impl.dns;

import io.servicesemantics.dns.DnsMode;

/**
 * In what CoreDNS deviates from the DNS specification 1.1.0, as named facts: steps ask these, never
 * the mode.
 *
 * @param servicesAtEveryName whether the names of Services and endpoints have SRV records of all
 *     ports, or only the names of ports have any (specification 2.3.2, 2.4.2)
 * @param addressesAtPorts whether the names of ports have addresses too
 * @param optionalUnderscores whether names of ports are found without their underscores, and an
 *     empty one stands for any
 * @param endpointPorts whether SRV records of headless Services tell the endpoint's port, or the
 *     Service's
 * @param endpointsEverywhere whether endpoints have names, and their addresses pointers, also under
 *     Services with a cluster IP and without any Service (specification 2.4.1, 2.4.3)
 * @param silentAliases whether an alias is left out where it leads to nothing, or to what reads as
 *     an address (specification 2.5)
 * @param podNames whether Pods' addresses may have names, which the specification does not know
 * @param namesByType whether a name exists for some types of question and not for others, against
 *     RFC 2308 and RFC 8020
 * @param spelledZone whether the zone's capitals matter to the names of the server (specification
 *     2.1)
 */
record DnsTraits(
    boolean servicesAtEveryName,
    boolean addressesAtPorts,
    boolean optionalUnderscores,
    boolean endpointPorts,
    boolean endpointsEverywhere,
    boolean silentAliases,
    boolean podNames,
    boolean namesByType,
    boolean spelledZone) {

  private static final DnsTraits COREDNS =
      new DnsTraits(true, true, true, true, true, true, true, true, true);
  private static final DnsTraits SPECIFICATION =
      new DnsTraits(false, false, false, false, false, false, false, false, false);

  static DnsTraits of(DnsMode mode) {
    return switch (mode) {
      case COREDNS -> COREDNS;
      case SPECIFICATION -> SPECIFICATION;
    };
  }
}
