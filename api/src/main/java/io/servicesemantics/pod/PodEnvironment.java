package io.servicesemantics.pod;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.Container;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.explain.Explained;
import io.servicesemantics.service.Service;
import java.util.Optional;

/**
 * Tells which environment variables the containers of a Pod start with, and what Services have to
 * do with it.
 *
 * <pre>{@code
 * Environment environment = k8s.podEnvironment().environmentOf(pod, container, world);
 * environment.variable("WEB_SERVICE_HOST");                      // WEB_SERVICE_HOST=10.96.0.21
 * environment.octets();                                          // how much of the argument list
 * k8s.podEnvironment().explain("WEB_PORT", pod, container, world).because();
 * }</pre>
 *
 * <p>A container has the Services that were there when it was created, and keeps them (routing
 * 5.1): the snapshot is the cluster at that moment. An unsaid {@code enableServiceLinks} means
 * true, as the API server sets it.
 */
public interface PodEnvironment {

  /**
   * Returns the variables made of a Service, whoever sees them.
   *
   * <p>Source: {@code pkg/kubelet/envvars/envvars.go}, FromServices (routing 5.5 to 5.11).
   *
   * @param service the Service
   * @return the variables in the kubelet's order; none without a cluster IP or without ports
   */
  ImmutableList<ServiceVariable> variablesOf(Service service);

  /**
   * Returns the variables that Services put into the containers of a Pod.
   *
   * @param pod the Pod; its namespace and {@code enableServiceLinks} count
   * @param world the cluster when the container is created
   * @return the variables, Services in the order of their names
   */
  Environment serviceVariables(Pod pod, ClusterSnapshot world);

  /**
   * Returns the environment a container starts with: its own variables, with {@code $(NAME)}
   * expanded, then those of Services that it does not set itself.
   *
   * <p>Source: {@code pkg/kubelet/kubelet_pods.go}, makeEnvironmentVariables (routing 5.12, 5.13).
   *
   * @param pod the Pod
   * @param container one of its containers, init containers and sidecars included (routing 5.14)
   * @param world the cluster when the container is created
   * @return the variables: its own in the order declared, then those of Services
   */
  Environment environmentOf(Pod pod, Container container, ClusterSnapshot world);

  /**
   * Returns the environment a container starts with, and what it is made of: which Services are in
   * it, with how much, and which are not; what is left to chance; what the container hides.
   *
   * @param pod the Pod
   * @param container one of its containers
   * @param world the cluster when the container is created
   * @return the environment with its account
   */
  Explained<Environment> explain(Pod pod, Container container, ClusterSnapshot world);

  /**
   * Returns why a container has a variable, or why it has not.
   *
   * @param name the variable
   * @param pod the Pod
   * @param container one of its containers
   * @param world the cluster when the container is created
   * @return the variable, if it is there, and whence it comes or what keeps it out
   */
  Explained<Optional<EnvironmentValue>> explain(
      String name, Pod pod, Container container, ClusterSnapshot world);
}
