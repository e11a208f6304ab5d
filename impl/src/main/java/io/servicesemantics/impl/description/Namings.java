package io.servicesemantics.impl.description;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Ordering;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.description.NameKind;
import io.servicesemantics.description.NameRow;
import io.servicesemantics.description.ServiceNaming;
import io.servicesemantics.description.ShortNames;
import io.servicesemantics.dns.ClusterDns;
import io.servicesemantics.dns.DnsAnswer;
import io.servicesemantics.dns.DnsName;
import io.servicesemantics.dns.DnsNames;
import io.servicesemantics.dns.DnsQuestion;
import io.servicesemantics.dns.DnsZone;
import io.servicesemantics.dns.RecordType;
import io.servicesemantics.endpoint.Endpoint;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.pod.HostNames;
import io.servicesemantics.pod.Libc;
import io.servicesemantics.pod.Lookup;
import io.servicesemantics.pod.PodHostname;
import io.servicesemantics.pod.PodResolver;
import io.servicesemantics.pod.WantedAddresses;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServicePort;
import io.servicesemantics.service.ServiceType;
import io.servicesemantics.slicing.SliceState;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** The names of Services as the cluster's DNS has them, and as Pods call them. */
final class Namings {

  // Nobody reads the eleventh port; the names of endpoints are alike from the first on.
  private static final int MOST_PORTS = 10;
  private static final int MOST_ENDPOINTS = 3;

  private static final ImmutableList<RecordType> ADDRESSES =
      ImmutableList.of(RecordType.A, RecordType.AAAA);
  private static final ImmutableList<RecordType> ADDRESSES_AND_ALIAS =
      ImmutableList.of(RecordType.A, RecordType.AAAA, RecordType.CNAME);
  private static final ImmutableList<RecordType> SERVICES = ImmutableList.of(RecordType.SRV);

  private final DnsNames names;
  private final DnsZone zone;
  private final PodResolver resolver;
  private final PodHostname hostnames;
  private final UsualResolvers resolvers;
  private final ServicesByNamespace services;
  private final SliceState state;

  private Namings(
      ClusterSnapshot world,
      SliceState state,
      ClusterDns dns,
      PodResolver resolver,
      PodHostname hostnames) {
    this.names = dns.names();
    this.zone = dns.zoneOf(world);
    this.resolver = resolver;
    this.hostnames = hostnames;
    this.resolvers = UsualResolvers.of(world, resolver);
    this.services = ServicesByNamespace.of(world);
    this.state = state;
  }

  static Namings of(
      ClusterSnapshot world,
      SliceState state,
      ClusterDns dns,
      PodResolver resolver,
      PodHostname hostnames) {
    return new Namings(world, state, dns, resolver, hostnames);
  }

  DnsNames names() {
    return names;
  }

  DnsZone zone() {
    return zone;
  }

  ServicesByNamespace services() {
    return services;
  }

  UsualResolvers resolvers() {
    return resolvers;
  }

  HostNames hostNames(Pod pod) {
    return hostnames.namesOf(pod);
  }

  // The Service that a name, or the name above it, would be one of.
  Optional<NamespacedName> serviceOf(DnsName name) {
    int labels = name.labelCount() - names.clusterDomain().labelCount() - 1;
    if (labels < 2 || !name.isAtOrBelow(names.clusterDomain())) {
      return Optional.empty();
    }
    ImmutableList<String> all = name.toLowerCase().labels();
    NamespacedName called = NamespacedName.of(all.get(labels - 1), all.get(labels - 2));
    return names.ofService(called).filter(name::isAtOrBelow).isPresent()
        ? Optional.of(called)
        : Optional.empty();
  }

  ServiceNaming naming(Service service) {
    NamespacedName called = service.namespacedName();
    ImmutableList.Builder<NameRow> rows = ImmutableList.builder();
    boolean isAlias = service.spec().type().is(ServiceType.EXTERNAL_NAME);
    Optional<DnsName> own = names.ofService(called);
    own.ifPresent(
        name ->
            rows.add(
                row(NameKind.SERVICE, name, isAlias ? ADDRESSES_AND_ALIAS : ADDRESSES, called)));
    Set<DnsName> ports = isAlias ? ImmutableSet.of() : ports(service);
    ports.stream()
        .limit(MOST_PORTS)
        .forEach(name -> rows.add(row(NameKind.PORT, name, SERVICES, called)));
    Set<DnsName> endpoints = isAlias ? ImmutableSet.of() : endpoints(service);
    for (DnsName name : Ordering.natural().leastOf(endpoints, MOST_ENDPOINTS)) {
      rows.add(row(NameKind.ENDPOINT, name, ADDRESSES, called));
    }
    return new ServiceNaming(
        called.namespace(),
        rows.build(),
        Math.max(0, ports.size() - MOST_PORTS),
        Math.max(0, endpoints.size() - MOST_ENDPOINTS));
  }

  private Set<DnsName> ports(Service service) {
    Set<DnsName> ports = new LinkedHashSet<>();
    for (ServicePort port : service.spec().ports()) {
      names.ofPort(service.namespacedName(), port).ifPresent(ports::add);
    }
    return ports;
  }

  // Endpoints of a Service with a cluster IP have names too, but nobody calls them by address.
  Set<DnsName> endpoints(Service service) {
    Set<DnsName> endpoints = new LinkedHashSet<>();
    for (EndpointSlice slice : state.slicesOf(service.namespacedName())) {
      for (Endpoint endpoint : slice.endpoints()) {
        if (endpoint.conditions().isReady()
            && (service.spec().isHeadless() || !endpoint.hostname().orElse("").isEmpty())) {
          endpoints.addAll(names.ofEndpoint(service.namespacedName(), endpoint));
        }
      }
    }
    return endpoints;
  }

  private NameRow row(
      NameKind kind, DnsName name, ImmutableList<RecordType> types, NamespacedName service) {
    ImmutableMap.Builder<RecordType, DnsAnswer> answers = ImmutableMap.builder();
    for (RecordType type : types) {
      answers.put(type, zone.answer(DnsQuestion.of(name, type)));
    }
    NameRow row = new NameRow(kind, name, answers.buildOrThrow(), Optional.empty());
    boolean leadsSomewhere = !row.addresses().isEmpty() || row.leadsOutside();
    return kind == NameKind.PORT || !leadsSomewhere
        ? row
        : new NameRow(kind, name, row.answers(), Optional.of(shortNames(name, service)));
  }

  private ShortNames shortNames(DnsName name, NamespacedName service) {
    // behind the namespace are svc and the cluster's domain
    int withNamespace = name.labelCount() - names.clusterDomain().labelCount() - 1;
    String namespace = service.namespace();
    return new ShortNames(
        lookUp(NameWords.first(name, withNamespace - 1), namespace),
        lookUp(NameWords.first(name, withNamespace), resolvers.elsewhere(namespace)),
        lookUp(NameWords.first(name, name.labelCount()), namespace));
  }

  private Lookup lookUp(String name, String namespace) {
    return resolver.lookUp(
        name, WantedAddresses.BOTH, resolvers.in(namespace), Libc.GLIBC_2_36, zone);
  }
}
