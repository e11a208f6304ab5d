package io.servicesemantics.cluster;

import io.servicesemantics.object.ValueStyle;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/** A mark that keeps Pods, or load balancers, away from a node. */
@ValueStyle
@Value.Immutable
public interface Taint extends WithTaint, Serializable {

  /** {@return a builder with nothing set} */
  static Builder builder() {
    return new Builder();
  }

  /** {@return the key} */
  @Value.Default
  default String key() {
    return "";
  }

  /** {@return the value; may be empty} */
  @Value.Default
  default String value() {
    return "";
  }

  /** {@return what it does, such as {@code NoSchedule}} */
  @Value.Default
  default String effect() {
    return "";
  }

  /** {@return when it was added, if said} */
  Optional<Instant> timeAdded();

  /** {@return a builder that starts from this value} */
  default Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link Taint}. */
  class Builder extends ImmutableTaint.Builder {
    Builder() {}
  }
}
