package io.servicesemantics;

import io.servicesemantics.admission.ServiceAdmission;
import io.servicesemantics.admission.ServiceAllocator;
import io.servicesemantics.admission.ServiceDefaulter;
import io.servicesemantics.admission.ServiceValidator;
import io.servicesemantics.connection.Connections;
import io.servicesemantics.description.Describer;
import io.servicesemantics.dns.ClusterDns;
import io.servicesemantics.manifest.Manifests;
import io.servicesemantics.pod.PodEnvironment;
import io.servicesemantics.pod.PodHostname;
import io.servicesemantics.pod.PodResolver;
import io.servicesemantics.profile.ClusterProfile;
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
 * What Services mean in one cluster: the door to every area.
 *
 * <p>It is immutable and may be used by any number of threads.
 */
public interface ServiceSemantics {

  /** {@return the cluster it speaks of} */
  ClusterProfile profile();

  /** {@return what reads manifests, and writes objects back} */
  Manifests manifests();

  /** {@return what brings up the Pods of a snapshot} */
  WorkloadExpander workloads();

  /** {@return what selects the endpoints a node may send a Service port's traffic to} */
  EndpointSelector endpointSelector();

  /** {@return what resolves where a node sends the traffic of Services} */
  TrafficRouter router();

  /** {@return what answers the health checks of Services} */
  HealthChecker healthChecker();

  /** {@return what finds the nodes of load balancers} */
  LoadBalancerTargets loadBalancerTargets();

  /** {@return what tells which tracked flows a node forgets} */
  FlowCleaner flowCleaner();

  /** {@return what tells who gets how much of a load over the whole cluster} */
  TrafficShares trafficShares();

  /** {@return what tells who loses traffic when nodes are drained or lost} */
  Outages outages();

  /** {@return what resolves which names there are, and what they lead to} */
  ClusterDns dns();

  /** {@return what plans the slices that say which Pods stand behind a Service} */
  SlicePlanner slices();

  /** {@return what sets the defaults of Services} */
  ServiceDefaulter defaulter();

  /** {@return what judges Services by their fields} */
  ServiceValidator validator();

  /** {@return what keeps account of the addresses and node ports held} */
  ServiceAllocator allocator();

  /** {@return what decides requests about Services} */
  ServiceAdmission admission();

  /** {@return what makes a whole cluster of objects as people write them} */
  ClusterSimulator simulator();

  /** {@return what tells which environment variables the containers of a Pod start with} */
  PodEnvironment podEnvironment();

  /** {@return what looks names up as a Pod does} */
  PodResolver podResolver();

  /** {@return what tells the names Pods go by to themselves} */
  PodHostname podHostname();

  /** {@return what tells what becomes of a call, from what people say} */
  Connections connections();

  /** {@return what describes Services for a reader} */
  Describer describer();

  /** {@return what tells what changes for Services with the release} */
  UpgradeAdvisor upgrades();
}
