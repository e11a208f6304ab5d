package io.servicesemantics.object;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** One observed condition of an object: an entry of {@code status.conditions}. */
@ValueStyle
@Value.Immutable
public interface Condition extends WithCondition, Serializable {

  /** {@return a builder with nothing set} */
  static Builder builder() {
    return new Builder();
  }

  /**
   * Returns a condition with its status.
   *
   * @param type what is observed, such as {@code Ready}
   * @param status whether it holds
   * @return the condition
   */
  static Condition of(String type, ConditionStatus status) {
    return builder().type(type).status(status).build();
  }

  /** {@return what is observed, such as {@code Ready}} */
  @Value.Default
  default String type() {
    return "";
  }

  /** {@return whether it holds} */
  @Value.Default
  default Choice<ConditionStatus> status() {
    return Choice.unsaid();
  }

  /** {@return the generation it was observed at, if said} */
  OptionalLong observedGeneration();

  /** {@return when the status last changed, if said} */
  Optional<Instant> lastTransitionTime();

  /** {@return why, as one word; empty when unsaid} */
  @Value.Default
  default String reason() {
    return "";
  }

  /** {@return why, in a sentence; empty when unsaid} */
  @Value.Default
  default String message() {
    return "";
  }

  /**
   * Returns this value with the field set to one of its names.
   *
   * @param status the name
   * @return a new value
   */
  default Condition withStatus(ConditionStatus status) {
    return withStatus(Choice.of(status));
  }

  /** {@return a builder that starts from this value} */
  default Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link Condition}. */
  class Builder extends ImmutableCondition.Builder {
    Builder() {}

    /**
     * Sets the field to one of its names.
     *
     * @param status the name
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder status(ConditionStatus status) {
      return status(Choice.of(status));
    }
  }
}
