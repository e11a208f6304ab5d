package io.servicesemantics.cluster;

import io.servicesemantics.object.ValueStyle;
import java.io.Serializable;
import org.immutables.value.Value;

/** The object an IPAddress belongs to. */
@ValueStyle
@Value.Immutable
public interface ParentReference extends WithParentReference, Serializable {

  /** {@return a builder with nothing set} */
  static Builder builder() {
    return new Builder();
  }

  /** {@return the API group; empty for the core group} */
  @Value.Default
  default String group() {
    return "";
  }

  /** {@return the resource, such as {@code services}} */
  @Value.Default
  default String resource() {
    return "";
  }

  /** {@return the namespace} */
  @Value.Default
  default String namespace() {
    return "";
  }

  /** {@return the name} */
  @Value.Default
  default String name() {
    return "";
  }

  /** {@return a builder that starts from this value} */
  default Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link ParentReference}. */
  class Builder extends ImmutableParentReference.Builder {
    Builder() {}
  }
}
