package io.servicesemantics.impl.simulation;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.cluster.Workload;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.endpoint.Endpoints;
import io.servicesemantics.object.KubernetesObject;
import io.servicesemantics.object.ObjectMeta;
import io.servicesemantics.service.Service;
import java.util.function.BiFunction;

/** Puts objects that give no namespace where a client would put them. */
final class DefaultNamespace {

  static final String NAME = "default";

  private DefaultNamespace() {}

  static ClusterSnapshot of(ClusterSnapshot world) {
    return world
        .withServices(all(world.services(), Service::withMetadata))
        .withEndpointSlices(all(world.endpointSlices(), EndpointSlice::withMetadata))
        .withEndpoints(all(world.endpoints(), Endpoints::withMetadata))
        .withPods(all(world.pods(), Pod::withMetadata))
        .withWorkloads(all(world.workloads(), Workload::withMetadata));
  }

  static <T extends KubernetesObject> T of(T object, BiFunction<T, ObjectMeta, T> withMetadata) {
    return object.metadata().namespace().isEmpty()
        ? withMetadata.apply(object, object.metadata().withNamespace(NAME))
        : object;
  }

  private static <T extends KubernetesObject> ImmutableList<T> all(
      ImmutableList<T> objects, BiFunction<T, ObjectMeta, T> withMetadata) {
    return objects.stream().map(object -> of(object, withMetadata)).collect(toImmutableList());
  }
}
