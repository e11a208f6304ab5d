package io.servicesemantics.impl.connection;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.connection.ConnectionReason;
import io.servicesemantics.dns.DnsName;
import io.servicesemantics.dns.RecordType;
import io.servicesemantics.explain.Because;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.pod.Lookup;
import io.servicesemantics.pod.LookupStep;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServiceType;
import java.util.Optional;
import java.util.stream.Stream;

/** What is to be said of a look-up that found no address: outside, mistyped, or broken. */
final class UnresolvedNames {

  private final ClusterZone zone;
  private final OtherNames others;
  private final World world;

  UnresolvedNames(ClusterZone zone, OtherNames others, World world) {
    this.zone = zone;
    this.others = others;
    this.world = world;
  }

  /** A name that neither DNS nor anything else of the cluster gives. */
  NameAnswer of(Lookup lookup, String said, String host, Origin origin) {
    boolean isMeantForCluster =
        others.isMeantForCluster(host, origin.namespace()) || asksForService(lookup);
    return mayBeOutside(lookup, said) && !isMeantForCluster
        ? new NameAnswer.Elsewhere(
            Because.of(ConnectionReason.NAME_IS_OUTSIDE).withFact("name", host))
        : failed(lookup, host, origin);
  }

  /** A name outside that an alias stands for: nobody searches behind one, it is asked as it is. */
  NameAnswer aliased(DnsName target, Origin origin) {
    String host = NameClients.withoutDot(target.toLowerCase());
    return others
        .find(host)
        .orElseGet(
            () ->
                new NameAnswer.Elsewhere(
                    others.isMeantForCluster(host, origin.namespace())
                        ? withNear(
                            Because.of(ConnectionReason.NAME_NOT_THERE).withFact("name", host),
                            host,
                            origin)
                        : Because.of(ConnectionReason.NAME_IS_OUTSIDE).withFact("name", host)));
  }

  /** Whether the name was asked as it is, and nobody of the cluster answers for it. */
  boolean mayBeOutside(Lookup lookup, String said) {
    Optional<DnsName> asItIs = DnsName.tryParse(said);
    return asItIs.isPresent()
        && !zone.has(asItIs.get())
        && lookup.steps().stream().anyMatch(step -> step.name().equals(asItIs));
  }

  // An endpoint of a Service has a name that does not begin with the Service's.
  private boolean asksForService(Lookup lookup) {
    return services(lookup).anyMatch(name -> others.isCalled(name.name()));
  }

  // The Services that the names asked about are those of, or of a part of.
  private Stream<NamespacedName> services(Lookup lookup) {
    return lookup.steps().stream()
        .flatMap(step -> step.name().stream())
        .flatMap(name -> zone.serviceAt(name).stream())
        .map(ClusterZone.ServiceName::service);
  }

  /** A look-up that failed, with what the cluster's zone says of it. */
  NameAnswer failed(Lookup lookup, String host, Origin origin) {
    RecordType type = origin.address(IpFamily.IPV4).isPresent() ? RecordType.A : RecordType.AAAA;
    Because why = LookupAccount.of(lookup, host, type, zone);
    for (LookupStep step : lookup.steps()) {
      Optional<NameAnswer> alias =
          step.name().filter(zone::has).flatMap(name -> brokenAlias(name, type, why));
      if (alias.isPresent()) {
        return alias.get();
      }
    }
    return new NameAnswer.Elsewhere(asksForKnown(lookup) ? why : withNear(why, host, origin));
  }

  // Then what is missing is told by the zone: the Service itself is there.
  private boolean asksForKnown(Lookup lookup) {
    return services(lookup).anyMatch(name -> service(name).isPresent());
  }

  private Optional<NameAnswer> brokenAlias(DnsName name, RecordType type, Because failed) {
    return zone.serviceAt(name)
        .filter(ClusterZone.ServiceName::isWhole)
        .flatMap(read -> service(read.service()))
        .filter(service -> service.spec().type().is(ServiceType.EXTERNAL_NAME))
        .map(
            service ->
                new NameAnswer.OfAlias(
                    ImmutableList.of(service),
                    ImmutableList.of(AliasChain.why(service)),
                    new NameAnswer.Elsewhere(
                        AliasChain.broken(
                            service, LookupAccount.explain(name, type, zone), failed))));
  }

  private Because withNear(Because why, String host, Origin origin) {
    return why.withFact(
        "there is", NearMisses.ofService(others.meant(host, origin.namespace()), world));
  }

  private Optional<Service> service(NamespacedName name) {
    return world.snapshot().service(name.namespace(), name.name());
  }
}
