package io.servicesemantics.cluster;

import io.servicesemantics.object.KubernetesObject;
import io.servicesemantics.object.ObjectMeta;
import io.servicesemantics.object.ValueStyle;
import java.io.Serializable;
import org.immutables.value.Value;

/** A ServiceCIDR: networks from which Services get their cluster addresses. */
@ValueStyle
@Value.Immutable
public interface ServiceCidr extends WithServiceCidr, KubernetesObject, Serializable {

  /** {@return a builder with nothing set} */
  static Builder builder() {
    return new Builder();
  }

  @Override
  @Value.Default
  default ObjectMeta metadata() {
    return ObjectMeta.builder().build();
  }

  /** {@return what it offers} */
  @Value.Default
  default ServiceCidrSpec spec() {
    return ServiceCidrSpec.builder().build();
  }

  /** {@return what is observed of it} */
  @Value.Default
  default ServiceCidrStatus status() {
    return ServiceCidrStatus.builder().build();
  }

  @Override
  default String apiVersion() {
    return "networking.k8s.io/v1";
  }

  @Override
  default String kind() {
    return "ServiceCIDR";
  }

  /** {@return a builder that starts from this value} */
  default Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link ServiceCidr}. */
  class Builder extends ImmutableServiceCidr.Builder {
    Builder() {}
  }
}
