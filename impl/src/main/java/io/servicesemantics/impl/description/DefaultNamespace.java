package io.servicesemantics.impl.description;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.cluster.Workload;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.endpoint.Endpoints;
import io.servicesemantics.object.KubernetesObject;
import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.object.ObjectMeta;
import io.servicesemantics.service.Service;
import java.util.function.BiFunction;

/** Puts objects that give no namespace where a client would put them. */
final class DefaultNamespace {

  private static final String NAME = "default";

  private DefaultNamespace() {}

  static ClusterSnapshot of(ClusterSnapshot world) {
    return world
        .withServices(all(world.services(), Service::withMetadata))
        .withEndpointSlices(all(world.endpointSlices(), EndpointSlice::withMetadata))
        .withEndpoints(all(world.endpoints(), Endpoints::withMetadata))
        .withPods(all(world.pods(), Pod::withMetadata))
        .withWorkloads(all(world.workloads(), Workload::withMetadata));
  }

  // The name an object has after that; objects of other kinds may have no namespace at all.
  static NamespacedName nameOf(KubernetesObject object) {
    boolean namespaced =
        object instanceof Service
            || object instanceof EndpointSlice
            || object instanceof Endpoints
            || object instanceof Pod
            || object instanceof Workload;
    NamespacedName name = object.namespacedName();
    return namespaced && name.namespace().isEmpty() ? NamespacedName.of(NAME, name.name()) : name;
  }

  private static <T extends KubernetesObject> ImmutableList<T> all(
      ImmutableList<T> objects, BiFunction<T, ObjectMeta, T> withMetadata) {
    return objects.stream()
        .map(
            object ->
                object.metadata().namespace().isEmpty()
                    ? withMetadata.apply(object, object.metadata().withNamespace(NAME))
                    : object)
        .collect(toImmutableList());
  }
}
