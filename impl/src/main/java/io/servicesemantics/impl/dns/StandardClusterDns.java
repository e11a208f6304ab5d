package io.servicesemantics.impl.dns;

import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.dns.ClusterDns;
import io.servicesemantics.dns.DnsMode;
import io.servicesemantics.dns.DnsNames;
import io.servicesemantics.dns.DnsSurroundings;
import io.servicesemantics.dns.DnsZone;
import io.servicesemantics.profile.DnsSettings;

/** Resolves zones as CoreDNS answers for them. */
public final class StandardClusterDns implements ClusterDns {

  private final DnsSettings settings;

  /**
   * Takes what differs between clusters.
   *
   * @param settings how the cluster's DNS server is set up
   */
  public StandardClusterDns(DnsSettings settings) {
    this.settings = settings;
  }

  @Override
  public DnsZone zoneOf(ClusterSnapshot world, DnsSurroundings surroundings, DnsMode mode) {
    return StandardDnsZone.of(ZoneContext.of(settings, surroundings, mode), world);
  }

  @Override
  public DnsNames names() {
    return new ObjectNames(settings);
  }
}
