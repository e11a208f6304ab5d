package io.servicesemantics.cluster;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.endpoint.Endpoints;
import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.object.ValueStyle;
import io.servicesemantics.service.Service;
import java.io.Serializable;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The objects of a cluster at one moment: what the functions of this library look at.
 *
 * <p>It holds objects as they are, also contradictory ones; of several with one name the look-ups
 * give the last.
 */
@ValueStyle
@Value.Immutable
public interface ClusterSnapshot extends WithClusterSnapshot, Serializable {

  /** {@return a builder with nothing set} */
  static Builder builder() {
    return new Builder();
  }

  /** {@return the Services} */
  ImmutableList<Service> services();

  /** {@return the slices} */
  ImmutableList<EndpointSlice> endpointSlices();

  /** {@return the Endpoints objects} */
  ImmutableList<Endpoints> endpoints();

  /** {@return the Pods} */
  ImmutableList<Pod> pods();

  /** {@return the nodes} */
  ImmutableList<Node> nodes();

  /** {@return the namespaces} */
  ImmutableList<Namespace> namespaces();

  /** {@return the ServiceCIDRs} */
  ImmutableList<ServiceCidr> serviceCidrs();

  /** {@return the IPAddresses} */
  ImmutableList<IpAddressObject> ipAddresses();

  /** {@return the objects that make Pods} */
  ImmutableList<Workload> workloads();

  /** {@return the Services by namespace and name} */
  @Value.Lazy
  default ImmutableMap<NamespacedName, Service> servicesByName() {
    return SnapshotIndex.byName(services());
  }

  /** {@return the Pods by namespace and name} */
  @Value.Lazy
  default ImmutableMap<NamespacedName, Pod> podsByName() {
    return SnapshotIndex.byName(pods());
  }

  /** {@return the nodes by name} */
  @Value.Lazy
  default ImmutableMap<String, Node> nodesByName() {
    return SnapshotIndex.nodesByName(nodes());
  }

  /** {@return the slices that belong to a Service, by its namespace and name} */
  @Value.Lazy
  default ImmutableListMultimap<NamespacedName, EndpointSlice> slicesByService() {
    return SnapshotIndex.slicesByService(endpointSlices());
  }

  /**
   * Returns a Service.
   *
   * @param namespace the namespace
   * @param name the name
   * @return the Service, if there is one
   */
  default Optional<Service> service(String namespace, String name) {
    return Optional.ofNullable(servicesByName().get(NamespacedName.of(namespace, name)));
  }

  /**
   * Returns a Pod.
   *
   * @param namespace the namespace
   * @param name the name
   * @return the Pod, if there is one
   */
  default Optional<Pod> pod(String namespace, String name) {
    return Optional.ofNullable(podsByName().get(NamespacedName.of(namespace, name)));
  }

  /**
   * Returns a node.
   *
   * @param name the name
   * @return the node, if there is one
   */
  default Optional<Node> node(String name) {
    return Optional.ofNullable(nodesByName().get(name));
  }

  /** {@return a builder that starts from this value} */
  default Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link ClusterSnapshot}. */
  class Builder extends ImmutableClusterSnapshot.Builder {
    Builder() {}
  }
}
