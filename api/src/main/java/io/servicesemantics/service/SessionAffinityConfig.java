package io.servicesemantics.service;

import io.servicesemantics.object.ValueStyle;
import java.io.Serializable;
import java.util.Optional;
import org.immutables.value.Value;

/** Settings of session affinity: {@code spec.sessionAffinityConfig}. */
@ValueStyle
@Value.Immutable
public interface SessionAffinityConfig extends WithSessionAffinityConfig, Serializable {

  /** {@return a builder with nothing set} */
  static Builder builder() {
    return new Builder();
  }

  /** {@return the settings of affinity by client address, if said} */
  Optional<ClientIpConfig> clientIP();

  /** {@return a builder that starts from this value} */
  default Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link SessionAffinityConfig}. */
  class Builder extends ImmutableSessionAffinityConfig.Builder {
    Builder() {}
  }
}
