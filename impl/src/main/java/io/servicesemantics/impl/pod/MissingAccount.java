package io.servicesemantics.impl.pod;

import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.explain.Because;
import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.pod.EnvironmentReason;
import io.servicesemantics.pod.ServiceVariable;
import io.servicesemantics.service.Service;

/** Tells why a variable is not there: the Services it would stand for, and what keeps them out. */
final class MissingAccount {

  private MissingAccount() {}

  static Because of(String name, Pod pod, LinkedServices services, ClusterSnapshot world) {
    Because because = Because.of(EnvironmentReason.NOT_SET).withFact("variable", name);
    for (Service service : world.servicesByName().values()) {
      if (gives(service, name)) {
        because = because.withCause(account(service, pod, services));
      }
    }
    return because;
  }

  private static boolean gives(Service service, String name) {
    if (!name.startsWith(ServiceVariables.prefix(service))) {
      return false;
    }
    for (ServiceVariable variable : ServiceVariables.named(service)) {
      if (variable.name().equals(name)) {
        return true;
      }
    }
    return false;
  }

  private static Because account(Service service, Pod pod, LinkedServices services) {
    NamespacedName name = service.namespacedName();
    LinkedServices.Linked untold = services.untold().get(name);
    return untold != null
        ? EnvironmentAccount.untold(untold)
        : Because.of(EnvironmentReason.SERVICE_OF_ANOTHER_NAMESPACE)
            .withFact("service", name)
            .withFact("pod", pod.namespacedName());
  }
}
