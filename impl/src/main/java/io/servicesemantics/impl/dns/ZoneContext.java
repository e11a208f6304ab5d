package io.servicesemantics.impl.dns;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.Namespace;
import io.servicesemantics.dns.DnsMode;
import io.servicesemantics.dns.DnsName;
import io.servicesemantics.dns.DnsSurroundings;
import io.servicesemantics.profile.DnsSettings;
import io.servicesemantics.profile.PodRecords;
import org.jspecify.annotations.Nullable;

/**
 * How a server is set up: all that its answers rest on besides the cluster's objects.
 *
 * @param origins the zones it answers for
 * @param primary the one that names of the cluster are told in (dns 8.4)
 * @param fallthrough the zones in which unknown names are asked further on
 * @param objects which Services, slices and Pods it sees
 * @param namespaces which namespaces it sees
 */
record ZoneContext(
    DnsSettings settings,
    DnsSurroundings surroundings,
    DnsMode mode,
    DnsTraits traits,
    ImmutableList<Origin> origins,
    Origin primary,
    ImmutableList<DnsName> fallthrough,
    LabelExpression objects,
    LabelExpression namespaces) {

  static ZoneContext of(DnsSettings settings, DnsSurroundings surroundings, DnsMode mode) {
    ImmutableList.Builder<Origin> origins = ImmutableList.builder();
    for (String zone : zones(settings)) {
      DnsName name = DnsName.parse(zone).toLowerCase();
      origins.add(new Origin(name, settings.ttl(), surroundings.serial()));
    }
    ImmutableList<Origin> all = origins.build();
    return new ZoneContext(
        settings,
        surroundings,
        mode,
        DnsTraits.of(mode),
        all,
        primary(all),
        fallthrough(settings),
        LabelExpression.parse(settings.labels().orElse("")),
        LabelExpression.parse(settings.namespaceLabels().orElse("")));
  }

  private static ImmutableList<DnsName> fallthrough(DnsSettings settings) {
    if (settings.fallthrough().isEmpty()) {
      return ImmutableList.of();
    }
    ImmutableList<String> zones = settings.fallthrough().get();
    return zones.isEmpty()
        ? ImmutableList.of(DnsName.ROOT)
        : zones.stream().map(DnsName::parse).collect(ImmutableList.toImmutableList());
  }

  private static ImmutableList<String> zones(DnsSettings settings) {
    return settings.zones().isEmpty()
        ? ImmutableList.of(settings.clusterDomain(), "in-addr.arpa", "ip6.arpa")
        : settings.zones();
  }

  // The bare reverse zones do not end as reverse names do, so that one of them may be the one.
  private static Origin primary(ImmutableList<Origin> origins) {
    for (Origin origin : origins) {
      if (!ReverseAddresses.isBelowReverseZone(origin.name)) {
        return origin;
      }
    }
    return origins.get(0);
  }

  /** The same server by other rules. */
  ZoneContext in(DnsMode other) {
    return of(settings, surroundings, other);
  }

  int ttl() {
    return settings.ttl();
  }

  /** Whether the addresses of Pods have names (dns 7.1). */
  boolean givesPodNames() {
    return settings.pods() != PodRecords.DISABLED && traits.podNames();
  }

  boolean verifiesPods() {
    return settings.pods() == PodRecords.VERIFIED;
  }

  /** Whether a namespace is one of those that are told, if any are (dns 1.2, 8.3). */
  boolean hasNamespace(String namespace) {
    return settings.namespaces().isEmpty() || settings.namespaces().contains(namespace);
  }

  /** Whether the names of an existing namespace are told. */
  boolean exposes(Namespace namespace) {
    return hasNamespace(namespace.metadata().name())
        && namespaces.isMet(namespace.metadata().labels());
  }

  /** The zone a name belongs to: the longest that it is in; null for none (dns 2.2). */
  @Nullable Origin originOf(DnsName name) {
    Origin found = null;
    for (int i = 0; i < origins.size(); i++) {
      Origin origin = origins.get(i);
      if ((found == null || origin.name.length() > found.name.length())
          && name.isAtOrBelow(origin.name)) {
        found = origin;
      }
    }
    return found;
  }
}
