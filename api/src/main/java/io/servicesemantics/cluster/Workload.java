package io.servicesemantics.cluster;

import io.servicesemantics.object.KubernetesObject;
import io.servicesemantics.object.ObjectMeta;
import io.servicesemantics.object.ValueStyle;
import java.io.Serializable;
import org.immutables.value.Value;

/**
 * An object that makes Pods: a Deployment, StatefulSet, DaemonSet, ReplicaSet,
 * ReplicationController, Job or CronJob.
 */
@ValueStyle
@Value.Immutable
public interface Workload extends WithWorkload, KubernetesObject, Serializable {

  /** {@return a builder with nothing set} */
  static Builder builder() {
    return new Builder();
  }

  @Override
  @Value.Default
  default ObjectMeta metadata() {
    return ObjectMeta.builder().build();
  }

  /** {@return which of them it is} */
  WorkloadKind workloadKind();

  /** {@return what it asks for} */
  @Value.Default
  default WorkloadSpec spec() {
    return WorkloadSpec.builder().build();
  }

  @Override
  default String apiVersion() {
    return workloadKind().apiVersion();
  }

  @Override
  default String kind() {
    return workloadKind().wireName();
  }

  /** {@return a builder that starts from this value} */
  default Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link Workload}. */
  class Builder extends ImmutableWorkload.Builder {
    Builder() {}
  }
}
