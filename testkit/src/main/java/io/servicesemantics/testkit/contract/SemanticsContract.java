package io.servicesemantics.testkit.contract;

import io.servicesemantics.ServiceSemantics;
import io.servicesemantics.profile.ClusterProfile;
import io.servicesemantics.profile.KubernetesVersion;

/** What a test class gives so that an implementation can be checked: the semantics of a cluster. */
public interface SemanticsContract {

  /**
   * Returns the implementation under test.
   *
   * @param profile the cluster it is to speak of
   * @return its semantics
   */
  ServiceSemantics semantics(ClusterProfile profile);

  /** {@return the semantics of a cluster of the newest release, set up as upstream does} */
  default ServiceSemantics semantics() {
    return semantics(ClusterProfile.of(KubernetesVersion.V1_36));
  }
}
