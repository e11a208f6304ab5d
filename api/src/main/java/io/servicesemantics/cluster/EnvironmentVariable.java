package io.servicesemantics.cluster;

import io.servicesemantics.object.ValueStyle;
import java.io.Serializable;
import java.util.Optional;
import org.immutables.value.Value;

/** One environment variable a container declares. */
@ValueStyle
@Value.Immutable
public interface EnvironmentVariable extends WithEnvironmentVariable, Serializable {

  /** {@return a builder with nothing set} */
  static Builder builder() {
    return new Builder();
  }

  /** {@return the name} */
  @Value.Default
  default String name() {
    return "";
  }

  /** {@return the value as written; empty when unsaid} */
  @Value.Default
  default String value() {
    return "";
  }

  /** {@return where the value is taken from, if the object says; counts when none is written} */
  Optional<EnvironmentSource> valueFrom();

  /** {@return a builder that starts from this value} */
  default Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link EnvironmentVariable}. */
  class Builder extends ImmutableEnvironmentVariable.Builder {
    Builder() {}
  }
}
