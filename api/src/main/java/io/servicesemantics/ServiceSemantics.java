package io.servicesemantics;

import io.servicesemantics.profile.ClusterProfile;

/**
 * What Services mean in one cluster: the door to every area.
 *
 * <p>It is immutable and may be used by any number of threads.
 */
public interface ServiceSemantics {

  /** {@return the cluster it speaks of} */
  ClusterProfile profile();
}
