package io.servicesemantics.cluster;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.servicesemantics.object.Condition;
import io.servicesemantics.object.ValueStyle;
import java.io.Serializable;
import org.immutables.value.Value;

/** What is observed of a node, as far as Services are concerned. */
@ValueStyle
@Value.Immutable
public interface NodeStatus extends WithNodeStatus, Serializable {

  /** {@return a builder with nothing set} */
  static Builder builder() {
    return new Builder();
  }

  /** {@return its addresses, in order} */
  ImmutableList<NodeAddress> addresses();

  /** {@return what Pods may use of it, as quantities such as {@code 3920m}, by resource} */
  ImmutableMap<String, String> allocatable();

  /** {@return the conditions observed} */
  ImmutableList<Condition> conditions();

  /** {@return a builder that starts from this value} */
  default Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link NodeStatus}. */
  class Builder extends ImmutableNodeStatus.Builder {
    Builder() {}
  }
}
