package io.servicesemantics.object;

import java.io.Serializable;
import java.util.Optional;
import org.immutables.value.Value;

/** A reference to the object that this one belongs to. */
@ValueStyle
@Value.Immutable
public interface OwnerReference extends WithOwnerReference, Serializable {

  /** {@return a builder with nothing set} */
  static Builder builder() {
    return new Builder();
  }

  /** {@return the API group and version} */
  @Value.Default
  default String apiVersion() {
    return "";
  }

  /** {@return the kind} */
  @Value.Default
  default String kind() {
    return "";
  }

  /** {@return the name} */
  @Value.Default
  default String name() {
    return "";
  }

  /** {@return the uid} */
  @Value.Default
  default String uid() {
    return "";
  }

  /** {@return whether the owner manages this object, if said} */
  Optional<Boolean> controller();

  /** {@return whether the owner waits for this object when it is deleted, if said} */
  Optional<Boolean> blockOwnerDeletion();

  /** {@return a builder that starts from this value} */
  default Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link OwnerReference}. */
  class Builder extends ImmutableOwnerReference.Builder {
    Builder() {}
  }
}
