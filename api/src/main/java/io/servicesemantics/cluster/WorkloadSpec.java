package io.servicesemantics.cluster;

import io.servicesemantics.object.ValueStyle;
import java.io.Serializable;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * What a workload asks for, whatever its kind; what a kind does not have is unsaid.
 *
 * <p>A CronJob's is that of the Job it makes.
 */
@ValueStyle
@Value.Immutable
public interface WorkloadSpec extends WithWorkloadSpec, Serializable {

  /** {@return a builder with nothing set} */
  static Builder builder() {
    return new Builder();
  }

  /** {@return how many Pods there should be, if said} */
  OptionalInt replicas();

  /** {@return which Pods count as its own, if said} */
  Optional<LabelSelector> selector();

  /** {@return what its Pods look like} */
  @Value.Default
  default PodTemplate template() {
    return PodTemplate.builder().build();
  }

  /** {@return the Service that names a StatefulSet's Pods; may be empty} */
  @Value.Default
  default String serviceName() {
    return "";
  }

  /** {@return the number of a StatefulSet's first Pod: {@code spec.ordinals.start}} */
  @Value.Default
  default int startOrdinal() {
    return 0;
  }

  /** {@return how many Pods of a Job run at once, if said} */
  OptionalInt parallelism();

  /** {@return how many Pods of a Job must succeed, if said} */
  OptionalInt completions();

  /** {@return whether a Job's Pods are numbered: {@code completionMode: Indexed}} */
  @Value.Default
  default boolean indexed() {
    return false;
  }

  /** {@return whether a Job or CronJob is held back} */
  @Value.Default
  default boolean suspend() {
    return false;
  }

  /** {@return a builder that starts from this value} */
  default Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link WorkloadSpec}. */
  class Builder extends ImmutableWorkloadSpec.Builder {
    Builder() {}
  }
}
