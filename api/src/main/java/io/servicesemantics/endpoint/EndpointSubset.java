package io.servicesemantics.endpoint;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.object.ValueStyle;
import java.io.Serializable;
import org.immutables.value.Value;

/** Addresses that share their ports: an entry of {@code subsets}. */
@ValueStyle
@Value.Immutable
public interface EndpointSubset extends WithEndpointSubset, Serializable {

  /** {@return a builder with nothing set} */
  static Builder builder() {
    return new Builder();
  }

  /** {@return the addresses that are ready} */
  ImmutableList<EndpointAddress> addresses();

  /** {@return the addresses that are not} */
  ImmutableList<EndpointAddress> notReadyAddresses();

  /** {@return the ports that each of them has} */
  ImmutableList<EndpointSubsetPort> ports();

  /** {@return a builder that starts from this value} */
  default Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link EndpointSubset}. */
  class Builder extends ImmutableEndpointSubset.Builder {
    Builder() {}
  }
}
