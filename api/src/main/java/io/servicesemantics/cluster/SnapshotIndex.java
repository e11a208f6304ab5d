package io.servicesemantics.cluster;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.object.KubernetesObject;
import io.servicesemantics.object.NamespacedName;
import java.util.List;

/** Look-up tables over the objects of a snapshot. */
final class SnapshotIndex {

  private SnapshotIndex() {}

  static <T extends KubernetesObject> ImmutableMap<NamespacedName, T> byName(List<T> objects) {
    ImmutableMap.Builder<NamespacedName, T> byName =
        ImmutableMap.builderWithExpectedSize(objects.size());
    for (T object : objects) {
      byName.put(object.namespacedName(), object);
    }
    return byName.buildKeepingLast();
  }

  static ImmutableMap<String, Node> nodesByName(List<Node> nodes) {
    ImmutableMap.Builder<String, Node> byName = ImmutableMap.builderWithExpectedSize(nodes.size());
    for (Node node : nodes) {
      byName.put(node.metadata().name(), node);
    }
    return byName.buildKeepingLast();
  }

  static ImmutableListMultimap<NamespacedName, EndpointSlice> slicesByService(
      List<EndpointSlice> slices) {
    ImmutableListMultimap.Builder<NamespacedName, EndpointSlice> byService =
        ImmutableListMultimap.builder();
    for (EndpointSlice slice : slices) {
      if (!slice.serviceName().isEmpty()) {
        byService.put(NamespacedName.of(slice.metadata().namespace(), slice.serviceName()), slice);
      }
    }
    return byService.build();
  }
}
