package io.servicesemantics.traffic;

import static com.google.common.base.Preconditions.checkNotNull;

import io.servicesemantics.cluster.ClusterSnapshot;
import java.io.Serializable;

/**
 * A cluster at one point of an outage.
 *
 * @param phase how far it has come
 * @param world the cluster, its slices settled
 */
public record OutageStage(OutagePhase phase, ClusterSnapshot world) implements Serializable {

  /** Checks that no part is missing. */
  public OutageStage {
    checkNotNull(phase, "Phase of an outage is null; expected one");
    checkNotNull(world, "World of an outage is null; expected a snapshot");
  }
}
