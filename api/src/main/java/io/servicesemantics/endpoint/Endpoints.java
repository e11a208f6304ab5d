package io.servicesemantics.endpoint;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.object.KubernetesObject;
import io.servicesemantics.object.ObjectMeta;
import io.servicesemantics.object.ValueStyle;
import java.io.Serializable;
import org.immutables.value.Value;

/**
 * The endpoints behind a Service in the older form, one object for all of them.
 *
 * <p>kube-proxy does not read it; it is mirrored into slices (routing 1.9).
 */
@ValueStyle
@Value.Immutable
public interface Endpoints extends WithEndpoints, KubernetesObject, Serializable {

  /** {@return a builder with nothing set} */
  static Builder builder() {
    return new Builder();
  }

  @Override
  @Value.Default
  default ObjectMeta metadata() {
    return ObjectMeta.builder().build();
  }

  /** {@return the addresses, grouped by ports} */
  ImmutableList<EndpointSubset> subsets();

  @Override
  default String apiVersion() {
    return "v1";
  }

  @Override
  default String kind() {
    return "Endpoints";
  }

  /** {@return a builder that starts from this value} */
  default Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link Endpoints}. */
  class Builder extends ImmutableEndpoints.Builder {
    Builder() {}
  }
}
