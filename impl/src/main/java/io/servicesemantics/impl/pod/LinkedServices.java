package io.servicesemantics.impl.pod;

import com.google.common.collect.ImmutableSortedMap;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.pod.EnvironmentReason;
import io.servicesemantics.service.Service;
import java.util.Collection;
import java.util.TreeMap;

/**
 * Which Services a Pod is told of, and which not, each with the reason.
 *
 * <p>Source: {@code pkg/kubelet/kubelet_pods.go}, getServiceEnvVarMap (routing 5.2 to 5.4).
 *
 * @param isLinked whether {@code enableServiceLinks} is on
 * @param told the Services whose variables the Pod gets
 * @param untold those of the Pod's namespace, and {@code default/kubernetes}, that it does not get
 * @param elsewhere how many Services there are in other namespaces
 */
record LinkedServices(
    NamespacedName pod,
    boolean isLinked,
    ImmutableSortedMap<NamespacedName, Linked> told,
    ImmutableSortedMap<NamespacedName, Linked> untold,
    int elsewhere) {

  private static final NamespacedName API_SERVER = NamespacedName.of("default", "kubernetes");

  /** A Service and why a Pod is told of it, or is not. */
  record Linked(Service service, EnvironmentReason reason) {
    boolean isTold() {
      return reason == EnvironmentReason.SERVICE_OF_NAMESPACE
          || reason == EnvironmentReason.SERVICE_OF_API_SERVER;
    }
  }

  static LinkedServices of(Pod pod, ClusterSnapshot world) {
    boolean isLinked = pod.spec().enableServiceLinks().orElse(true);
    String namespace = pod.metadata().namespace();
    TreeMap<NamespacedName, Linked> told = new TreeMap<>();
    TreeMap<NamespacedName, Linked> untold = new TreeMap<>();
    int elsewhere = 0;
    Collection<Service> services = world.servicesByName().values();
    boolean isReplaced = isLinked && isApiServerReplaced(namespace, world);
    for (Service service : services) {
      Linked linked = new Linked(service, reason(service, namespace, isLinked, isReplaced));
      if (linked.reason() == EnvironmentReason.SERVICE_OF_ANOTHER_NAMESPACE) {
        elsewhere++;
      } else {
        (linked.isTold() ? told : untold).put(service.namespacedName(), linked);
      }
    }
    return new LinkedServices(
        pod.namespacedName(),
        isLinked,
        ImmutableSortedMap.copyOfSorted(told),
        ImmutableSortedMap.copyOfSorted(untold),
        elsewhere);
  }

  private static boolean isApiServerReplaced(String namespace, ClusterSnapshot world) {
    return !namespace.equals(API_SERVER.namespace())
        && world
            .service(namespace, API_SERVER.name())
            .filter(service -> !ServiceVariables.of(service).isEmpty())
            .isPresent();
  }

  private static EnvironmentReason reason(
      Service service, String namespace, boolean isLinked, boolean isReplaced) {
    boolean isApiServer = service.namespacedName().equals(API_SERVER);
    if (!isApiServer && !service.metadata().namespace().equals(namespace)) {
      return EnvironmentReason.SERVICE_OF_ANOTHER_NAMESPACE;
    }
    if (!service.spec().isClusterIPSet()) {
      return EnvironmentReason.SERVICE_WITHOUT_CLUSTER_IP;
    }
    if (service.spec().ports().isEmpty()) {
      return EnvironmentReason.SERVICE_WITHOUT_PORT;
    }
    if (isApiServer) {
      return isReplaced
          ? EnvironmentReason.SERVICE_REPLACED
          : EnvironmentReason.SERVICE_OF_API_SERVER;
    }
    return isLinked ? EnvironmentReason.SERVICE_OF_NAMESPACE : EnvironmentReason.SERVICE_NOT_LINKED;
  }
}
