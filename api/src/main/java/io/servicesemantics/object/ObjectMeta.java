package io.servicesemantics.object;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/**
 * The metadata of an object.
 *
 * <p>{@code selfLink} is checked when read but not held: the API server does not read it either.
 */
@ValueStyle
@Value.Immutable
public interface ObjectMeta extends WithObjectMeta, Serializable {

  /** {@return a builder with nothing set} */
  static Builder builder() {
    return new Builder();
  }

  /**
   * Returns the metadata of an object in a namespace.
   *
   * @param namespace the namespace
   * @param name the name
   * @return the metadata
   */
  static ObjectMeta of(String namespace, String name) {
    return builder().namespace(namespace).name(name).build();
  }

  /**
   * Returns the metadata of an object without a namespace, such as a Node.
   *
   * @param name the name
   * @return the metadata
   */
  static ObjectMeta of(String name) {
    return builder().name(name).build();
  }

  /** {@return the name; empty when unsaid} */
  @Value.Default
  default String name() {
    return "";
  }

  /** {@return the prefix of a name the server is to make; empty when unsaid} */
  @Value.Default
  default String generateName() {
    return "";
  }

  /** {@return the namespace; empty when unsaid} */
  @Value.Default
  default String namespace() {
    return "";
  }

  /** {@return the uid; empty when unsaid} */
  @Value.Default
  default String uid() {
    return "";
  }

  /** {@return the version of the object; empty when unsaid} */
  @Value.Default
  default String resourceVersion() {
    return "";
  }

  /** {@return the generation of the specification; 0 when unsaid} */
  @Value.Default
  default long generation() {
    return 0;
  }

  /** {@return when it was created, if said} */
  Optional<Instant> creationTimestamp();

  /** {@return when it is to be gone; present while the object is being deleted} */
  Optional<Instant> deletionTimestamp();

  /** {@return how long its deletion may take, in seconds, if said} */
  OptionalLong deletionGracePeriodSeconds();

  /** {@return the labels, in the order given} */
  ImmutableMap<String, String> labels();

  /** {@return the annotations, in the order given} */
  ImmutableMap<String, String> annotations();

  /** {@return the objects this one belongs to} */
  ImmutableList<OwnerReference> ownerReferences();

  /** {@return what must happen before the object may go} */
  ImmutableList<String> finalizers();

  /** {@return which fields each manager has set} */
  ImmutableList<ManagedFieldsEntry> managedFields();

  /** {@return whether the object is being deleted} */
  default boolean isBeingDeleted() {
    return deletionTimestamp().isPresent();
  }

  /** {@return a builder that starts from this value} */
  default Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link ObjectMeta}. */
  class Builder extends ImmutableObjectMeta.Builder {
    Builder() {}
  }
}
