package io.servicesemantics.impl.allocation;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.ServiceCidr;
import io.servicesemantics.net.Cidr;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.object.Condition;
import io.servicesemantics.object.ConditionStatus;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The networks Services get their addresses from.
 *
 * <p>Source: {@code ipallocator/cidrallocator.go}, syncAllocators and isReady (api 1.5).
 */
final class AddressRanges {

  /** The name of the ServiceCIDR that the API server makes from its own flags. */
  private static final String DEFAULT_NAME = "kubernetes";

  private static final String READY = "Ready";

  private final boolean areFixed;
  private final ImmutableList<IpFamily> families;
  private final ImmutableList<AddressRange> all;
  private final ImmutableList<AddressRange> readyIpv4;
  private final ImmutableList<AddressRange> readyIpv6;

  private AddressRanges(
      boolean areFixed, ImmutableList<IpFamily> families, ImmutableList<AddressRange> all) {
    this.areFixed = areFixed;
    this.families = families;
    this.all = all;
    this.readyIpv4 = ready(all, families, IpFamily.IPV4);
    this.readyIpv6 = ready(all, families, IpFamily.IPV6);
  }

  private static ImmutableList<AddressRange> ready(
      ImmutableList<AddressRange> all, ImmutableList<IpFamily> families, IpFamily family) {
    return all.stream()
        .filter(range -> range.isReady() && range.network().family() == family)
        .filter(range -> families.contains(family))
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * The networks of a cluster: those of the default ServiceCIDR, unless the snapshot has that
   * object, and those of the ServiceCIDRs it has.
   */
  static AddressRanges of(ImmutableList<Cidr> defaults, ClusterSnapshot world) {
    Map<Cidr, Boolean> readiness = new LinkedHashMap<>();
    if (world.serviceCidrs().stream().noneMatch(cidr -> isDefault(cidr))) {
      defaults.forEach(network -> readiness.put(network.masked(), true));
    }
    for (ServiceCidr serviceCidr : world.serviceCidrs()) {
      boolean ready = isReady(serviceCidr);
      for (String text : serviceCidr.spec().cidrs()) {
        // one network of several objects is ready when one of them is
        Cidr.tryParseLenient(text)
            .ifPresent(network -> readiness.merge(network.masked(), ready, Boolean::logicalOr));
      }
    }
    return of(false, defaults, readiness);
  }

  /** The networks of a cluster that has no ServiceCIDR objects (versions A13). */
  static AddressRanges fixed(ImmutableList<Cidr> networks) {
    Map<Cidr, Boolean> readiness = new LinkedHashMap<>();
    networks.forEach(network -> readiness.put(network.masked(), true));
    return of(true, networks, readiness);
  }

  private static AddressRanges of(
      boolean areFixed, ImmutableList<Cidr> defaults, Map<Cidr, Boolean> readiness) {
    return new AddressRanges(
        areFixed,
        defaults.stream().map(Cidr::family).distinct().collect(ImmutableList.toImmutableList()),
        readiness.entrySet().stream()
            .map(entry -> AddressRange.of(entry.getKey(), entry.getValue()))
            .collect(ImmutableList.toImmutableList()));
  }

  private static boolean isDefault(ServiceCidr serviceCidr) {
    return serviceCidr.metadata().name().equals(DEFAULT_NAME);
  }

  private static boolean isReady(ServiceCidr serviceCidr) {
    if (serviceCidr.metadata().isBeingDeleted()) {
      return false;
    }
    for (Condition condition : serviceCidr.status().conditions()) {
      if (condition.type().equals(READY)) {
        return condition.status().is(ConditionStatus.TRUE);
      }
    }
    return true;
  }

  /** The families of the default ServiceCIDR, the primary one first: the server asks no other. */
  ImmutableList<IpFamily> families() {
    return families;
  }

  ImmutableList<AddressRange> all() {
    return all;
  }

  /** The networks of a family that addresses are given from. */
  ImmutableList<AddressRange> ready(IpFamily family) {
    return family == IpFamily.IPV4 ? readyIpv4 : readyIpv6;
  }

  /** Whether an address can be had. */
  boolean give(IpAddress address) {
    ImmutableList<AddressRange> ready = ready(address.family());
    for (int i = 0; i < ready.size(); i++) {
      if (ready.get(i).gives(address)) {
        return true;
      }
    }
    return false;
  }

  /** What the server says of an address that cannot be had. */
  String refusal(IpAddress address) {
    ImmutableList<AddressRange> ready = ready(address.family());
    return areFixed && !ready.isEmpty()
        ? "the provided IP ("
            + address
            + ") is not in the valid range. The range of valid IPs is "
            + ready.get(0).network()
        : "the provided network does not match the current range";
  }

  /** Whether some network has the address, ready or not. */
  boolean have(IpAddress address) {
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).has(address)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof AddressRanges that
        && areFixed == that.areFixed
        && families.equals(that.families)
        && all.equals(that.all);
  }

  @Override
  public int hashCode() {
    return 31 * families.hashCode() + all.hashCode();
  }
}
