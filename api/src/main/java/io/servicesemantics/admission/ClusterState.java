package io.servicesemantics.admission;

import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.servicesemantics.cluster.Namespace;
import io.servicesemantics.collect.ShardedMap;
import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.service.Service;
import java.util.Optional;

/**
 * What the API server knows when a request comes: the Services stored, the namespaces, and which
 * addresses and ports are held.
 *
 * <p>It is immutable; the next state shares with this one all that did not change.
 */
public final class ClusterState {

  private final ShardedMap<NamespacedName, Service> services;
  private final ImmutableMap<String, Namespace> namespaces;
  private final AllocationState allocations;

  private ClusterState(
      ShardedMap<NamespacedName, Service> services,
      ImmutableMap<String, Namespace> namespaces,
      AllocationState allocations) {
    this.services = services;
    this.namespaces = namespaces;
    this.allocations = allocations;
  }

  /**
   * Returns a state without Services.
   *
   * @param namespaces the namespaces that exist
   * @param allocations which addresses and ports are held
   * @return the state
   */
  public static ClusterState of(Iterable<Namespace> namespaces, AllocationState allocations) {
    ImmutableMap.Builder<String, Namespace> byName = ImmutableMap.builder();
    for (Namespace namespace : namespaces) {
      byName.put(namespace.metadata().name(), namespace);
    }
    return new ClusterState(
        ShardedMap.of(),
        byName.buildKeepingLast(),
        checkNotNull(allocations, "Allocations are null; expected a state"));
  }

  /**
   * Returns a Service as it is stored.
   *
   * @param name its namespace and name
   * @return the Service, if there is one
   */
  public Optional<Service> service(NamespacedName name) {
    return Optional.ofNullable(services.get(name));
  }

  /** {@return all Services as they are stored, in the order of namespace and name} */
  public ImmutableList<Service> services() {
    ImmutableList.Builder<Service> all = ImmutableList.builderWithExpectedSize(services.size());
    services.forEach((name, service) -> all.add(service));
    return ImmutableList.sortedCopyOf(
        (one, other) -> one.namespacedName().compareTo(other.namespacedName()), all.build());
  }

  /**
   * Returns a namespace.
   *
   * @param name its name
   * @return the namespace, if it exists
   */
  public Optional<Namespace> namespace(String name) {
    return Optional.ofNullable(namespaces.get(name));
  }

  /** {@return which addresses and ports are held} */
  public AllocationState allocations() {
    return allocations;
  }

  /**
   * Returns this state with a Service stored or replaced. Nobody is asked, and its addresses and
   * ports are not taken: that is what {@link ServiceAdmission} does.
   *
   * @param service the Service
   * @return the next state
   */
  public ClusterState withService(Service service) {
    return new ClusterState(
        services.with(service.namespacedName(), service), namespaces, allocations);
  }

  /**
   * Returns this state without a Service. Its addresses and ports stay held.
   *
   * @param name its namespace and name
   * @return the next state
   */
  public ClusterState withoutService(NamespacedName name) {
    return new ClusterState(services.without(name), namespaces, allocations);
  }

  /**
   * Returns this state with one more namespace, or another one in the place of that name.
   *
   * @param namespace the namespace
   * @return the next state
   */
  public ClusterState withNamespace(Namespace namespace) {
    ImmutableMap<String, Namespace> more =
        ImmutableMap.<String, Namespace>builderWithExpectedSize(namespaces.size() + 1)
            .putAll(namespaces)
            .put(namespace.metadata().name(), namespace)
            .buildKeepingLast();
    return new ClusterState(services, more, allocations);
  }

  /**
   * Returns this state with other allocations.
   *
   * @param allocations which addresses and ports are held
   * @return the next state
   */
  public ClusterState withAllocations(AllocationState allocations) {
    return new ClusterState(
        services, namespaces, checkNotNull(allocations, "Allocations are null; expected a state"));
  }
}
