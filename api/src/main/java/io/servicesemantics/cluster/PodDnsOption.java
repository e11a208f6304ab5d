package io.servicesemantics.cluster;

import io.servicesemantics.object.ValueStyle;
import java.io.Serializable;
import java.util.Optional;
import org.immutables.value.Value;

/** One option of a resolver. */
@ValueStyle
@Value.Immutable
public interface PodDnsOption extends WithPodDnsOption, Serializable {

  /** {@return a builder with nothing set} */
  static Builder builder() {
    return new Builder();
  }

  /** {@return the name, such as {@code ndots}} */
  @Value.Default
  default String name() {
    return "";
  }

  /** {@return the value, if said} */
  Optional<String> value();

  /** {@return a builder that starts from this value} */
  default Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link PodDnsOption}. */
  class Builder extends ImmutablePodDnsOption.Builder {
    Builder() {}
  }
}
