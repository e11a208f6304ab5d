package io.servicesemantics.object;

import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/** Which fields of an object one manager has set: an entry of {@code metadata.managedFields}. */
@ValueStyle
@Value.Immutable
public interface ManagedFieldsEntry extends WithManagedFieldsEntry, Serializable {

  /** {@return a builder with nothing set} */
  static Builder builder() {
    return new Builder();
  }

  /** {@return the name of the manager; empty when unsaid} */
  @Value.Default
  default String manager() {
    return "";
  }

  /** {@return how it set them: {@code Apply} or {@code Update}; empty when unsaid} */
  @Value.Default
  default String operation() {
    return "";
  }

  /** {@return the API group and version the fields are of; empty when unsaid} */
  @Value.Default
  default String apiVersion() {
    return "";
  }

  /** {@return when it last did so, if said} */
  Optional<Instant> time();

  /** {@return the format of the set of fields: {@code FieldsV1}; empty when unsaid} */
  @Value.Default
  default String fieldsType() {
    return "";
  }

  /** {@return the set of fields as JSON text; empty when unsaid} */
  @Value.Default
  default String fieldsV1() {
    return "";
  }

  /** {@return the subresource they were set through; empty when it is none} */
  @Value.Default
  default String subresource() {
    return "";
  }

  /** {@return a builder that starts from this value} */
  default Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link ManagedFieldsEntry}. */
  class Builder extends ImmutableManagedFieldsEntry.Builder {
    Builder() {}
  }
}
