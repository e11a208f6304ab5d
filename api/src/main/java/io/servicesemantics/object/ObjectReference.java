package io.servicesemantics.object;

import java.io.Serializable;
import org.immutables.value.Value;

/** A reference to another object, such as the Pod behind an endpoint. */
@ValueStyle
@Value.Immutable
public interface ObjectReference extends WithObjectReference, Serializable {

  /** {@return a builder with nothing set} */
  static Builder builder() {
    return new Builder();
  }

  /** {@return the kind; empty when unsaid} */
  @Value.Default
  default String kind() {
    return "";
  }

  /** {@return the namespace; empty when unsaid} */
  @Value.Default
  default String namespace() {
    return "";
  }

  /** {@return the name; empty when unsaid} */
  @Value.Default
  default String name() {
    return "";
  }

  /** {@return the uid; empty when unsaid} */
  @Value.Default
  default String uid() {
    return "";
  }

  /** {@return the API group and version; empty when unsaid} */
  @Value.Default
  default String apiVersion() {
    return "";
  }

  /** {@return the version of the object; empty when unsaid} */
  @Value.Default
  default String resourceVersion() {
    return "";
  }

  /** {@return the part of the object that is meant; empty when unsaid} */
  @Value.Default
  default String fieldPath() {
    return "";
  }

  /** {@return a builder that starts from this value} */
  default Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link ObjectReference}. */
  class Builder extends ImmutableObjectReference.Builder {
    Builder() {}
  }
}
