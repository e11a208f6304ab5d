package io.servicesemantics.cluster;

import io.servicesemantics.object.ObjectMeta;
import io.servicesemantics.object.ValueStyle;
import java.io.Serializable;
import org.immutables.value.Value;

/** What the Pods of a workload look like. */
@ValueStyle
@Value.Immutable
public interface PodTemplate extends WithPodTemplate, Serializable {

  /** {@return a builder with nothing set} */
  static Builder builder() {
    return new Builder();
  }

  /** {@return the metadata they get} */
  @Value.Default
  default ObjectMeta metadata() {
    return ObjectMeta.builder().build();
  }

  /** {@return what they ask for} */
  @Value.Default
  default PodSpec spec() {
    return PodSpec.builder().build();
  }

  /** {@return a builder that starts from this value} */
  default Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link PodTemplate}. */
  class Builder extends ImmutablePodTemplate.Builder {
    Builder() {}
  }
}
