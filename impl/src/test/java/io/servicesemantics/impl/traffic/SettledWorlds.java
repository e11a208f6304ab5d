package io.servicesemantics.impl.traffic;

import io.servicesemantics.ServiceSemantics;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.service.Service;
import io.servicesemantics.testkit.fixture.TrafficFixtures;

/** The clusters of {@link TrafficFixtures} with the slices planned. */
final class SettledWorlds {

  private SettledWorlds() {}

  static ClusterSnapshot of(ServiceSemantics k8s, Service service, String... nodes) {
    return settled(k8s, TrafficFixtures.world(service, nodes));
  }

  static ClusterSnapshot settled(ServiceSemantics k8s, ClusterSnapshot world) {
    return world.withEndpointSlices(k8s.slices().stateOf(world).slices());
  }
}
