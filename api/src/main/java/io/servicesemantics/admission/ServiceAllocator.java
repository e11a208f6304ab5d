package io.servicesemantics.admission;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.service.Service;
import java.util.List;

/** Makes the account of which addresses and ports of a cluster are held. */
public interface ServiceAllocator {

  /** {@return the account of a cluster that has only its default ServiceCIDR, with nothing held} */
  AllocationState empty();

  /**
   * Returns the account of a cluster as found: its ServiceCIDRs beside the default one, its
   * Services in order, and IPAddresses of other objects. A ServiceCIDR called {@code kubernetes}
   * stands for the default one.
   *
   * <p>Of two Services that say the same number the first one holds it, unless the IPAddress names
   * the other, and the one that does not is a conflict. Held is also what is outside all ranges.
   * Source: the repair loops, {@code ipallocator/controller/repairip.go} and {@code
   * portallocator/controller/repair.go} (api 6.8).
   *
   * @param world the cluster's objects
   * @return the account, with every conflict
   */
  AllocationState of(ClusterSnapshot world);

  /**
   * Returns the account of a cluster that has only its default ServiceCIDR.
   *
   * @param services its Services; of two that say the same number the first one holds it
   * @return the account, with every conflict
   */
  default AllocationState of(List<Service> services) {
    return of(ClusterSnapshot.builder().services(ImmutableList.copyOf(services)).build());
  }
}
