package io.servicesemantics.cluster;

import io.servicesemantics.object.KubernetesObject;
import io.servicesemantics.object.ObjectMeta;
import io.servicesemantics.object.ValueStyle;
import java.io.Serializable;
import org.immutables.value.Value;

/** An IPAddress: the record that one cluster address is taken. Its name is the address. */
@ValueStyle
@Value.Immutable
public interface IpAddressObject extends WithIpAddressObject, KubernetesObject, Serializable {

  /** {@return a builder with nothing set} */
  static Builder builder() {
    return new Builder();
  }

  @Override
  @Value.Default
  default ObjectMeta metadata() {
    return ObjectMeta.builder().build();
  }

  /** {@return what it says} */
  @Value.Default
  default IpAddressSpec spec() {
    return IpAddressSpec.builder().build();
  }

  @Override
  default String apiVersion() {
    return "networking.k8s.io/v1";
  }

  @Override
  default String kind() {
    return "IPAddress";
  }

  /** {@return a builder that starts from this value} */
  default Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link IpAddressObject}. */
  class Builder extends ImmutableIpAddressObject.Builder {
    Builder() {}
  }
}
