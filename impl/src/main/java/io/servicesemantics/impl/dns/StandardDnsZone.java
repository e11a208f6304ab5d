package io.servicesemantics.impl.dns;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.servicesemantics.cluster.ClusterChange;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.Namespace;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.collect.ShardedMap;
import io.servicesemantics.dns.DnsAnswer;
import io.servicesemantics.dns.DnsDeviation;
import io.servicesemantics.dns.DnsMode;
import io.servicesemantics.dns.DnsName;
import io.servicesemantics.dns.DnsQuestion;
import io.servicesemantics.dns.DnsTransport;
import io.servicesemantics.dns.DnsZone;
import io.servicesemantics.dns.ZoneFile;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.explain.Explained;
import io.servicesemantics.explain.LeftToChance;
import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.service.Service;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The zones of a snapshot: a piece for each Service, and a table over their names. */
final class StandardDnsZone implements DnsZone {

  private final ZoneContext context;
  private final ShardedMap<NamespacedName, ServiceNames> services;
  private final ShardedMap<NamespacedName, NamespacedName> owners; // of slices: their Services
  private final SeenNamespaces namespaces;
  private final ZoneEngine engine;

  private StandardDnsZone(
      ZoneContext context,
      ShardedMap<NamespacedName, ServiceNames> services,
      ShardedMap<NamespacedName, NamespacedName> owners,
      SeenNamespaces namespaces,
      ZoneEngine engine) {
    this.context = context;
    this.services = services;
    this.owners = owners;
    this.namespaces = namespaces;
    this.engine = engine;
  }

  static StandardDnsZone of(ZoneContext context, ClusterSnapshot world) {
    SeenNamespaces namespaces = SeenNamespaces.of(world, context);
    Map<NamespacedName, ServiceNames> services = new HashMap<>();
    world
        .servicesByName()
        .forEach(
            (name, service) ->
                services.put(
                    name,
                    ServiceNames.of(
                        name,
                        service,
                        latest(world.slicesByService().get(name)),
                        namespaces.has(name.namespace()),
                        context)));
    world
        .slicesByService()
        .asMap()
        .forEach(
            (name, slices) ->
                services.computeIfAbsent(
                    name,
                    none ->
                        ServiceNames.of(
                            name,
                            null,
                            latest(ImmutableList.copyOf(slices)),
                            namespaces.has(name.namespace()),
                            context)));
    Map<NamespacedName, NamespacedName> owners = new HashMap<>();
    services.forEach(
        (name, names) -> names.slices().forEach(slice -> owners.put(nameOf(slice), name)));
    List<Keyed> all = new ArrayList<>();
    namespaces.forEach(all::add);
    services.values().forEach(names -> names.addTo(all));
    return new StandardDnsZone(
        context,
        ShardedMap.copyOf(services),
        ShardedMap.copyOf(owners),
        namespaces,
        new ZoneEngine(context, new ZoneIndex(KeyTable.of(all)), PodAddresses.of(world, context)));
  }

  // Of several slices of one name the last counts, as in the snapshot's other look-ups.
  @SuppressWarnings("ReferenceEquality") // the last one itself
  private static ImmutableList<EndpointSlice> latest(ImmutableList<EndpointSlice> slices) {
    Map<String, EndpointSlice> byName = new HashMap<>();
    slices.forEach(slice -> byName.put(slice.metadata().name(), slice));
    return byName.size() == slices.size()
        ? slices
        : slices.stream()
            .filter(slice -> byName.get(slice.metadata().name()) == slice)
            .collect(ImmutableList.toImmutableList());
  }

  @Override
  public DnsMode mode() {
    return context.mode();
  }

  @Override
  public ImmutableList<DnsName> origins() {
    return context.origins().stream()
        .map(origin -> origin.name)
        .collect(ImmutableList.toImmutableList());
  }

  @Override
  public DnsAnswer answer(DnsQuestion question) {
    return engine.answer(question, 0);
  }

  @Override
  public DnsAnswer answer(DnsQuestion question, DnsTransport transport) {
    ZoneAnswer whole = engine.answer(question, 0);
    return transport.isDatagram() ? FittedAnswer.of(whole, question.name(), transport) : whole;
  }

  @Override
  public Explained<DnsAnswer> explain(DnsQuestion question) {
    ZoneAnswer answer = engine.answer(question, 0);
    return Explained.of(answer, ZoneAccount.of(question, answer, engine));
  }

  @Override
  public Optional<LeftToChance<DnsAnswer>> leftToChance(DnsQuestion question) {
    ImmutableSet<DnsAnswer> possible = engine.possible(question);
    return possible.size() > 1 ? Optional.of(new LeftToChance<>(possible)) : Optional.empty();
  }

  @Override
  public ZoneFile zoneFile(DnsName origin) {
    for (Origin known : context.origins()) {
      if (known.name.equals(origin)) {
        List<ServiceNames> all = new ArrayList<>();
        services.forEach((name, names) -> all.add(names));
        return ZoneContents.of(engine, known, all);
      }
    }
    throw new IllegalArgumentException(
        String.format("Zone: \"%s\"; expected one of %s", origin, origins()));
  }

  @Override
  public ImmutableList<DnsDeviation> deviations() {
    ZoneContext specified = context.in(DnsMode.SPECIFICATION);
    return Deviations.between(engine, new ZoneEngine(specified, indexIn(specified), engine.pods()));
  }

  private ZoneIndex indexIn(ZoneContext other) {
    List<Keyed> all = new ArrayList<>();
    namespaces.entries().forEach((name, unused) -> all.addAll(NamespaceEntry.of(name, other)));
    services.forEach(
        (name, names) -> {
          boolean isExposed = namespaces.has(name.namespace());
          ServiceNames.of(name, names.service(), names.slices(), isExposed, other).addTo(all);
        });
    return new ZoneIndex(KeyTable.of(all));
  }

  @Override
  public DnsZone after(ClusterChange change) {
    boolean isGone = change instanceof ClusterChange.Gone;
    if (change.object() instanceof EndpointSlice slice) {
      return afterSlice(slice, isGone);
    }
    if (change.object() instanceof Service service) {
      NamespacedName name = service.namespacedName();
      return with(name, isGone ? null : service, names(name).slices(), owners);
    }
    if (change.object() instanceof Namespace namespace) {
      return afterNamespace(namespace, isGone);
    }
    if (change.object() instanceof Pod pod && context.verifiesPods()) {
      PodAddresses pods = engine.pods().after(pod.namespacedName(), isGone ? null : pod, context);
      ZoneEngine next = new ZoneEngine(context, engine.index(), pods);
      return new StandardDnsZone(context, services, owners, namespaces, next);
    }
    return this;
  }

  // The slice is taken from where its former label put it, and put where its label now does.
  private StandardDnsZone afterSlice(EndpointSlice slice, boolean isGone) {
    NamespacedName name = nameOf(slice);
    NamespacedName former = owners.get(name);
    NamespacedName next = NamespacedName.of(name.namespace(), slice.serviceName());
    boolean isOwned = !isGone && !slice.serviceName().isEmpty();
    StandardDnsZone zone = this;
    if (former != null && !(isOwned && former.equals(next))) {
      zone = with(former, names(former).slicesWithout(name.name()), owners.without(name));
    }
    return isOwned
        ? zone.with(next, zone.names(next).slicesWith(slice), zone.owners.with(name, next))
        : zone;
  }

  private static NamespacedName nameOf(EndpointSlice slice) {
    return NamespacedName.of(slice.metadata().namespace(), slice.metadata().name());
  }

  // Whether a namespace is seen is known to each of its Services, and they are made anew.
  private StandardDnsZone afterNamespace(Namespace namespace, boolean isGone) {
    SeenNamespaces seen = namespaces.after(namespace, isGone, services, context);
    List<Keyed> gone = new ArrayList<>();
    List<Keyed> put = new ArrayList<>();
    namespaces.addUnlessIn(seen, gone);
    seen.addUnlessIn(namespaces, put);
    Map<NamespacedName, ServiceNames> changed = new HashMap<>();
    services.forEach(
        (service, names) -> {
          boolean isExposed = seen.has(service.namespace());
          if (isExposed != namespaces.has(service.namespace())) {
            ServiceNames next =
                ServiceNames.of(service, names.service(), names.slices(), isExposed, context);
            names.addTo(gone);
            next.addTo(put);
            changed.put(service, next);
          }
        });
    ShardedMap<NamespacedName, ServiceNames> next = services;
    for (Map.Entry<NamespacedName, ServiceNames> entry : changed.entrySet()) {
      next = next.with(entry.getKey(), entry.getValue());
    }
    return new StandardDnsZone(context, next, owners, seen, engineAfter(gone, put));
  }

  private ServiceNames names(NamespacedName name) {
    ServiceNames names = services.get(name);
    return names == null ? ServiceNames.NONE : names;
  }

  private StandardDnsZone with(
      NamespacedName name,
      ImmutableList<EndpointSlice> slices,
      ShardedMap<NamespacedName, NamespacedName> nextOwners) {
    return with(name, names(name).service(), slices, nextOwners);
  }

  private StandardDnsZone with(
      NamespacedName name,
      @Nullable Service service,
      ImmutableList<EndpointSlice> slices,
      ShardedMap<NamespacedName, NamespacedName> nextOwners) {
    ServiceNames before = names(name);
    boolean isNothing = service == null && slices.isEmpty();
    boolean isExposed =
        namespaces.isImplied()
            ? context.exposes(Namespace.of(name.namespace()))
            : namespaces.has(name.namespace());
    ServiceNames next =
        isNothing ? ServiceNames.NONE : ServiceNames.of(name, service, slices, isExposed, context);
    List<Keyed> gone = new ArrayList<>();
    List<Keyed> put = new ArrayList<>();
    before.addTo(gone);
    next.addTo(put);
    ShardedMap<NamespacedName, ServiceNames> nextServices =
        isNothing ? services.without(name) : services.with(name, next);
    SeenNamespaces seen = namespaces;
    if (namespaces.isImplied() && before.isNothing() != isNothing) {
      seen = namespaces.afterService(name.namespace(), nextServices, context);
      namespaces.addUnlessIn(seen, gone);
      seen.addUnlessIn(namespaces, put);
    }
    return new StandardDnsZone(context, nextServices, nextOwners, seen, engineAfter(gone, put));
  }

  private ZoneEngine engineAfter(List<Keyed> gone, List<Keyed> put) {
    ZoneIndex index = new ZoneIndex(engine.index().table().after(gone, put));
    return new ZoneEngine(context, index, engine.pods());
  }
}
