package io.servicesemantics.admission;

import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.math.LongMath;
import io.servicesemantics.net.Cidr;
import io.servicesemantics.net.IpAddress;
import java.util.Optional;

/**
 * How much is held of one network of a ServiceCIDR (api 6.1).
 *
 * <p>Networks may overlap; an address held counts in each of them.
 *
 * @param network the network
 * @param isReady whether addresses are given from it
 * @param staticBand the addresses that are picked last, kept for who asks for a certain one; empty
 *     where the network has none
 * @param dynamicBand the addresses that are picked first; empty where the network has none that can
 *     be given, as an IPv6 network wider than /64
 */
public record NetworkUsage(
    Cidr network,
    boolean isReady,
    Optional<BandUsage<IpAddress>> staticBand,
    Optional<BandUsage<IpAddress>> dynamicBand) {

  /** Checks that no part is null. */
  public NetworkUsage {
    checkNotNull(network, "Network is null; expected one");
    checkNotNull(staticBand, "Static band is null; expected one, or empty");
    checkNotNull(dynamicBand, "Dynamic band is null; expected one, or empty");
  }

  /** {@return how many addresses can be given; {@link Long#MAX_VALUE} where that is more} */
  public long size() {
    return LongMath.saturatedAdd(
        staticBand.map(BandUsage::size).orElse(0L), dynamicBand.map(BandUsage::size).orElse(0L));
  }

  /** {@return how many of those are held} */
  public long held() {
    return staticBand.map(BandUsage::held).orElse(0L) + dynamicBand.map(BandUsage::held).orElse(0L);
  }

  /** {@return how many of those are free; of the widest networks, at least so many} */
  public long free() {
    return size() - held();
  }
}
