package io.servicesemantics.impl.connection;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.connection.ConnectionReason;
import io.servicesemantics.dns.DnsName;
import io.servicesemantics.explain.Because;
import io.servicesemantics.explain.Reason;
import io.servicesemantics.impl.connection.NameClient.Kind;
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
  private final UnresolvedNames unresolved;
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
    this.unresolved = new UnresolvedNames(zone, others, world);
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
        .or(() -> unresolved.mayBeOutside(lookup, said) ? others.find(host) : Optional.empty())
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
            .orElseGet(() -> unresolved.failed(lookup, withoutDot(said), origin)));
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
            ? unresolved.aliased(chain.end(), origin)
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

  private NameAnswer nothing(
      Lookup lookup, String said, String host, Origin origin, NameClient client) {
    if (client.kind() == Kind.OTHERS) {
      Optional<Because> missed =
          origin.pod().flatMap(pod -> missed(said, pod, clients.ofClusterFirst(pod), origin));
      if (missed.isPresent()) {
        return new NameAnswer.Elsewhere(missed.get());
      }
    }
    return unresolved.of(lookup, said, host, origin);
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

  private static String withoutDot(String text) {
    return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
  }
}
