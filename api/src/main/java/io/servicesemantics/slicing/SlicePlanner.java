package io.servicesemantics.slicing;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.endpoint.Endpoints;
import io.servicesemantics.explain.Explained;
import io.servicesemantics.service.Service;
import java.util.Optional;

/**
 * Plans EndpointSlices as the controllers of a cluster do.
 *
 * <pre>{@code
 * SlicePlan plan = k8s.slices().plan(web, world);
 * plan.create();                                    // slices the controller would make
 * k8s.slices().explainPods(web, world);             // every Pod of the namespace: in or out, and why
 * }</pre>
 *
 * <p>Objects are taken as the API server stores them; a port without {@code targetPort} leads to
 * its own number and one without protocol means TCP, as the server would have set them.
 *
 * <p>New slices get the prefix that the real controller asks for, and behind it five characters
 * that are a function of the Service, the address type and a count: the real ones are chance, these
 * are the same each time and differ from every slice the Service has.
 */
public interface SlicePlanner {

  /**
   * Plans what the slice controller does for a Service when it next looks at it.
   *
   * @param service the Service
   * @param world its Pods and nodes, and the slices there are
   * @return the plan; {@link SlicePlan#isManaged} is false where the controller leaves it alone
   */
  SlicePlan plan(Service service, ClusterSnapshot world);

  /**
   * Plans as {@link #plan} does, and says why there are so many slices and such hints.
   *
   * @param service the Service
   * @param world its Pods and nodes, and the slices there are
   * @return the plan with its account
   */
  Explained<SlicePlan> explain(Service service, ClusterSnapshot world);

  /**
   * Says of every Pod in the Service's namespace whether it stands behind the Service, and why.
   *
   * @param service the Service
   * @param world its Pods and nodes
   * @return one answer a Pod, in the order of the world
   */
  ImmutableList<Explained<PodMembership>> explainPods(Service service, ClusterSnapshot world);

  /**
   * Says of one Pod whether it stands behind the Service, and why.
   *
   * @param service the Service
   * @param pod the Pod, which need not be part of the world
   * @param world the nodes
   * @return the answer; a Pod of another namespace is out
   */
  Explained<PodMembership> explainPod(Service service, Pod pod, ClusterSnapshot world);

  /**
   * Plans every Service of a cluster.
   *
   * @param world the cluster, with the slices it already has
   * @return its slices once the controller has looked at every Service
   */
  SliceState stateOf(ClusterSnapshot world);

  /**
   * Plans what the mirroring controller does for an Endpoints object (routing 1.9).
   *
   * @param endpoints the object
   * @param world the Service of its name, and the slices there are
   * @return the plan; what is not to be mirrored has its mirrored slices deleted
   */
  SlicePlan mirror(Endpoints endpoints, ClusterSnapshot world);

  /**
   * Plans as {@link #mirror} does, and says why the object is mirrored or not.
   *
   * @param endpoints the object
   * @param world the Service of its name, and the slices there are
   * @return the plan with its account
   */
  Explained<SlicePlan> explainMirror(Endpoints endpoints, ClusterSnapshot world);

  /**
   * Returns the Endpoints object that the older endpoints controller keeps for a Service (routing
   * 1.12): one address family, no terminating Pods, at most 1000 addresses.
   *
   * @param service the Service
   * @param world its Pods, and the Endpoints object there is, whose other annotations stay
   * @return the object as it would be; nothing when the controller leaves the Service alone
   */
  Optional<Endpoints> legacyEndpoints(Service service, ClusterSnapshot world);
}
