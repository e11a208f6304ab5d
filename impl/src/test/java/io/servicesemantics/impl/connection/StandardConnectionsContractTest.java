package io.servicesemantics.impl.connection;

import io.servicesemantics.ServiceSemantics;
import io.servicesemantics.impl.StandardSemantics;
import io.servicesemantics.profile.ClusterProfile;
import io.servicesemantics.testkit.contract.CalledNameContract;
import io.servicesemantics.testkit.contract.ConnectionContract;

class StandardConnectionsContractTest implements ConnectionContract, CalledNameContract {

  @Override
  public ServiceSemantics semantics(ClusterProfile profile) {
    return StandardSemantics.of(profile);
  }
}
