package io.servicesemantics.cluster;

import static com.google.common.base.Strings.nullToEmpty;

import io.servicesemantics.object.Condition;
import io.servicesemantics.object.ConditionStatus;
import io.servicesemantics.object.KnownLabels;
import io.servicesemantics.object.KubernetesObject;
import io.servicesemantics.object.ObjectMeta;
import io.servicesemantics.object.ValueStyle;
import java.io.Serializable;
import org.immutables.value.Value;

/** A node, as far as Services are concerned. */
@ValueStyle
@Value.Immutable
public interface Node extends WithNode, KubernetesObject, Serializable {

  /** {@return a builder with nothing set} */
  static Builder builder() {
    return new Builder();
  }

  @Override
  @Value.Default
  default ObjectMeta metadata() {
    return ObjectMeta.builder().build();
  }

  /** {@return what is configured for it} */
  @Value.Default
  default NodeSpec spec() {
    return NodeSpec.builder().build();
  }

  /** {@return what is observed of it} */
  @Value.Default
  default NodeStatus status() {
    return NodeStatus.builder().build();
  }

  @Override
  default String apiVersion() {
    return "v1";
  }

  @Override
  default String kind() {
    return "Node";
  }

  /** {@return the zone it stands in; empty when no label says it} */
  default String zone() {
    return nullToEmpty(metadata().labels().get(KnownLabels.ZONE));
  }

  /** {@return whether some condition of type Ready is True} */
  default boolean isReady() {
    for (Condition condition : status().conditions()) {
      if (condition.type().equals("Ready") && condition.status().is(ConditionStatus.TRUE)) {
        return true;
      }
    }
    return false;
  }

  /** {@return a builder that starts from this value} */
  default Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link Node}. */
  class Builder extends ImmutableNode.Builder {
    Builder() {}
  }
}
