package io.servicesemantics.impl.traffic;

import io.servicesemantics.ServiceSemantics;
import io.servicesemantics.impl.StandardSemantics;
import io.servicesemantics.profile.ClusterProfile;
import io.servicesemantics.testkit.contract.TrafficContract;

class StandardTrafficContractTest implements TrafficContract {

  @Override
  public ServiceSemantics semantics(ClusterProfile profile) {
    return StandardSemantics.of(profile);
  }
}
