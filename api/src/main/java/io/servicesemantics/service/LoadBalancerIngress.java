package io.servicesemantics.service;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.servicesemantics.object.Choice;
import io.servicesemantics.object.ValueStyle;
import java.io.Serializable;
import org.immutables.value.Value;

/** One point of entry of a load balancer: an entry of {@code status.loadBalancer.ingress}. */
@ValueStyle
@Value.Immutable
public interface LoadBalancerIngress extends WithLoadBalancerIngress, Serializable {

  /** {@return a builder with nothing set} */
  static Builder builder() {
    return new Builder();
  }

  /** {@return the address; empty when it is given by name} */
  @Value.Default
  default String ip() {
    return "";
  }

  /** {@return the DNS name; empty when it is given by address} */
  @Value.Default
  default String hostname() {
    return "";
  }

  /** {@return how traffic to the address reaches a node} */
  @Value.Default
  default Choice<LoadBalancerIpMode> ipMode() {
    return Choice.unsaid();
  }

  /** {@return whether nodes take the address for their own, which they do unless told otherwise} */
  default boolean isVip() {
    return !ipMode().isSaid() || ipMode().is(LoadBalancerIpMode.VIP);
  }

  /** {@return what became of each port; may be empty} */
  ImmutableList<PortStatus> ports();

  /**
   * Returns this value with the field set to one of its names.
   *
   * @param ipMode the name
   * @return a new value
   */
  default LoadBalancerIngress withIpMode(LoadBalancerIpMode ipMode) {
    return withIpMode(Choice.of(ipMode));
  }

  /** {@return a builder that starts from this value} */
  default Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link LoadBalancerIngress}. */
  class Builder extends ImmutableLoadBalancerIngress.Builder {
    Builder() {}

    /**
     * Sets the field to one of its names.
     *
     * @param ipMode the name
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder ipMode(LoadBalancerIpMode ipMode) {
      return ipMode(Choice.of(ipMode));
    }
  }
}
