package io.servicesemantics.impl.connection;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.connection.ConnectionReason;
import io.servicesemantics.dns.DnsName;
import io.servicesemantics.dns.RecordType;
import io.servicesemantics.explain.Because;
import io.servicesemantics.explain.Reason;
import io.servicesemantics.impl.connection.NameClient.Kind;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.pod.Libc;
import io.servicesemantics.pod.Lookup;
import io.servicesemantics.pod.LookupStep;
import io.servicesemantics.pod.PodResolver;
import io.servicesemantics.pod.WantedAddresses;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServiceType;
import java.util.Optional;

/**
 * What host names stand for: first what DNS says to the caller, then nodes, then the names of load
 * balancers.
 */
final class ClusterNames {

  private final PodResolver resolver;
  private final NameClients clients;
  private final ClusterZone zone;
  private final OtherNames others;
  private final World world;
  private final Libc libc;

  ClusterNames(
      PodResolver resolver,
      NameClients clients,
      ClusterZone zone,
      OtherNames others,
      World world,
      Libc libc) {
    this.resolver = resolver;
    this.clients = clients;
    this.zone = zone;
    this.others = others;
    this.world = world;
    this.libc = libc;
  }

  /** A host name as the caller's programs look it up. */
  NameAnswer resolve(String said, Origin origin, Findings findings) {
    NameClient client = clients.of(origin);
    Lookup lookup = lookUp(said, client);
    if (client.kind() == Kind.OTHERS) {
      findings.note(client.why());
    }
    String host = withoutDot(Ascii.toLowerCase(said));
    return found(lookup, said, origin, client)
        .or(() -> onlyService(said, origin))
        .or(() -> mayBeOutside(lookup, said) ? others.find(host) : Optional.empty())
        .orElseGet(() -> nothing(lookup, said, host, origin, client));
  }

  /** A Service that may be no more than another name. */
  NameAnswer of(Service service, Because why, Origin origin) {
    if (!service.spec().type().is(ServiceType.EXTERNAL_NAME)) {
      return new NameAnswer.OfService(service, why);
    }
    NameClient client = clients.of(origin);
    Optional<DnsName> name = zone.nameOf(service.namespacedName());
    String said = name.map(DnsName::toString).orElse(service.metadata().name());
    Lookup lookup = resolver.lookUp(said, WantedAddresses.BOTH, client.conf(), libc, zone.zone());
    return new NameAnswer.OfAlias(
        ImmutableList.of(),
        ImmutableList.of(why),
        found(lookup, said, origin, client)
            .orElseGet(() -> failed(lookup, withoutDot(said), origin)));
  }

  private Lookup lookUp(String said, NameClient client) {
    return resolver.lookUp(
        said,
        WantedAddresses.BOTH,
        client.conf(),
        client.hosts(),
        libc,
        client.kind() == Kind.OTHERS
            ? ClusterZone.OTHERS
            : question -> zone.zone().answer(question));
  }

  private Optional<NameAnswer> found(Lookup lookup, String said, Origin origin, NameClient client) {
    if (lookup.steps().isEmpty()) {
      return lookup.addresses().isEmpty()
          ? Optional.empty()
          : Optional.of(
              new NameAnswer.OfAddresses(
                  lookup.addresses(),
                  ImmutableList.of(
                      Because.of(ConnectionReason.NAME_IN_HOSTS_FILE).withFact("name", said))));
    }
    LookupStep last = lookup.steps().get(lookup.steps().size() - 1);
    AliasChain chain = AliasChain.of(last, zone, world);
    if (lookup.addresses().isEmpty() && chain.isEmpty()) {
      return Optional.empty();
    }
    NameAnswer target =
        lookup.addresses().isEmpty()
            ? outside(chain.end(), origin)
            : resolved(lookup, chain.end(), how(said, origin, client, lookup));
    return Optional.of(
        chain.isEmpty() ? target : new NameAnswer.OfAlias(chain.services(), chain.why(), target));
  }

  private NameAnswer resolved(Lookup lookup, DnsName end, Because how) {
    Optional<ClusterZone.ServiceName> read = zone.serviceAt(end);
    Optional<Service> service = read.flatMap(name -> service(name.service()));
    String name = NameClients.withoutDot(end.toLowerCase());
    if (service.isEmpty()) {
      return new NameAnswer.OfAddresses(
          lookup.addresses(),
          ImmutableList.of(
              told(ConnectionReason.NAME_IS_ADDRESS, ImmutableMap.of("name", name), how)));
    }
    boolean isEndpoint = read.get().isEndpoint();
    return new NameAnswer.Resolved(
        service.get(),
        isEndpoint,
        lookup.addresses(),
        told(
            isEndpoint ? ConnectionReason.NAME_IS_ENDPOINT : how.reason(),
            ImmutableMap.of("service", service.get().namespacedName().toString(), "name", name),
            how));
  }

  private static Because told(Reason reason, ImmutableMap<String, String> facts, Because how) {
    return new Because(
        reason,
        ImmutableMap.<String, String>builder().putAll(facts).putAll(how.facts()).buildOrThrow(),
        how.causes());
  }

  private Optional<Service> service(NamespacedName name) {
    return world.snapshot().service(name.namespace(), name.name());
  }

  private static Because how(String said, Origin origin, NameClient client, Lookup lookup) {
    boolean isSearched = !said.endsWith(".") && !origin.namespace().isEmpty();
    Because how =
        Because.of(isSearched ? ConnectionReason.NAME_LOOKED_UP : ConnectionReason.NAME_IS_SERVICE);
    how = lookup.steps().size() > 1 ? how.withFact("questions", lookup.questions()) : how;
    return client.kind() == Kind.CLUSTER ? how.withCause(client.why()) : how;
  }

  // Behind an alias nobody searches: what it stands for is asked as it is.
  private NameAnswer outside(DnsName target, Origin origin) {
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

  // Who is in no namespace has none to begin the search with.
  private Optional<NameAnswer> onlyService(String said, Origin origin) {
    if (!origin.namespace().isEmpty() || said.endsWith(".")) {
      return Optional.empty();
    }
    return others
        .onlyService(Ascii.toLowerCase(said))
        .map(
            service ->
                of(
                    service,
                    Because.of(ConnectionReason.NAME_TAKEN_FOR_ONLY)
                        .withFact("service", service.namespacedName()),
                    origin));
  }

  // Whether the name was asked as it is, and nobody of the cluster answers for it.
  private boolean mayBeOutside(Lookup lookup, String said) {
    Optional<DnsName> asItIs = DnsName.tryParse(said);
    return asItIs.isPresent()
        && !zone.has(asItIs.get())
        && lookup.steps().stream().anyMatch(step -> step.name().equals(asItIs));
  }

  private NameAnswer nothing(
      Lookup lookup, String said, String host, Origin origin, NameClient client) {
    if (client.kind() == Kind.OTHERS) {
      Optional<Because> missed =
          origin.pod().flatMap(pod -> missed(said, pod, clients.ofClusterFirst(pod), origin));
      if (missed.isPresent()) {
        return new NameAnswer.Elsewhere(missed.get());
      }
    }
    return mayBeOutside(lookup, said) && !others.isMeantForCluster(host, origin.namespace())
        ? new NameAnswer.Elsewhere(
            Because.of(ConnectionReason.NAME_IS_OUTSIDE).withFact("name", host))
        : failed(lookup, host, origin);
  }

  // What the cluster's DNS would have answered.
  private Optional<Because> missed(String said, Pod pod, NameClient client, Origin origin) {
    return found(lookUp(said, client), said, origin, client)
        .map(
            answer ->
                Because.of(ConnectionReason.NAME_KNOWN_TO_CLUSTER_ALONE)
                    .withFact("name", said)
                    .withFact("pod", pod.namespacedName())
                    .withFact("cure", cure(pod)));
  }

  private static String cure(Pod pod) {
    return pod.spec().hostNetwork()
        ? "dnsPolicy: ClusterFirstWithHostNet"
        : "dnsPolicy: ClusterFirst";
  }

  private NameAnswer failed(Lookup lookup, String host, Origin origin) {
    RecordType type = origin.address(IpFamily.IPV4).isPresent() ? RecordType.A : RecordType.AAAA;
    Because why = LookupAccount.of(lookup, host, type, zone);
    for (LookupStep step : lookup.steps()) {
      Optional<NameAnswer> alias =
          step.name().filter(zone::has).flatMap(name -> brokenAlias(name, type, why));
      if (alias.isPresent()) {
        return alias.get();
      }
    }
    return new NameAnswer.Elsewhere(withNear(why, host, origin));
  }

  private Optional<NameAnswer> brokenAlias(DnsName name, RecordType type, Because failed) {
    return zone.serviceAt(name)
        .filter(read -> !read.isEndpoint())
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

  private static String withoutDot(String text) {
    return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
  }
}
