package io.servicesemantics.simulation;

import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.manifest.ManifestSet;

/**
 * Makes of objects as people write them the cluster as it stands once everything is up: Services
 * have addresses, workloads have Pods, and slices say which Pods stand behind which Service.
 *
 * <pre>{@code
 * Simulation shop = k8s.simulator().run(k8s.manifests().read(Path.of("shop.yaml")));
 * shop.world().service("shop", "web");
 * shop.requests();                       // what the API server answered to each Service, and why
 * }</pre>
 *
 * <p>What is done, in order:
 *
 * <ul>
 *   <li>Objects without a namespace stand in {@code default}. Namespaces that objects stand in and
 *       that are not among the objects exist, wherever they are written.
 *   <li>A Service that has a uid was found in a cluster: it is there from the start, as it stands.
 *       The others are put to the API server one after the other, in the order they are written;
 *       one of a name that is there already is an update (PUT). A refusal is reported, and the rest
 *       goes on. Of objects of other kinds the last one of a name counts.
 *   <li>Every cluster has the Service {@code default/kubernetes}, which holds the first address of
 *       the primary range. It is made first unless it was found, with a slice that leads to the
 *       control plane: its nodes, or an address assumed.
 *   <li>Addresses and node ports that Services ask for themselves are kept from being picked for
 *       others before. On a real cluster that is very likely, and left to chance; here it is
 *       certain, unless nothing else is left to pick.
 *   <li>What a Service of type LoadBalancer says in its status stands for what a load balancer will
 *       have said. A real cluster would not read it; nobody else can know that address here.
 *   <li>Workloads are expanded and Pods brought up ({@link WorkloadExpander}); Endpoints are
 *       mirrored and slices planned ({@link io.servicesemantics.slicing.SlicePlanner}).
 * </ul>
 *
 * <p>Nothing is left to chance: the same objects and seed give the same cluster.
 */
public interface ClusterSimulator {

  /**
   * Brings up what was read from a manifest. Free addresses and ports are picked from the lowest on
   * (of the dynamic band), and names are made from seed 0.
   *
   * @param manifest what was read
   * @return the cluster
   */
  Simulation run(ManifestSet manifest);

  /**
   * Brings up what was read from a manifest, picking from a seed as the API server picks at random.
   *
   * @param manifest what was read
   * @param seed what settles addresses, ports and names
   * @return the cluster
   */
  Simulation run(ManifestSet manifest, long seed);

  /**
   * Brings up objects that need not come from text. Free addresses and ports are picked from the
   * lowest on (of the dynamic band), and names are made from seed 0.
   *
   * @param wanted the objects
   * @return the cluster
   */
  Simulation run(ClusterSnapshot wanted);

  /**
   * Brings up objects that need not come from text, picking from a seed as the API server picks at
   * random.
   *
   * @param wanted the objects
   * @param seed what settles addresses, ports and names
   * @return the cluster
   */
  Simulation run(ClusterSnapshot wanted, long seed);
}
