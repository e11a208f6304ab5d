package io.servicesemantics.cluster;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.object.ValueStyle;
import java.io.Serializable;
import org.immutables.value.Value;

/** What is configured for a node, as far as Services are concerned. */
@ValueStyle
@Value.Immutable
public interface NodeSpec extends WithNodeSpec, Serializable {

  /** {@return a builder with nothing set} */
  static Builder builder() {
    return new Builder();
  }

  /** {@return the first network of its Pods; may be empty} */
  @Value.Default
  default String podCIDR() {
    return "";
  }

  /** {@return the networks of its Pods} */
  ImmutableList<String> podCIDRs();

  /** {@return its name at the cloud provider; may be empty} */
  @Value.Default
  default String providerID() {
    return "";
  }

  /** {@return whether new Pods stay away} */
  @Value.Default
  default boolean unschedulable() {
    return false;
  }

  /** {@return its marks} */
  ImmutableList<Taint> taints();

  /** {@return a builder that starts from this value} */
  default Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link NodeSpec}. */
  class Builder extends ImmutableNodeSpec.Builder {
    Builder() {}
  }
}
