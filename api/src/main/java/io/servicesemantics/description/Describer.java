package io.servicesemantics.description;

import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.manifest.ManifestSet;
import io.servicesemantics.profile.ProxyMode;

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
   * <p>They are put to the API server and brought up as {@link
   * io.servicesemantics.simulation.ClusterSimulator} does. A Service that is refused is described
   * as refused and is no part of the world; the Service of the API server itself is part of it, and
   * described where it was given.
   *
   * @param manifest what was read
   * @return the description, with the places of what is complained about
   */
  SnapshotDescription describe(ManifestSet manifest);

  /**
   * Describes the Services of a manifest, with addresses, ports and names settled by a seed.
   *
   * @param manifest what was read
   * @param seed what settles addresses, ports and names
   * @return the description, with the places of what is complained about
   */
  SnapshotDescription describe(ManifestSet manifest, long seed);

  /**
   * Describes the Services of a snapshot, which need not come from text.
   *
   * @param snapshot the objects
   * @return the description; nothing in it has a place
   */
  SnapshotDescription describe(ClusterSnapshot snapshot);

  /**
   * Tells what would change for the Services of a snapshot if kube-proxy ran in another mode, all
   * its other settings being the same.
   *
   * @param snapshot the objects, such as {@link SnapshotDescription#world}
   * @param to the other mode
   * @return what nodes of every sort would do otherwise
   */
  ModeMigration migration(ClusterSnapshot snapshot, ProxyMode to);
}
