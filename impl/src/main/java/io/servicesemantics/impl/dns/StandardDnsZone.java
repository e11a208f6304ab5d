package io.servicesemantics.impl.dns;

import com.google.common.collect.ImmutableList;
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
import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.service.Service;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The zones of a snapshot: a piece for each Service, and a table over their names. */
final class StandardDnsZone implements DnsZone {

  private final ZoneContext context;
  private final ShardedMap<NamespacedName, ServiceNames> services;
  private final SeenNamespaces namespaces;
  private final ZoneEngine engine;

  private StandardDnsZone(
      ZoneContext context,
      ShardedMap<NamespacedName, ServiceNames> services,
      SeenNamespaces namespaces,
      ZoneEngine engine) {
    this.context = context;
    this.services = services;
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
    List<Keyed> all = new ArrayList<>();
    namespaces.forEach(all::add);
    services.values().forEach(names -> Collections.addAll(all, names.listed()));
    return new StandardDnsZone(
        context,
        ShardedMap.copyOf(services),
        namespaces,
        new ZoneEngine(context, new ZoneIndex(KeyTable.of(all)), PodAddresses.of(world, context)));
  }

  // Of several slices of one name the last counts, as in the snapshot's other look-ups.
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
    namespaces.forEach(all::add);
    services.forEach(
        (name, names) -> {
          boolean isExposed = namespaces.has(name.namespace());
          ServiceNames there =
              ServiceNames.of(name, names.service(), names.slices(), isExposed, other);
          Collections.addAll(all, there.listed());
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
      return with(name, isGone ? null : service, names(name).slices());
    }
    if (change.object() instanceof Namespace namespace) {
      return afterNamespace(namespace, isGone);
    }
    if (change.object() instanceof Pod pod && context.verifiesPods()) {
      PodAddresses pods = engine.pods().after(pod.namespacedName(), isGone ? null : pod, context);
      ZoneEngine next = new ZoneEngine(context, engine.index(), pods);
      return new StandardDnsZone(context, services, namespaces, next);
    }
    return this;
  }

  // The slice is taken from where its former label put it, and put where its label now does.
  private StandardDnsZone afterSlice(EndpointSlice slice, boolean isGone) {
    String name = slice.metadata().name();
    String namespace = slice.metadata().namespace();
    NamespacedName claimed = NamespacedName.of(namespace, slice.serviceName());
    StandardDnsZone zone = this;
    if (!names(claimed).hasSlice(name)) {
      NamespacedName former = ownerOf(namespace, name);
      if (former != null) {
        zone = with(former, names(former).slicesWithout(name));
      }
    }
    ServiceNames there = zone.names(claimed);
    if (isGone) {
      return there.hasSlice(name) ? zone.with(claimed, there.slicesWithout(name)) : zone;
    }
    return slice.serviceName().isEmpty() ? zone : zone.with(claimed, there.slicesWith(slice));
  }

  private @Nullable NamespacedName ownerOf(String namespace, String slice) {
    NamespacedName[] owner = new NamespacedName[1];
    services.forEach(
        (name, names) -> {
          if (name.namespace().equals(namespace) && names.hasSlice(slice)) {
            owner[0] = name;
          }
        });
    return owner[0];
  }

  // Whether a namespace is seen is known to each of its Services, and they are made anew.
  private StandardDnsZone afterNamespace(Namespace namespace, boolean isGone) {
    SeenNamespaces seen = namespaces.after(namespace, isGone, services, context);
    List<Keyed> gone = new ArrayList<>();
    List<Keyed> put = new ArrayList<>();
    addChanged(seen, gone, put);
    Map<NamespacedName, ServiceNames> changed = new HashMap<>();
    services.forEach(
        (service, names) -> {
          boolean isExposed = seen.has(service.namespace());
          if (isExposed != namespaces.has(service.namespace())) {
            ServiceNames next =
                ServiceNames.of(service, names.service(), names.slices(), isExposed, context);
            Collections.addAll(gone, names.listed());
            Collections.addAll(put, next.listed());
            changed.put(service, next);
          }
        });
    ShardedMap<NamespacedName, ServiceNames> next = services;
    for (Map.Entry<NamespacedName, ServiceNames> entry : changed.entrySet()) {
      next = next.with(entry.getKey(), entry.getValue());
    }
    return with(next, seen, gone, put);
  }

  private void addChanged(SeenNamespaces seen, List<Keyed> gone, List<Keyed> put) {
    namespaces.forEach(entry -> addUnlessIn(seen, entry, gone));
    seen.forEach(entry -> addUnlessIn(namespaces, entry, put));
  }

  // Entries are known by identity: one made anew takes the other's place.
  private static void addUnlessIn(SeenNamespaces seen, NamespaceEntry entry, List<Keyed> list) {
    if (seen.entries().get(entry.name()) != entry) {
      list.add(entry);
    }
  }

  private ServiceNames names(NamespacedName name) {
    ServiceNames names = services.get(name);
    return names == null ? ServiceNames.NONE : names;
  }

  private StandardDnsZone with(NamespacedName name, ImmutableList<EndpointSlice> slices) {
    return with(name, names(name).service(), slices);
  }

  private StandardDnsZone with(
      NamespacedName name, @Nullable Service service, ImmutableList<EndpointSlice> slices) {
    ServiceNames before = names(name);
    if (service == null && slices.isEmpty()) {
      return with(name, before, ServiceNames.NONE, services.without(name));
    }
    boolean isExposed =
        namespaces.isImplied()
            ? context.exposes(Namespace.of(name.namespace()))
            : namespaces.has(name.namespace());
    ServiceNames next = ServiceNames.of(name, service, slices, isExposed, context);
    return with(name, before, next, services.with(name, next));
  }

  private StandardDnsZone with(
      NamespacedName name,
      ServiceNames before,
      ServiceNames next,
      ShardedMap<NamespacedName, ServiceNames> services) {
    if (!namespaces.isImplied()) {
      return with(services, namespaces, List.of(before.listed()), List.of(next.listed()));
    }
    List<Keyed> gone = new ArrayList<>(List.of(before.listed()));
    List<Keyed> put = new ArrayList<>(List.of(next.listed()));
    SeenNamespaces seen = namespaces.afterService(name.namespace(), services, context);
    addChanged(seen, gone, put);
    return with(services, seen, gone, put);
  }

  private StandardDnsZone with(
      ShardedMap<NamespacedName, ServiceNames> services,
      SeenNamespaces namespaces,
      List<Keyed> gone,
      List<Keyed> put) {
    ZoneIndex index = new ZoneIndex(engine.index().table().after(gone, put));
    return new StandardDnsZone(
        context, services, namespaces, new ZoneEngine(context, index, engine.pods()));
  }
}
