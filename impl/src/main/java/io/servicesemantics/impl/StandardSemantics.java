package io.servicesemantics.impl;

import io.servicesemantics.ServiceSemantics;
import io.servicesemantics.admission.ServiceAdmission;
import io.servicesemantics.admission.ServiceAllocator;
import io.servicesemantics.admission.ServiceDefaulter;
import io.servicesemantics.admission.ServiceValidator;
import io.servicesemantics.connection.Connections;
import io.servicesemantics.description.Describer;
import io.servicesemantics.dns.ClusterDns;
import io.servicesemantics.impl.admission.StandardAdmission;
import io.servicesemantics.impl.allocation.StandardServiceAllocator;
import io.servicesemantics.impl.connection.StandardConnections;
import io.servicesemantics.impl.description.StandardDescriber;
import io.servicesemantics.impl.dns.StandardClusterDns;
import io.servicesemantics.impl.manifest.StandardManifests;
import io.servicesemantics.impl.pod.StandardPodEnvironment;
import io.servicesemantics.impl.pod.StandardPodHostname;
import io.servicesemantics.impl.pod.StandardPodResolver;
import io.servicesemantics.impl.routing.StandardEndpointSelector;
import io.servicesemantics.impl.routing.StandardTrafficRouter;
import io.servicesemantics.impl.simulation.StandardClusterSimulator;
import io.servicesemantics.impl.simulation.StandardWorkloadExpander;
import io.servicesemantics.impl.slicing.StandardSlicePlanner;
import io.servicesemantics.impl.traffic.StandardFlowCleaner;
import io.servicesemantics.impl.traffic.StandardHealthChecker;
import io.servicesemantics.impl.traffic.StandardLoadBalancerTargets;
import io.servicesemantics.impl.traffic.StandardOutages;
import io.servicesemantics.impl.traffic.StandardTrafficShares;
import io.servicesemantics.impl.upgrade.StandardUpgradeAdvisor;
import io.servicesemantics.impl.validation.StandardDefaulter;
import io.servicesemantics.impl.validation.StandardValidator;
import io.servicesemantics.manifest.Manifests;
import io.servicesemantics.pod.PodEnvironment;
import io.servicesemantics.pod.PodHostname;
import io.servicesemantics.pod.PodResolver;
import io.servicesemantics.profile.ClusterProfile;
import io.servicesemantics.profile.Quirks;
import io.servicesemantics.routing.EndpointSelector;
import io.servicesemantics.routing.TrafficRouter;
import io.servicesemantics.simulation.ClusterSimulator;
import io.servicesemantics.simulation.WorkloadExpander;
import io.servicesemantics.slicing.SlicePlanner;
import io.servicesemantics.traffic.FlowCleaner;
import io.servicesemantics.traffic.HealthChecker;
import io.servicesemantics.traffic.LoadBalancerTargets;
import io.servicesemantics.traffic.Outages;
import io.servicesemantics.traffic.TrafficShares;
import io.servicesemantics.upgrade.UpgradeAdvisor;

/**
 * What Services mean in a cluster, as the real programs decide it.
 *
 * <pre>{@code
 * var k8s = StandardSemantics.of(ClusterProfile.of(KubernetesVersion.parse("1.36")));
 * }</pre>
 */
public final class StandardSemantics implements ServiceSemantics {

  private final ClusterProfile profile;
  private final Manifests manifests;
  private final WorkloadExpander workloads;
  private final EndpointSelector endpointSelector;
  private final TrafficRouter router;
  private final HealthChecker healthChecker;
  private final LoadBalancerTargets loadBalancerTargets;
  private final FlowCleaner flowCleaner;
  private final ClusterDns dns;
  private final SlicePlanner slices;
  private final TrafficShares trafficShares;
  private final Outages outages;
  private final ServiceDefaulter defaulter;
  private final ServiceValidator validator;
  private final ServiceAllocator allocator;
  private final ServiceAdmission admission;
  private final ClusterSimulator simulator;
  private final PodEnvironment podEnvironment;
  private final PodResolver podResolver;
  private final PodHostname podHostname;
  private final Connections connections;
  private final Describer describer;
  private final UpgradeAdvisor upgrades;

  private StandardSemantics(ClusterProfile profile, Quirks quirks) {
    this.profile = profile;
    this.manifests = new StandardManifests(profile.quirks());
    this.workloads = new StandardWorkloadExpander();
    this.endpointSelector = new StandardEndpointSelector(profile.gates(), quirks);
    this.router =
        new StandardTrafficRouter(profile.proxy(), profile.ranges(), profile.gates(), quirks);
    this.healthChecker = new StandardHealthChecker(endpointSelector, profile.proxy());
    this.loadBalancerTargets = new StandardLoadBalancerTargets(healthChecker, profile.proxy());
    this.flowCleaner = new StandardFlowCleaner(endpointSelector);
    this.dns = new StandardClusterDns(profile.dns());
    this.slices = new StandardSlicePlanner(profile.slices(), profile.gates(), quirks);
    this.trafficShares =
        new StandardTrafficShares(
            router,
            endpointSelector,
            slices,
            healthChecker,
            loadBalancerTargets,
            profile.proxy(),
            profile.ranges().nodePortRange());
    this.outages = new StandardOutages(router, endpointSelector, slices, profile.proxy());
    this.defaulter = new StandardDefaulter(profile.ranges(), profile.gates());
    StandardValidator validator = new StandardValidator(profile.gates(), quirks);
    this.validator = validator;
    this.allocator = new StandardServiceAllocator(profile.ranges(), profile.gates());
    this.admission =
        new StandardAdmission(manifests, defaulter, validator, allocator, profile.gates(), quirks);
    this.simulator = new StandardClusterSimulator(admission, workloads, slices);
    this.podEnvironment = new StandardPodEnvironment();
    this.podResolver = new StandardPodResolver(profile.dns().clusterDomain());
    this.podHostname = new StandardPodHostname(profile.dns().clusterDomain());
    this.connections =
        new StandardConnections(
            router, dns, podResolver, podHostname, profile.proxy(), profile.ranges());
    this.describer =
        new StandardDescriber(
            simulator,
            slices,
            endpointSelector,
            router,
            dns,
            podResolver,
            podHostname,
            profile.proxy());
    this.upgrades =
        new StandardUpgradeAdvisor(
            profile,
            manifests,
            simulator,
            (cluster, itsQuirks) -> new StandardSemantics(cluster, itsQuirks).areas());
  }

  private StandardUpgradeAdvisor.Areas areas() {
    return new StandardUpgradeAdvisor.Areas(admission, slices, router);
  }

  /**
   * Returns the semantics of a cluster.
   *
   * @param profile the cluster
   * @return the semantics, to be kept and used for all its objects
   * @throws IllegalArgumentException if the release is not known to this library
   */
  public static StandardSemantics of(ClusterProfile profile) {
    return new StandardSemantics(profile, profile.quirks());
  }

  @Override
  public ClusterProfile profile() {
    return profile;
  }

  @Override
  public Manifests manifests() {
    return manifests;
  }

  @Override
  public WorkloadExpander workloads() {
    return workloads;
  }

  @Override
  public EndpointSelector endpointSelector() {
    return endpointSelector;
  }

  @Override
  public TrafficRouter router() {
    return router;
  }

  @Override
  public HealthChecker healthChecker() {
    return healthChecker;
  }

  @Override
  public LoadBalancerTargets loadBalancerTargets() {
    return loadBalancerTargets;
  }

  @Override
  public FlowCleaner flowCleaner() {
    return flowCleaner;
  }

  @Override
  public ClusterDns dns() {
    return dns;
  }

  @Override
  public SlicePlanner slices() {
    return slices;
  }

  @Override
  public TrafficShares trafficShares() {
    return trafficShares;
  }

  @Override
  public Outages outages() {
    return outages;
  }

  @Override
  public ServiceDefaulter defaulter() {
    return defaulter;
  }

  @Override
  public ServiceValidator validator() {
    return validator;
  }

  @Override
  public ServiceAllocator allocator() {
    return allocator;
  }

  @Override
  public ServiceAdmission admission() {
    return admission;
  }

  @Override
  public ClusterSimulator simulator() {
    return simulator;
  }

  @Override
  public PodEnvironment podEnvironment() {
    return podEnvironment;
  }

  @Override
  public PodResolver podResolver() {
    return podResolver;
  }

  @Override
  public PodHostname podHostname() {
    return podHostname;
  }

  @Override
  public Connections connections() {
    return connections;
  }

  @Override
  public Describer describer() {
    return describer;
  }

  @Override
  public UpgradeAdvisor upgrades() {
    return upgrades;
  }
}
