package io.servicesemantics.impl.upgrade;

import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.servicesemantics.admission.AdmissionRequest;
import io.servicesemantics.admission.ServiceAdmission;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.Namespace;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.manifest.ManifestObject;
import io.servicesemantics.manifest.Manifests;
import io.servicesemantics.net.Cidr;
import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.profile.ClusterProfile;
import io.servicesemantics.profile.KubernetesVersion;
import io.servicesemantics.profile.Quirks;
import io.servicesemantics.routing.TrafficRouter;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServiceSpec;
import io.servicesemantics.simulation.ClusterSimulator;
import io.servicesemantics.simulation.SimulatedRequest;
import io.servicesemantics.simulation.Simulation;
import io.servicesemantics.slicing.PodIndex;
import io.servicesemantics.slicing.SlicePlanner;
import io.servicesemantics.upgrade.ServiceUpgrade;
import io.servicesemantics.upgrade.UpgradeAdvisor;
import io.servicesemantics.upgrade.UpgradeChange;
import io.servicesemantics.upgrade.UpgradeChangeKind;
import io.servicesemantics.upgrade.UpgradeReport;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Tells what changes with the release: every Service is put to both, alone. */
public final class StandardUpgradeAdvisor implements UpgradeAdvisor {

  /**
   * The areas a release is asked in.
   *
   * @param admission decides requests
   * @param slices plans slices
   * @param router resolves what nodes do with traffic
   */
  public record Areas(ServiceAdmission admission, SlicePlanner slices, TrafficRouter router) {

    /** Checks that none is missing. */
    public Areas {
      checkNotNull(admission, "Admission is null; expected the one of a cluster");
      checkNotNull(slices, "Planner of slices is null; expected the one of a cluster");
      checkNotNull(router, "Router is null; expected the one of a cluster");
    }
  }

  /** Makes the areas of clusters, also of such as no release is. */
  public interface Clusters {

    /**
     * Returns the areas of a cluster.
     *
     * @param profile the cluster
     * @param quirks its quirks, in place of those of its release
     * @return what answers for it
     */
    Areas areas(ClusterProfile profile, Quirks quirks);
  }

  private final ClusterProfile profile;
  private final Manifests manifests;
  private final ClusterSimulator simulator;
  private final Clusters clusters;

  /**
   * Makes an advisor out of the areas it asks.
   *
   * @param profile the cluster before
   * @param manifests tells stored Services by their fields
   * @param simulator brings up the objects
   * @param clusters makes the other clusters
   */
  public StandardUpgradeAdvisor(
      ClusterProfile profile, Manifests manifests, ClusterSimulator simulator, Clusters clusters) {
    this.profile = profile;
    this.manifests = manifests;
    this.simulator = simulator;
    this.clusters = clusters;
  }

  @Override
  public UpgradeReport report(ClusterSnapshot snapshot, KubernetesVersion to) {
    return report(simulator.run(snapshot), to);
  }

  @Override
  public UpgradeReport report(Simulation simulation, KubernetesVersion to) {
    CarriedGates gates = CarriedGates.of(profile, to);
    ClusterProfile after = profile.toBuilder().version(to).gates(gates.gates()).build();
    Releases releases = new Releases(clusters, profile, after, simulation.world());
    NodeSorts sorts = NodeSorts.of(simulation.world().nodesByName().values(), knownNetworks());
    PodIndex pods = PodIndex.of(simulation.world().podsByName().values());
    Map<NamespacedName, AskedService> asked = asked(simulation);
    ImmutableList.Builder<ServiceUpgrade> services = ImmutableList.builder();
    for (AskedService service : asked.values()) {
      FoundChanges found = new FoundChanges(after.gates());
      admitted(service, releases, found);
      service
          .stored()
          .map(stored -> placed(service, stored, pods, simulation.world()))
          .ifPresent(placed -> placed(placed, sorts, releases, found));
      ImmutableList<UpgradeChange> changes = found.inOrder();
      if (!changes.isEmpty()) {
        services.add(new ServiceUpgrade(service.name(), service.location(), changes));
      }
    }
    return new UpgradeReport(profile.version(), to, asked.size(), services.build(), gates.notes());
  }

  private ImmutableList<Cidr> knownNetworks() {
    return ImmutableList.<Cidr>builder()
        .addAll(profile.proxy().nodePortAddresses())
        .addAll(profile.proxy().clusterCIDRs())
        .build();
  }

  // Those that were found stored, and those that were sent; of several of a name the last.
  private static Map<NamespacedName, AskedService> asked(Simulation simulation) {
    Map<String, Namespace> homes = new HashMap<>();
    simulation.world().namespaces().forEach(home -> homes.put(home.metadata().name(), home));
    ImmutableMap<NamespacedName, Service> stored = simulation.world().servicesByName();
    Map<NamespacedName, AskedService> asked = new TreeMap<>();
    for (Service given : simulation.given().services()) {
      NamespacedName name = given.namespacedName();
      if (stored.containsKey(name)) {
        Service sent = given.withMetadata(given.metadata().withResourceVersion(""));
        asked.put(
            name,
            new AskedService(
                name,
                Optional.empty(),
                AdmissionRequest.create(sent),
                Optional.ofNullable(stored.get(name)),
                Optional.ofNullable(homes.get(name.namespace()))));
      }
    }
    for (SimulatedRequest request : simulation.requests()) {
      NamespacedName name = request.name();
      asked.put(
          name,
          new AskedService(
              name,
              request.source().map(ManifestObject::location),
              request.request(),
              Optional.ofNullable(stored.get(name)),
              Optional.ofNullable(homes.get(name.namespace()))));
    }
    return asked;
  }

  private void admitted(AskedService service, Releases releases, FoundChanges found) {
    new AdmissionChanges(
            releases,
            manifests,
            service::create,
            "on create",
            UpgradeChangeKind.REFUSED_ON_CREATE,
            found)
        .find();
    service
        .stored()
        .ifPresent(
            stored ->
                new AdmissionChanges(
                        releases,
                        manifests,
                        cluster -> service.update(cluster, stored),
                        "on update, even unchanged",
                        UpgradeChangeKind.REFUSED_ON_UPDATE,
                        found)
                    .find());
  }

  private static PlacedService placed(
      AskedService service, Service stored, PodIndex pods, ClusterSnapshot world) {
    NamespacedName name = service.name();
    ServiceSpec spec = stored.spec();
    ImmutableList<Pod> behind =
        spec.hasSelector() ? pods.select(name.namespace(), spec.selector()) : ImmutableList.of();
    return new PlacedService(service, stored, world.slicesByService().get(name), behind, world);
  }

  private static void placed(
      PlacedService service, NodeSorts sorts, Releases releases, FoundChanges found) {
    boolean isOther = !service.applied(releases.from()).equals(service.applied(releases.to()));
    String when = isOther ? ", once it is applied again" : "";
    SliceChanges.find(releases, service, when, found);
    TrafficChanges.find(releases, service, sorts, when, found);
  }
}
