package io.servicesemantics.upgrade;

import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.profile.KubernetesVersion;
import io.servicesemantics.simulation.Simulation;

/**
 * Tells what changes for Services when the cluster gets another release.
 *
 * <pre>{@code
 * var old = StandardSemantics.of(ClusterProfile.of(KubernetesVersion.parse("1.33")));
 * System.out.println(old.upgrades().report(old.simulator().run(shop), KubernetesVersion.V1_36));
 * }</pre>
 *
 * <p>The release before is that of the cluster's profile; all its settings stay as they are. Gates
 * set by hand stay set where the other release lets them be; others are told in the notes.
 */
public interface UpgradeAdvisor {

  /**
   * Tells what changes for the Services of a cluster as it was brought up.
   *
   * <p>Of each Service is asked: whether it is accepted when made anew, as it was sent, in a
   * cluster that is otherwise empty; whether it is when it is sent again as it is stored; what is
   * stored, and what its sender is warned of; which slices are made for it once it is applied
   * again; and what nodes of every kind do with its traffic then.
   *
   * @param simulation the cluster, brought up in the release before
   * @param to the other release, later or earlier
   * @return the changes; none where the release stays
   * @throws IllegalArgumentException for a release whose answers are not known
   */
  UpgradeReport report(Simulation simulation, KubernetesVersion to);

  /**
   * Tells what changes for the Services of a snapshot, brought up first as {@link
   * io.servicesemantics.simulation.ClusterSimulator} does.
   *
   * @param snapshot the objects
   * @param to the other release, later or earlier
   * @return the changes; none where the release stays
   * @throws IllegalArgumentException for a release whose answers are not known
   */
  UpgradeReport report(ClusterSnapshot snapshot, KubernetesVersion to);
}
