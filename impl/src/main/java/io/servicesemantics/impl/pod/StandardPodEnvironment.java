package io.servicesemantics.impl.pod;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.Container;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.explain.Explained;
import io.servicesemantics.pod.Environment;
import io.servicesemantics.pod.EnvironmentValue;
import io.servicesemantics.pod.PodEnvironment;
import io.servicesemantics.pod.ServiceVariable;
import io.servicesemantics.service.Service;
import java.util.Optional;

/** Makes environments as the kubelet does. */
public final class StandardPodEnvironment implements PodEnvironment {

  /** Makes the door; there is nothing to set up. */
  public StandardPodEnvironment() {}

  @Override
  public ImmutableList<ServiceVariable> variablesOf(Service service) {
    return ServiceVariables.of(service);
  }

  @Override
  public Environment serviceVariables(Pod pod, ClusterSnapshot world) {
    return Environments.of(ImmutableMap.of(), Claims.of(LinkedServices.of(pod, world)));
  }

  @Override
  public Environment environmentOf(Pod pod, Container container, ClusterSnapshot world) {
    Claims claims = Claims.of(LinkedServices.of(pod, world));
    return Environments.of(OwnVariables.of(pod, container, claims), claims);
  }

  @Override
  public Explained<Environment> explain(Pod pod, Container container, ClusterSnapshot world) {
    LinkedServices services = LinkedServices.of(pod, world);
    Claims claims = Claims.of(services);
    Environment environment = Environments.of(OwnVariables.of(pod, container, claims), claims);
    return Explained.of(environment, EnvironmentAccount.of(environment, services));
  }

  @Override
  public Explained<Optional<EnvironmentValue>> explain(
      String name, Pod pod, Container container, ClusterSnapshot world) {
    LinkedServices services = LinkedServices.of(pod, world);
    Claims claims = Claims.of(services);
    Environment environment = Environments.of(OwnVariables.of(pod, container, claims), claims);
    Optional<EnvironmentValue> value = environment.variable(name);
    return Explained.of(
        value,
        value.isPresent()
            ? VariableAccount.of(value.get(), container, environment, services)
            : MissingAccount.of(name, pod, services, world));
  }
}
