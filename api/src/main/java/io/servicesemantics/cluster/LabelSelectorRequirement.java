package io.servicesemantics.cluster;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.object.ValueStyle;
import java.io.Serializable;
import org.immutables.value.Value;

/** One condition on a label. */
@ValueStyle
@Value.Immutable
public interface LabelSelectorRequirement extends WithLabelSelectorRequirement, Serializable {

  /** {@return a builder with nothing set} */
  static Builder builder() {
    return new Builder();
  }

  /** {@return the label's key} */
  @Value.Default
  default String key() {
    return "";
  }

  /** {@return {@code In}, {@code NotIn}, {@code Exists} or {@code DoesNotExist}} */
  @Value.Default
  default String operator() {
    return "";
  }

  /** {@return the values it speaks of} */
  ImmutableList<String> values();

  /** {@return a builder that starts from this value} */
  default Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link LabelSelectorRequirement}. */
  class Builder extends ImmutableLabelSelectorRequirement.Builder {
    Builder() {}
  }
}
