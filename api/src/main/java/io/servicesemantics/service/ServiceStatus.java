package io.servicesemantics.service;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.object.Condition;
import io.servicesemantics.object.ValueStyle;
import java.io.Serializable;
import org.immutables.value.Value;

/** What is observed of a Service: its {@code status}. */
@ValueStyle
@Value.Immutable
public interface ServiceStatus extends WithServiceStatus, Serializable {

  /** {@return a builder with nothing set} */
  static Builder builder() {
    return new Builder();
  }

  /** {@return what the load balancer reports} */
  @Value.Default
  default LoadBalancerStatus loadBalancer() {
    return LoadBalancerStatus.builder().build();
  }

  /** {@return the conditions observed} */
  ImmutableList<Condition> conditions();

  /** {@return a builder that starts from this value} */
  default Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link ServiceStatus}. */
  class Builder extends ImmutableServiceStatus.Builder {
    Builder() {}
  }
}
