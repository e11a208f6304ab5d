package io.servicesemantics.impl.simulation;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.object.KubernetesObject;
import io.servicesemantics.object.NamespacedName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Of several objects of one kind and name a cluster ends up with the last; Services are asked. */
final class LastOfName {

  private record Key(String kind, NamespacedName name) {}

  private LastOfName() {}

  // All kinds but Services.
  static ClusterSnapshot of(ClusterSnapshot world) {
    return world
        .withEndpointSlices(last(world.endpointSlices()))
        .withEndpoints(last(world.endpoints()))
        .withPods(last(world.pods()))
        .withNodes(last(world.nodes()))
        .withNamespaces(last(world.namespaces()))
        .withServiceCidrs(last(world.serviceCidrs()))
        .withIpAddresses(last(world.ipAddresses()))
        .withWorkloads(last(world.workloads()));
  }

  static <T extends KubernetesObject> ImmutableList<T> last(List<T> objects) {
    Map<Key, T> last = new LinkedHashMap<>();
    for (T object : objects) {
      last.put(new Key(object.kind(), object.namespacedName()), object);
    }
    return last.size() == objects.size()
        ? ImmutableList.copyOf(objects)
        : ImmutableList.copyOf(last.values());
  }
}
