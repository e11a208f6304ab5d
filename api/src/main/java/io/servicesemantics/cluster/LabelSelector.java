package io.servicesemantics.cluster;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.servicesemantics.object.ValueStyle;
import java.io.Serializable;
import org.immutables.value.Value;

/** Conditions on labels that must all hold. */
@ValueStyle
@Value.Immutable
public interface LabelSelector extends WithLabelSelector, Serializable {

  /** {@return a builder with nothing set} */
  static Builder builder() {
    return new Builder();
  }

  /** {@return labels that must be present with these values} */
  ImmutableMap<String, String> matchLabels();

  /** {@return further conditions} */
  ImmutableList<LabelSelectorRequirement> matchExpressions();

  /** {@return a builder that starts from this value} */
  default Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link LabelSelector}. */
  class Builder extends ImmutableLabelSelector.Builder {
    Builder() {}
  }
}
