package io.servicesemantics.impl.pod;

import io.servicesemantics.ServiceSemantics;
import io.servicesemantics.impl.StandardSemantics;
import io.servicesemantics.profile.ClusterProfile;
import io.servicesemantics.testkit.contract.ResolverContract;

class StandardPodResolverContractTest implements ResolverContract {

  @Override
  public ServiceSemantics semantics(ClusterProfile profile) {
    return StandardSemantics.of(profile);
  }
}
