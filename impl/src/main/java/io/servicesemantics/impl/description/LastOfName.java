package io.servicesemantics.impl.description;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.object.KubernetesObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Of several objects of one kind and name a cluster ends up with the last. */
final class LastOfName {

  private record Key(String kind, Object name) {}

  private LastOfName() {}

  static ClusterSnapshot of(ClusterSnapshot world) {
    return world
        .withServices(last(world.services()))
        .withEndpointSlices(last(world.endpointSlices()))
        .withEndpoints(last(world.endpoints()))
        .withPods(last(world.pods()))
        .withNodes(last(world.nodes()))
        .withWorkloads(last(world.workloads()));
  }

  private static <T extends KubernetesObject> ImmutableList<T> last(List<T> objects) {
    Map<Key, T> last = new LinkedHashMap<>();
    for (T object : objects) {
      last.put(new Key(object.kind(), object.namespacedName()), object);
    }
    return ImmutableList.copyOf(last.values());
  }
}
