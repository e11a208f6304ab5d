package io.servicesemantics.cluster;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.object.Condition;
import io.servicesemantics.object.ValueStyle;
import java.io.Serializable;
import org.immutables.value.Value;

/** What is observed of a ServiceCIDR. */
@ValueStyle
@Value.Immutable
public interface ServiceCidrStatus extends WithServiceCidrStatus, Serializable {

  /** {@return a builder with nothing set} */
  static Builder builder() {
    return new Builder();
  }

  /** {@return the conditions observed} */
  ImmutableList<Condition> conditions();

  /** {@return a builder that starts from this value} */
  default Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link ServiceCidrStatus}. */
  class Builder extends ImmutableServiceCidrStatus.Builder {
    Builder() {}
  }
}
