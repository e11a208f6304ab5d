package io.servicesemantics.slicing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.servicesemantics.endpoint.AddressType;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.object.ValueStyle;
import java.io.Serializable;
import org.immutables.value.Value;

/**
 * What a controller does to the slices of one Service.
 *
 * <p>Which endpoint lands in which of several slices of the same ports is chance in a real cluster;
 * how many slices there are and how full they are is not (routing 1.7.8).
 */
@ValueStyle
@Value.Immutable
public interface SlicePlan extends WithSlicePlan, Serializable {

  /** {@return a builder with nothing set} */
  static Builder builder() {
    return new Builder();
  }

  /** {@return whether the controller looks after this object at all} */
  @Value.Default
  default boolean isManaged() {
    return true;
  }

  /** {@return the slices to make} */
  ImmutableList<EndpointSlice> create();

  /** {@return the slices to write again, as they will be} */
  ImmutableList<EndpointSlice> update();

  /** {@return the slices to delete, as they are} */
  ImmutableList<EndpointSlice> delete();

  /** {@return the slices that stay as they are} */
  ImmutableList<EndpointSlice> keep();

  /** {@return the slices of the same Service that somebody else looks after, never touched} */
  ImmutableList<EndpointSlice> others();

  /** {@return the events sent, in order} */
  ImmutableList<SliceEvent> events();

  /** {@return what went wrong on the way, each once, sorted; the rest is done all the same} */
  ImmutableList<String> errors();

  /** {@return how many endpoints are hinted for each zone, where topology mode Auto set hints} */
  ImmutableMap<AddressType, ZoneHints> zoneHints();

  /** {@return every slice of the Service once the plan is carried out, those of others last} */
  @Value.Lazy
  default ImmutableList<EndpointSlice> slices() {
    return ImmutableList.<EndpointSlice>builder()
        .addAll(keep())
        .addAll(update())
        .addAll(create())
        .addAll(others())
        .build();
  }

  /** {@return whether nothing is to be written} */
  default boolean isNoChange() {
    return create().isEmpty() && update().isEmpty() && delete().isEmpty();
  }

  /** {@return a builder that starts from this value} */
  default Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link SlicePlan}. */
  class Builder extends ImmutableSlicePlan.Builder {
    Builder() {}
  }
}
