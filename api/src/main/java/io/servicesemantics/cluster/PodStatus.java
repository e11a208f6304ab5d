package io.servicesemantics.cluster;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.servicesemantics.object.Choice;
import io.servicesemantics.object.Condition;
import io.servicesemantics.object.ValueStyle;
import java.io.Serializable;
import org.immutables.value.Value;

/** What is observed of a Pod. */
@ValueStyle
@Value.Immutable
public interface PodStatus extends WithPodStatus, Serializable {

  /** {@return a builder with nothing set} */
  static Builder builder() {
    return new Builder();
  }

  /** {@return how far it has come} */
  @Value.Default
  default Choice<PodPhase> phase() {
    return Choice.unsaid();
  }

  /** {@return its first address; may be empty} */
  @Value.Default
  default String podIP() {
    return "";
  }

  /** {@return its addresses} */
  ImmutableList<String> podIPs();

  /** {@return its node's first address; may be empty} */
  @Value.Default
  default String hostIP() {
    return "";
  }

  /** {@return its node's addresses} */
  ImmutableList<String> hostIPs();

  /** {@return the conditions observed} */
  ImmutableList<Condition> conditions();

  /**
   * Returns this value with the field set to one of its names.
   *
   * @param phase the name
   * @return a new value
   */
  default PodStatus withPhase(PodPhase phase) {
    return withPhase(Choice.of(phase));
  }

  /** {@return a builder that starts from this value} */
  default Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link PodStatus}. */
  class Builder extends ImmutablePodStatus.Builder {
    Builder() {}

    /**
     * Sets the field to one of its names.
     *
     * @param phase the name
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder phase(PodPhase phase) {
      return phase(Choice.of(phase));
    }
  }
}
