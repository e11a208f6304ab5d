package io.servicesemantics.testkit.vector;

import io.servicesemantics.profile.ClusterProfile;
import io.servicesemantics.profile.KubernetesVersion;

/** The clusters vectors were recorded in. */
final class Clusters {
  private Clusters() {}

  /** A cluster of the release that answered, as upstream sets it up. */
  static ClusterProfile of(Vector vector) {
    return ClusterProfile.of(KubernetesVersion.parse(vector.kubernetes()));
  }
}
