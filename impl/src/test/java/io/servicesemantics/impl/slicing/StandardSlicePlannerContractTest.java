package io.servicesemantics.impl.slicing;

import io.servicesemantics.ServiceSemantics;
import io.servicesemantics.impl.StandardSemantics;
import io.servicesemantics.profile.ClusterProfile;
import io.servicesemantics.testkit.contract.SlicingContract;

class StandardSlicePlannerContractTest implements SlicingContract {

  @Override
  public ServiceSemantics semantics(ClusterProfile profile) {
    return StandardSemantics.of(profile);
  }
}
