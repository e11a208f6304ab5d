package io.servicesemantics.cluster;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.object.ValueStyle;
import java.io.Serializable;
import org.immutables.value.Value;

/** What a ServiceCIDR offers. */
@ValueStyle
@Value.Immutable
public interface ServiceCidrSpec extends WithServiceCidrSpec, Serializable {

  /** {@return a builder with nothing set} */
  static Builder builder() {
    return new Builder();
  }

  /** {@return one network, or one of each family} */
  ImmutableList<String> cidrs();

  /** {@return a builder that starts from this value} */
  default Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link ServiceCidrSpec}. */
  class Builder extends ImmutableServiceCidrSpec.Builder {
    Builder() {}
  }
}
