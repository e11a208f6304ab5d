package io.servicesemantics.impl.description;

import static com.google.common.base.Preconditions.checkNotNull;
import static com.google.common.collect.ImmutableList.sortedCopyOf;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import io.servicesemantics.admission.AdmissionDecision.Rejected;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.description.Complaint;
import io.servicesemantics.description.Describer;
import io.servicesemantics.description.ModeMigration;
import io.servicesemantics.description.RefusedService;
import io.servicesemantics.description.ServiceDescription;
import io.servicesemantics.description.SnapshotDescription;
import io.servicesemantics.dns.ClusterDns;
import io.servicesemantics.manifest.ManifestObject;
import io.servicesemantics.manifest.ManifestProblem;
import io.servicesemantics.manifest.ManifestSet;
import io.servicesemantics.manifest.UnreadObject;
import io.servicesemantics.object.KubernetesObject;
import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.pod.PodHostname;
import io.servicesemantics.pod.PodResolver;
import io.servicesemantics.profile.ProxyMode;
import io.servicesemantics.profile.ProxySettings;
import io.servicesemantics.routing.EndpointSelector;
import io.servicesemantics.routing.TrafficRouter;
import io.servicesemantics.service.Service;
import io.servicesemantics.simulation.ClusterSimulator;
import io.servicesemantics.simulation.SimulatedRequest;
import io.servicesemantics.simulation.Simulation;
import io.servicesemantics.slicing.SlicePlanner;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** Describes Services: the objects are brought up, and every area is asked about them. */
public final class StandardDescriber implements Describer {

  // The Service that every cluster has, whether anybody writes it or not.
  static final NamespacedName API_SERVER = NamespacedName.of("default", "kubernetes");

  private final ClusterSimulator simulator;
  private final SlicePlanner slices;
  private final EndpointSelector selector;
  private final TrafficRouter router;
  private final ClusterDns dns;
  private final PodResolver resolver;
  private final PodHostname hostnames;
  private final ProxySettings proxy;

  /**
   * Makes a describer out of the areas it asks.
   *
   * @param simulator brings up the objects
   * @param slices plans slices
   * @param selector selects endpoints
   * @param router resolves what nodes do with traffic
   * @param dns answers questions about names
   * @param resolver looks names up as Pods do
   * @param hostnames names Pods as they do themselves
   * @param proxy how kube-proxy is set up
   */
  public StandardDescriber(
      ClusterSimulator simulator,
      SlicePlanner slices,
      EndpointSelector selector,
      TrafficRouter router,
      ClusterDns dns,
      PodResolver resolver,
      PodHostname hostnames,
      ProxySettings proxy) {
    this.simulator = simulator;
    this.slices = slices;
    this.selector = selector;
    this.router = router;
    this.dns = dns;
    this.resolver = resolver;
    this.hostnames = hostnames;
    this.proxy = proxy;
  }

  @Override
  public SnapshotDescription describe(ManifestSet manifest) {
    return describe(manifest, simulator.run(manifest));
  }

  @Override
  public SnapshotDescription describe(ManifestSet manifest, long seed) {
    return describe(manifest, simulator.run(manifest, seed));
  }

  @Override
  public SnapshotDescription describe(ClusterSnapshot snapshot) {
    return describe(simulator.run(snapshot), Places.NONE);
  }

  @Override
  public ModeMigration migration(ClusterSnapshot snapshot, ProxyMode to) {
    checkNotNull(to, "Proxy mode is null; expected the other mode");
    return Migrations.of(
        scene(simulator.run(snapshot), Places.NONE, ImmutableListMultimap.of()), to);
  }

  private SnapshotDescription describe(ManifestSet manifest, Simulation simulation) {
    SnapshotDescription described = describe(simulation, Places.of(manifest));
    return new SnapshotDescription(
        described.world(),
        described.services(),
        described.refused(),
        described.complaints(),
        readProblems(manifest),
        described.notes(),
        unreadKinds(manifest));
  }

  private SnapshotDescription describe(Simulation simulation, Places places) {
    ClusterSnapshot world = simulation.world();
    ImmutableList.Builder<RefusedService> refused = ImmutableList.builder();
    ImmutableListMultimap.Builder<NamespacedName, SimulatedRequest> accepted =
        ImmutableListMultimap.builder();
    for (SimulatedRequest request : simulation.requests()) {
      if (request.decision() instanceof Rejected rejected) {
        refused.add(Verdicts.refused(request, rejected, simulation.cluster().allocations()));
      } else {
        accepted.put(request.name(), request);
      }
    }
    Scene scene = scene(simulation, places, accepted.build());
    return new SnapshotDescription(
        world,
        stories(simulation, scene),
        refused.build(),
        ImmutableList.<Complaint>builder()
            .addAll(StrayObjects.complaints(simulation, scene))
            .addAll(PodComplaints.of(simulation.given(), scene))
            .build(),
        ImmutableList.of(),
        simulation.notes(),
        ImmutableList.of());
  }

  private Scene scene(
      Simulation simulation,
      Places places,
      ImmutableListMultimap<NamespacedName, SimulatedRequest> accepted) {
    ClusterSnapshot world = simulation.world();
    ExampleSenders senders = ExampleSenders.of(world);
    return new Scene(
        world,
        simulation.slices(),
        Vantages.of(world),
        LabelSets.of(world),
        accepted,
        places,
        slices,
        selector,
        router,
        proxy,
        NodeKinds.of(world, proxy, senders),
        senders,
        Rivals.of(world),
        Namings.of(world, simulation.slices(), dns, resolver, hostnames));
  }

  private static ImmutableList<ServiceDescription> stories(Simulation simulation, Scene scene) {
    boolean hasApiServer = simulation.given().servicesByName().containsKey(API_SERVER);
    ImmutableList.Builder<ServiceDescription> stories = ImmutableList.builder();
    for (Service service :
        sortedCopyOf(
            Comparator.comparing(KubernetesObject::namespacedName),
            simulation.world().services())) {
      if (hasApiServer || !service.namespacedName().equals(API_SERVER)) {
        stories.add(ServiceStory.of(service, scene));
      }
    }
    return stories.build();
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
