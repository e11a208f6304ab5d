package io.servicesemantics.impl.description;

import static com.google.common.collect.ImmutableList.sortedCopyOf;
import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.description.Describer;
import io.servicesemantics.description.ServiceDescription;
import io.servicesemantics.description.SnapshotDescription;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.endpoint.Endpoints;
import io.servicesemantics.manifest.ManifestObject;
import io.servicesemantics.manifest.ManifestProblem;
import io.servicesemantics.manifest.ManifestSet;
import io.servicesemantics.manifest.UnreadObject;
import io.servicesemantics.object.KubernetesObject;
import io.servicesemantics.profile.ServiceRanges;
import io.servicesemantics.routing.EndpointSelector;
import io.servicesemantics.service.Service;
import io.servicesemantics.simulation.Expansion;
import io.servicesemantics.simulation.WorkloadExpander;
import io.servicesemantics.slicing.SlicePlanner;
import io.servicesemantics.slicing.SliceState;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** Describes Services: the objects are brought up, and every area is asked about them. */
public final class StandardDescriber implements Describer {

  // Which names Pods get by chance does not matter to a reader.
  private static final long SEED = 0;

  private final ServiceRanges ranges;
  private final WorkloadExpander workloads;
  private final SlicePlanner slices;
  private final EndpointSelector selector;

  /**
   * Makes a describer out of the areas it asks.
   *
   * @param ranges the networks and ports given to Services that have none yet
   * @param workloads brings up Pods
   * @param slices plans slices
   * @param selector selects endpoints
   */
  public StandardDescriber(
      ServiceRanges ranges,
      WorkloadExpander workloads,
      SlicePlanner slices,
      EndpointSelector selector) {
    this.ranges = ranges;
    this.workloads = workloads;
    this.slices = slices;
    this.selector = selector;
  }

  @Override
  public SnapshotDescription describe(ManifestSet manifest) {
    SnapshotDescription described = describe(manifest.snapshot(), Places.of(manifest));
    return new SnapshotDescription(
        described.world(),
        described.services(),
        described.complaints(),
        readProblems(manifest),
        described.notes(),
        unreadKinds(manifest));
  }

  @Override
  public SnapshotDescription describe(ClusterSnapshot snapshot) {
    return describe(snapshot, Places.NONE);
  }

  private SnapshotDescription describe(ClusterSnapshot snapshot, Places places) {
    ClusterSnapshot named = DefaultNamespace.of(snapshot);
    ClusterSnapshot distinct = LastOfName.of(named);
    ImmutableList<Service> stored =
        distinct.services().stream().map(StandardDescriber::asStored).collect(toImmutableList());
    ClusterSnapshot addressed = distinct.withServices(AssumedAddresses.of(stored, ranges));
    Expansion expansion = workloads.expand(addressed, SEED);
    ClusterSnapshot mirrored = withMirrored(expansion.snapshot());
    SliceState state = slices.stateOf(mirrored);
    ClusterSnapshot world =
        mirrored.withEndpointSlices(
            sortedCopyOf(Comparator.comparing(KubernetesObject::namespacedName), state.slices()));

    Scene scene =
        new Scene(world, state, Vantages.of(world), LabelSets.of(world), places, slices, selector);
    ImmutableList.Builder<ServiceDescription> services = ImmutableList.builder();
    for (Service service :
        sortedCopyOf(
            Comparator.comparing(KubernetesObject::namespacedName),
            world.servicesByName().values())) {
      services.add(ServiceStory.of(service, scene));
    }
    return new SnapshotDescription(
        world,
        services.build(),
        StrayObjects.complaints(named, scene),
        ImmutableList.of(),
        expansion.notes(),
        ImmutableList.of());
  }

  // The server stores a selector without labels as no selector (api appendix E).
  private static Service asStored(Service service) {
    return service.withSpec(service.spec().withEmptySelector(false));
  }

  private ClusterSnapshot withMirrored(ClusterSnapshot world) {
    ImmutableList.Builder<EndpointSlice> all = ImmutableList.builder();
    all.addAll(world.endpointSlices());
    for (Endpoints endpoints : world.endpoints()) {
      all.addAll(slices.mirror(endpoints, world).create());
    }
    return world.withEndpointSlices(all.build());
  }

  private static ImmutableList<ManifestProblem> readProblems(ManifestSet manifest) {
    ImmutableList.Builder<ManifestProblem> problems = ImmutableList.builder();
    for (ManifestProblem problem : manifest.problems()) {
      if (problem.kind() != ManifestProblem.Kind.UNREAD_KIND) {
        problems.add(problem);
      }
    }
    return problems.build();
  }

  private static ImmutableList<String> unreadKinds(ManifestSet manifest) {
    Map<String, Integer> counts = new TreeMap<>();
    for (ManifestObject<UnreadObject> object : manifest.objects(UnreadObject.class)) {
      counts.merge(object.value().kind(), 1, Integer::sum);
    }
    ImmutableList.Builder<String> kinds = ImmutableList.builder();
    counts.forEach((kind, count) -> kinds.add(count + " " + kind));
    return kinds.build();
  }
}
