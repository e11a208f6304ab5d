package io.servicesemantics.impl.routing;

import io.servicesemantics.ServiceSemantics;
import io.servicesemantics.impl.StandardSemantics;
import io.servicesemantics.profile.ClusterProfile;
import io.servicesemantics.testkit.contract.RoutingContract;

class StandardTrafficRouterContractTest implements RoutingContract {

  @Override
  public ServiceSemantics semantics(ClusterProfile profile) {
    return StandardSemantics.of(profile);
  }
}
