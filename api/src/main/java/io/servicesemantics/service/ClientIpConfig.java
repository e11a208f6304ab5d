package io.servicesemantics.service;

import io.servicesemantics.object.ValueStyle;
import java.io.Serializable;
import java.util.OptionalInt;
import org.immutables.value.Value;

/** Settings of affinity by client address: {@code spec.sessionAffinityConfig.clientIP}. */
@ValueStyle
@Value.Immutable
public interface ClientIpConfig extends WithClientIpConfig, Serializable {

  /** {@return a builder with nothing set} */
  static Builder builder() {
    return new Builder();
  }

  /** {@return how long a client is remembered, in seconds, if said} */
  OptionalInt timeoutSeconds();

  /** {@return a builder that starts from this value} */
  default Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link ClientIpConfig}. */
  class Builder extends ImmutableClientIpConfig.Builder {
    Builder() {}
  }
}
