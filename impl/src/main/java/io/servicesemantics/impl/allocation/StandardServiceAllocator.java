package io.servicesemantics.impl.allocation;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.admission.AllocationState;
import io.servicesemantics.admission.ServiceAllocator;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.net.Cidr;
import io.servicesemantics.net.PortRange;
import io.servicesemantics.profile.FeatureGate;
import io.servicesemantics.profile.FeatureGates;
import io.servicesemantics.profile.ServiceRanges;

/** Keeps account of addresses and node ports as the API server's allocators do. */
public final class StandardServiceAllocator implements ServiceAllocator {

  private final ImmutableList<Cidr> serviceCidrs;
  private final PortRange nodePortRange;
  private final boolean hasObjects;

  /**
   * Makes the allocator of a cluster.
   *
   * @param ranges the default ServiceCIDR and the node ports
   * @param gates the feature gates of the cluster, which say whether there are other ServiceCIDRs
   */
  public StandardServiceAllocator(ServiceRanges ranges, FeatureGates gates) {
    this.hasObjects = gates.has(FeatureGate.MULTI_CIDR_SERVICE_ALLOCATOR);
    this.serviceCidrs = ranges.serviceCIDRs();
    this.nodePortRange = ranges.nodePortRange();
  }

  @Override
  public AllocationState empty() {
    return of(ClusterSnapshot.builder().build());
  }

  @Override
  public AllocationState of(ClusterSnapshot world) {
    return hasObjects
        ? FoundHoldings.of(world, AddressRanges.of(serviceCidrs, world), nodePortRange)
        : FoundHoldings.of(
            world.withIpAddresses(ImmutableList.of()),
            AddressRanges.fixed(serviceCidrs),
            nodePortRange);
  }
}
