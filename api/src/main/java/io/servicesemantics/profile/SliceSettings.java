package io.servicesemantics.profile;

import static com.google.common.base.Preconditions.checkArgument;

import io.servicesemantics.object.ValueStyle;
import java.io.Serializable;
import org.immutables.value.Value;

/** How the endpoint controllers of a cluster are set up (routing 0.10). */
@ValueStyle
@Value.Immutable
public interface SliceSettings extends WithSliceSettings, Serializable {

  /** {@return a builder with nothing set} */
  static Builder builder() {
    return new Builder();
  }

  /** {@return how many endpoints a slice may hold, 1 to 1000} */
  @Value.Default
  default int maxEndpointsPerSlice() {
    return 100;
  }

  /** {@return how many addresses of a subset are mirrored, 1 to 1000} */
  @Value.Default
  default int maxMirroredEndpointsPerSubset() {
    return 1000;
  }

  /** Checks the ranges the controllers accept. */
  @Value.Check
  default void check() {
    checkArgument(
        maxEndpointsPerSlice() >= 1 && maxEndpointsPerSlice() <= 1000,
        "Endpoints per slice: \"%s\"; expected 1 to 1000",
        maxEndpointsPerSlice());
    checkArgument(
        maxMirroredEndpointsPerSubset() >= 1 && maxMirroredEndpointsPerSubset() <= 1000,
        "Mirrored endpoints per subset: \"%s\"; expected 1 to 1000",
        maxMirroredEndpointsPerSubset());
  }

  /** {@return a builder that starts from this value} */
  default Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link SliceSettings}. */
  class Builder extends ImmutableSliceSettings.Builder {
    Builder() {}
  }
}
