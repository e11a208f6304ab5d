package io.servicesemantics.impl.dns;

import io.servicesemantics.cluster.ClusterChange;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.Namespace;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.object.KubernetesObject;
import io.servicesemantics.service.Service;
import java.util.ArrayList;
import java.util.List;

/** Snapshots after a change, made the plain way. */
final class Changed {

  private Changed() {}

  static ClusterSnapshot by(ClusterSnapshot world, ClusterChange change) {
    KubernetesObject object = change.object();
    boolean isGone = change instanceof ClusterChange.Gone;
    if (object instanceof Service service) {
      return world.withServices(list(world.services(), service, isGone));
    }
    if (object instanceof EndpointSlice slice) {
      return world.withEndpointSlices(list(world.endpointSlices(), slice, isGone));
    }
    if (object instanceof Pod pod) {
      return world.withPods(list(world.pods(), pod, isGone));
    }
    return world.withNamespaces(list(world.namespaces(), (Namespace) object, isGone));
  }

  private static <T extends KubernetesObject> List<T> list(
      List<T> objects, T changed, boolean isGone) {
    List<T> next = new ArrayList<>(objects);
    next.removeIf(object -> object.namespacedName().equals(changed.namespacedName()));
    if (!isGone) {
      next.add(changed);
    }
    return next;
  }
}
