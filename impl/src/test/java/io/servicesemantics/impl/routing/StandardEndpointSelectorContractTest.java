package io.servicesemantics.impl.routing;

import io.servicesemantics.ServiceSemantics;
import io.servicesemantics.impl.StandardSemantics;
import io.servicesemantics.profile.ClusterProfile;
import io.servicesemantics.testkit.contract.SelectionContract;

class StandardEndpointSelectorContractTest implements SelectionContract {

  @Override
  public ServiceSemantics semantics(ClusterProfile profile) {
    return StandardSemantics.of(profile);
  }
}
