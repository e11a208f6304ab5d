package io.servicesemantics.cluster;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.servicesemantics.object.Choice;
import io.servicesemantics.object.Condition;
import io.servicesemantics.object.ValueStyle;
import java.io.Serializable;
import org.immutables.value.Value;

/** What is observed of a namespace. */
@ValueStyle
@Value.Immutable
public interface NamespaceStatus extends WithNamespaceStatus, Serializable {

  /** {@return a builder with nothing set} */
  static Builder builder() {
    return new Builder();
  }

  /** {@return whether it takes new objects} */
  @Value.Default
  default Choice<NamespacePhase> phase() {
    return Choice.unsaid();
  }

  /** {@return the conditions observed} */
  ImmutableList<Condition> conditions();

  /**
   * Returns this value with the field set to one of its names.
   *
   * @param phase the name
   * @return a new value
   */
  default NamespaceStatus withPhase(NamespacePhase phase) {
    return withPhase(Choice.of(phase));
  }

  /** {@return a builder that starts from this value} */
  default Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link NamespaceStatus}. */
  class Builder extends ImmutableNamespaceStatus.Builder {
    Builder() {}

    /**
     * Sets the field to one of its names.
     *
     * @param phase the name
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder phase(NamespacePhase phase) {
      return phase(Choice.of(phase));
    }
  }
}
