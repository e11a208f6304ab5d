package io.servicesemantics.service;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.object.ValueStyle;
import java.io.Serializable;
import org.immutables.value.Value;

/** What a load balancer reports: {@code status.loadBalancer}. */
@ValueStyle
@Value.Immutable
public interface LoadBalancerStatus extends WithLoadBalancerStatus, Serializable {

  /** {@return a builder with nothing set} */
  static Builder builder() {
    return new Builder();
  }

  /** {@return the points of entry} */
  ImmutableList<LoadBalancerIngress> ingress();

  /** {@return a builder that starts from this value} */
  default Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link LoadBalancerStatus}. */
  class Builder extends ImmutableLoadBalancerStatus.Builder {
    Builder() {}
  }
}
