package io.servicesemantics.cluster;

import io.servicesemantics.object.Condition;
import io.servicesemantics.object.ConditionStatus;
import io.servicesemantics.object.KubernetesObject;
import io.servicesemantics.object.ObjectMeta;
import io.servicesemantics.object.ValueStyle;
import java.io.Serializable;
import org.immutables.value.Value;

/** A Pod, as far as Services are concerned. */
@ValueStyle
@Value.Immutable
public interface Pod extends WithPod, KubernetesObject, Serializable {

  /** {@return a builder with nothing set} */
  static Builder builder() {
    return new Builder();
  }

  @Override
  @Value.Default
  default ObjectMeta metadata() {
    return ObjectMeta.builder().build();
  }

  /** {@return what it asks for} */
  @Value.Default
  default PodSpec spec() {
    return PodSpec.builder().build();
  }

  /** {@return what is observed of it} */
  @Value.Default
  default PodStatus status() {
    return PodStatus.builder().build();
  }

  @Override
  default String apiVersion() {
    return "v1";
  }

  @Override
  default String kind() {
    return "Pod";
  }

  /**
   * Returns whether the Pod is ready: its first condition of type Ready is True.
   *
   * <p>Source: {@code endpointslice/util/controller_utils.go}, IsPodReady (routing 0.13).
   *
   * @return whether it is
   */
  default boolean isReady() {
    for (Condition condition : status().conditions()) {
      if (condition.type().equals("Ready")) {
        return condition.status().is(ConditionStatus.TRUE);
      }
    }
    return false;
  }

  /** {@return a builder that starts from this value} */
  default Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link Pod}. */
  class Builder extends ImmutablePod.Builder {
    Builder() {}
  }
}
