package io.servicesemantics.profile;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.net.Cidr;
import io.servicesemantics.net.PortRange;
import io.servicesemantics.object.ValueStyle;
import java.io.Serializable;
import org.immutables.value.Value;

/**
 * The networks and ports a cluster gives to Services: the API server's {@code
 * --service-cluster-ip-range} and {@code --service-node-port-range}.
 */
@ValueStyle
@Value.Immutable
public interface ServiceRanges extends WithServiceRanges, Serializable {

  /** {@return a builder with nothing set} */
  static Builder builder() {
    return new Builder();
  }

  /** {@return the default ServiceCIDR, one network or one of each family, the primary one first} */
  @Value.Default
  default ImmutableList<Cidr> serviceCIDRs() {
    return ImmutableList.of(Cidr.parse("10.96.0.0/12"));
  }

  /** {@return the node ports to pick from} */
  @Value.Default
  default PortRange nodePortRange() {
    return PortRange.of(30000, 32767);
  }

  /** {@return a builder that starts from this value} */
  default Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link ServiceRanges}. */
  class Builder extends ImmutableServiceRanges.Builder {
    Builder() {}
  }
}
