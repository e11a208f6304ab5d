package io.servicesemantics.impl.traffic;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Lists;
import com.google.common.collect.Maps;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.net.PortRange;
import io.servicesemantics.object.Choice;
import io.servicesemantics.object.KnownAnnotations;
import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.service.ExternalTrafficPolicy;
import io.servicesemantics.service.InternalTrafficPolicy;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServicePort;
import io.servicesemantics.service.ServiceSpec;
import io.servicesemantics.service.ServiceType;
import io.servicesemantics.service.TrafficDistribution;
import io.servicesemantics.slicing.SlicePlan;
import io.servicesemantics.slicing.SlicePlanner;
import io.servicesemantics.traffic.PolicyVariant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes the clusters in which a Service has another policy. */
final class PolicyVariants {

  private static final Set<String> HINT_ANNOTATIONS =
      Set.of(KnownAnnotations.TOPOLOGY_MODE, KnownAnnotations.TOPOLOGY_AWARE_HINTS);

  private final SlicePlanner planner;
  private final PortRange nodePorts;

  PolicyVariants(SlicePlanner planner, PortRange nodePorts) {
    this.planner = planner;
    this.nodePorts = nodePorts;
  }

  /** The cluster under each policy that means something for the Service and changes it. */
  Map<PolicyVariant, ClusterSnapshot> worlds(Service service, ClusterSnapshot world) {
    Map<PolicyVariant, ClusterSnapshot> worlds = new EnumMap<>(PolicyVariant.class);
    ServiceSpec spec = service.spec();
    if (isOpen(spec)) {
      ExternalTrafficPolicy now =
          spec.externalTrafficPolicy().orElse(ExternalTrafficPolicy.CLUSTER);
      if (now == ExternalTrafficPolicy.LOCAL) {
        worlds.put(PolicyVariant.EXTERNAL_CLUSTER, with(service.withSpec(open(spec)), world));
      } else {
        worlds.put(PolicyVariant.EXTERNAL_LOCAL, with(service.withSpec(kept(spec)), world));
      }
    }
    if (spec.isClusterIPSet()) {
      boolean isLocal = spec.internalTrafficPolicy().is(InternalTrafficPolicy.LOCAL);
      worlds.put(
          isLocal ? PolicyVariant.INTERNAL_CLUSTER : PolicyVariant.INTERNAL_LOCAL,
          with(
              service.withSpec(
                  spec.withInternalTrafficPolicy(
                      isLocal ? InternalTrafficPolicy.CLUSTER : InternalTrafficPolicy.LOCAL)),
              world));
      addHinted(service, world, worlds);
    }
    return worlds;
  }

  private static boolean isOpen(ServiceSpec spec) {
    return spec.type().is(ServiceType.NODE_PORT)
        || spec.type().is(ServiceType.LOAD_BALANCER)
        || (!spec.type().is(ServiceType.EXTERNAL_NAME) && !spec.externalIPs().isEmpty());
  }

  // As the API server does, the port of the health check comes and goes with the policy.
  private static ServiceSpec open(ServiceSpec spec) {
    return spec.withExternalTrafficPolicy(ExternalTrafficPolicy.CLUSTER).withHealthCheckNodePort(0);
  }

  private ServiceSpec kept(ServiceSpec spec) {
    ServiceSpec local = spec.withExternalTrafficPolicy(ExternalTrafficPolicy.LOCAL);
    return spec.type().is(ServiceType.LOAD_BALANCER) && spec.healthCheckNodePort() == 0
        ? local.withHealthCheckNodePort(freeNodePort(spec))
        : local;
  }

  private int freeNodePort(ServiceSpec spec) {
    int free = nodePorts.last();
    for (int i = 0; i < spec.ports().size(); i++) {
      for (ServicePort port : spec.ports()) {
        free -= port.nodePort() == free ? 1 : 0;
      }
    }
    return free;
  }

  private void addHinted(
      Service service, ClusterSnapshot world, Map<PolicyVariant, ClusterSnapshot> worlds) {
    addHinted(
        PolicyVariant.NO_PREFERENCE, preferring(Choice.unsaid(), service), service, world, worlds);
    addHinted(
        PolicyVariant.PREFER_SAME_ZONE,
        preferring(Choice.of(TrafficDistribution.PREFER_SAME_ZONE), service),
        service,
        world,
        worlds);
    addHinted(
        PolicyVariant.PREFER_SAME_NODE,
        preferring(Choice.of(TrafficDistribution.PREFER_SAME_NODE), service),
        service,
        world,
        worlds);
    Service plain = preferring(Choice.unsaid(), service);
    Map<String, String> annotations = new LinkedHashMap<>(plain.metadata().annotations());
    annotations.put(KnownAnnotations.TOPOLOGY_MODE, "Auto");
    addHinted(
        PolicyVariant.TOPOLOGY_AUTO,
        plain.withMetadata(plain.metadata().withAnnotations(ImmutableMap.copyOf(annotations))),
        service,
        world,
        worlds);
  }

  private static Service preferring(Choice<TrafficDistribution> preferred, Service service) {
    return service
        .withSpec(service.spec().withTrafficDistribution(preferred))
        .withMetadata(
            service
                .metadata()
                .withAnnotations(
                    ImmutableMap.copyOf(
                        Maps.filterKeys(
                            service.metadata().annotations(),
                            key -> !HINT_ANNOTATIONS.contains(key)))));
  }

  private void addHinted(
      PolicyVariant variant,
      Service changed,
      Service service,
      ClusterSnapshot world,
      Map<PolicyVariant, ClusterSnapshot> worlds) {
    if (changed.equals(service) || changed.equals(renamed(service))) {
      return;
    }
    ClusterSnapshot next = with(changed, world);
    SlicePlan plan = planner.plan(changed, next);
    if (plan.isManaged()) {
      worlds.put(variant, next.withEndpointSlices(replaced(service.namespacedName(), plan, world)));
    }
  }

  // PreferClose is the older name of PreferSameZone.
  private static Service renamed(Service service) {
    return service.spec().trafficDistribution().is(TrafficDistribution.PREFER_CLOSE)
        ? service.withSpec(
            service.spec().withTrafficDistribution(TrafficDistribution.PREFER_SAME_ZONE))
        : service;
  }

  private static ImmutableList<EndpointSlice> replaced(
      NamespacedName service, SlicePlan plan, ClusterSnapshot world) {
    List<EndpointSlice> slices = new ArrayList<>(plan.slices());
    for (EndpointSlice slice : world.endpointSlices()) {
      if (!NamespacedName.of(slice.metadata().namespace(), slice.serviceName()).equals(service)) {
        slices.add(slice);
      }
    }
    return ImmutableList.copyOf(slices);
  }

  private static ClusterSnapshot with(Service changed, ClusterSnapshot world) {
    NamespacedName name = changed.namespacedName();
    return world.withServices(
        Lists.transform(
            world.services(), each -> each.namespacedName().equals(name) ? changed : each));
  }
}
