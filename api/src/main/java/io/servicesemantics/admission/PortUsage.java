package io.servicesemantics.admission;

import static com.google.common.base.Preconditions.checkNotNull;

import io.servicesemantics.net.PortRange;
import java.util.Optional;

/**
 * How much is held of the node ports (api 6.4).
 *
 * @param range the node ports
 * @param staticBand the ports that are picked last, kept for who asks for a certain one; empty
 *     where the range is too small for one
 * @param dynamicBand the ports that are picked first
 */
public record PortUsage(
    PortRange range, Optional<BandUsage<Integer>> staticBand, BandUsage<Integer> dynamicBand) {

  /** Checks that no part is null. */
  public PortUsage {
    checkNotNull(range, "Range of node ports is null; expected one");
    checkNotNull(staticBand, "Static band is null; expected one, or empty");
    checkNotNull(dynamicBand, "Dynamic band is null; expected one");
  }

  /** {@return how many ports of the range are held} */
  public int held() {
    return (int) (staticBand.map(BandUsage::held).orElse(0L) + dynamicBand.held());
  }

  /** {@return how many ports of the range are free} */
  public int free() {
    return range.size() - held();
  }
}
