package io.servicesemantics.impl.simulation;

import static com.google.common.collect.ImmutableList.sortedCopyOf;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.admission.ClusterState;
import io.servicesemantics.admission.NumberPicker;
import io.servicesemantics.admission.ServiceAdmission;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.Namespace;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.endpoint.Endpoints;
import io.servicesemantics.manifest.ManifestObject;
import io.servicesemantics.manifest.ManifestSet;
import io.servicesemantics.object.KubernetesObject;
import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.service.Service;
import io.servicesemantics.simulation.ClusterSimulator;
import io.servicesemantics.simulation.Expansion;
import io.servicesemantics.simulation.ExpansionNote;
import io.servicesemantics.simulation.Simulation;
import io.servicesemantics.simulation.WorkloadExpander;
import io.servicesemantics.slicing.SlicePlanner;
import io.servicesemantics.slicing.SliceState;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Brings up a cluster: Services are admitted, then Pods made, then slices planned. */
public final class StandardClusterSimulator implements ClusterSimulator {

  private static final long SEED_OF_NAMES = 0;

  private final ServiceAdmission admission;
  private final WorkloadExpander workloads;
  private final SlicePlanner slices;

  /**
   * Makes a simulator out of the areas it asks.
   *
   * @param admission decides what becomes of Services
   * @param workloads brings up Pods
   * @param slices plans slices
   */
  public StandardClusterSimulator(
      ServiceAdmission admission, WorkloadExpander workloads, SlicePlanner slices) {
    this.admission = admission;
    this.workloads = workloads;
    this.slices = slices;
  }

  @Override
  public Simulation run(ManifestSet manifest) {
    return run(manifest.snapshot(), wanted(manifest), SEED_OF_NAMES, NumberPicker.lowestFree());
  }

  @Override
  public Simulation run(ManifestSet manifest, long seed) {
    return run(manifest.snapshot(), wanted(manifest), seed, NumberPicker.seeded(seed));
  }

  @Override
  public Simulation run(ClusterSnapshot wanted) {
    return run(wanted, wanted(wanted), SEED_OF_NAMES, NumberPicker.lowestFree());
  }

  @Override
  public Simulation run(ClusterSnapshot wanted, long seed) {
    return run(wanted, wanted(wanted), seed, NumberPicker.seeded(seed));
  }

  private Simulation run(
      ClusterSnapshot snapshot, ImmutableList<Wanted> services, long seed, NumberPicker picker) {
    ClusterSnapshot given = DefaultNamespace.of(snapshot);
    ClusterSnapshot distinct = LastOfName.of(given);
    AssumedNamespaces assumed = AssumedNamespaces.of(distinct);
    ClusterSnapshot housed =
        distinct.withNamespaces(
            ImmutableList.<Namespace>builder()
                .addAll(distinct.namespaces())
                .addAll(assumed.missing())
                .build());
    ImmutableList.Builder<ExpansionNote> notes = ImmutableList.builder();
    assumed.note().ifPresent(notes::add);

    Intake intake = admit(housed, services, picker);
    ClusterSnapshot admitted = housed.withServices(stored(given, intake));
    Expansion expansion = workloads.expand(admitted, seed);
    notes.addAll(expansion.notes());
    ClusterSnapshot supplied = withMirrored(withApiServer(expansion.snapshot()));
    SliceState state = slices.stateOf(supplied);
    return new Simulation(
        given,
        supplied.withEndpointSlices(
            sortedCopyOf(Comparator.comparing(KubernetesObject::namespacedName), state.slices())),
        intake.requests(),
        intake.state(),
        state,
        notes.build());
  }

  private Intake admit(ClusterSnapshot world, ImmutableList<Wanted> services, NumberPicker picker) {
    ImmutableList.Builder<Service> found = ImmutableList.builder();
    ImmutableList.Builder<Wanted> turns = ImmutableList.builder();
    for (Wanted wanted : services) {
      if (wanted.isFound()) {
        found.add(asStored(wanted.service()));
      } else {
        turns.add(wanted);
      }
    }
    ClusterState state = admission.stateOf(world.withServices(LastOfName.last(found.build())));
    return Intake.of(turns.build(), admission, picker, withApiServer(state, picker));
  }

  private ClusterState withApiServer(ClusterState state, NumberPicker picker) {
    if (state.service(ApiServer.NAME).isPresent()) {
      return state;
    }
    return ApiServer.service(state.allocations())
        .map(service -> admission.create(service, state, picker))
        .map(decision -> decision.match(accepted -> accepted.next(), rejected -> state))
        .orElse(state);
  }

  // In the order they were given, each once; the API server's own last.
  private static ImmutableList<Service> stored(ClusterSnapshot given, Intake intake) {
    Set<NamespacedName> names = new LinkedHashSet<>();
    given.services().forEach(service -> names.add(service.namespacedName()));
    intake.requests().forEach(request -> names.add(request.name()));
    names.add(ApiServer.NAME);
    ImmutableList.Builder<Service> stored = ImmutableList.builder();
    names.forEach(name -> intake.service(name).ifPresent(stored::add));
    return stored.build();
  }

  private static ClusterSnapshot withApiServer(ClusterSnapshot world) {
    return Optional.ofNullable(world.servicesByName().get(ApiServer.NAME))
        .flatMap(service -> ApiServer.slice(service, world))
        .map(slice -> withSlices(world, ImmutableList.of(slice)))
        .orElse(world);
  }

  private ClusterSnapshot withMirrored(ClusterSnapshot world) {
    ImmutableList.Builder<EndpointSlice> mirrored = ImmutableList.builder();
    for (Endpoints endpoints : world.endpoints()) {
      mirrored.addAll(slices.mirror(endpoints, world).create());
    }
    return withSlices(world, mirrored.build());
  }

  private static ClusterSnapshot withSlices(
      ClusterSnapshot world, ImmutableList<EndpointSlice> more) {
    return world.withEndpointSlices(
        ImmutableList.<EndpointSlice>builder().addAll(world.endpointSlices()).addAll(more).build());
  }

  private static ImmutableList<Wanted> wanted(ManifestSet manifest) {
    ImmutableList.Builder<Wanted> wanted = ImmutableList.builder();
    for (ManifestObject<Service> object : manifest.objects(Service.class)) {
      wanted.add(wanted(object, false));
    }
    for (ManifestObject<?> refused : manifest.refused()) {
      refused.as(Service.class).ifPresent(object -> wanted.add(wanted(object, true)));
    }
    return wanted.build();
  }

  private static Wanted wanted(ManifestObject<Service> object, boolean strictly) {
    return new Wanted(
        DefaultNamespace.of(object.value(), Service::withMetadata), Optional.of(object), strictly);
  }

  private static ImmutableList<Wanted> wanted(ClusterSnapshot snapshot) {
    ImmutableList.Builder<Wanted> wanted = ImmutableList.builder();
    for (Service service : snapshot.services()) {
      wanted.add(
          new Wanted(DefaultNamespace.of(service, Service::withMetadata), Optional.empty(), false));
    }
    return wanted.build();
  }

  // The server stores a selector without labels as no selector (api appendix E).
  private static Service asStored(Service service) {
    return service.withSpec(service.spec().withEmptySelector(false));
  }
}
