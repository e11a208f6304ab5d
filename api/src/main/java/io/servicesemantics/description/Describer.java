package io.servicesemantics.description;

import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.manifest.ManifestSet;

/**
 * Describes Services: their ports, the endpoints behind them, and what is wrong.
 *
 * <pre>{@code
 * System.out.println(k8s.describer().describe(k8s.manifests().read(Path.of("shop.yaml"))));
 * }</pre>
 */
public interface Describer {

  /**
   * Describes the Services of a manifest as they stand once everything is up.
   *
   * <p>Objects without a namespace stand in {@code default}. Workloads are expanded and Pods
   * brought up as {@link io.servicesemantics.simulation.WorkloadExpander} does, with seed 0; slices
   * are planned, Endpoints mirrored. A Service that has no address yet is described as with one.
   *
   * @param manifest what was read
   * @return the description, with the places of what is complained about
   */
  SnapshotDescription describe(ManifestSet manifest);

  /**
   * Describes the Services of a snapshot, which need not come from text.
   *
   * @param snapshot the objects
   * @return the description; nothing in it has a place
   */
  SnapshotDescription describe(ClusterSnapshot snapshot);
}
