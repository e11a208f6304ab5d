package io.servicesemantics.cluster;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.servicesemantics.object.Choice;
import io.servicesemantics.object.ValueStyle;
import java.io.Serializable;
import org.immutables.value.Value;

/** One container of a Pod, as far as Services are concerned. */
@ValueStyle
@Value.Immutable
public interface Container extends WithContainer, Serializable {

  /** {@return a builder with nothing set} */
  static Builder builder() {
    return new Builder();
  }

  /** {@return the name} */
  @Value.Default
  default String name() {
    return "";
  }

  /** {@return the image; may be empty} */
  @Value.Default
  default String image() {
    return "";
  }

  /** {@return the ports it declares} */
  ImmutableList<ContainerPort> ports();

  /** {@return the variables it declares, in order} */
  ImmutableList<EnvironmentVariable> env();

  /** {@return whether it is started again; on an init container, Always makes it a sidecar} */
  @Value.Default
  default Choice<RestartPolicy> restartPolicy() {
    return Choice.unsaid();
  }

  /** {@return whether an init container stays while the others run} */
  default boolean isSidecar() {
    return restartPolicy().is(RestartPolicy.ALWAYS);
  }

  /**
   * Returns this value with the field set to one of its names.
   *
   * @param restartPolicy the name
   * @return a new value
   */
  default Container withRestartPolicy(RestartPolicy restartPolicy) {
    return withRestartPolicy(Choice.of(restartPolicy));
  }

  /** {@return a builder that starts from this value} */
  default Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link Container}. */
  class Builder extends ImmutableContainer.Builder {
    Builder() {}

    /**
     * Sets the field to one of its names.
     *
     * @param restartPolicy the name
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder restartPolicy(RestartPolicy restartPolicy) {
      return restartPolicy(Choice.of(restartPolicy));
    }
  }
}
