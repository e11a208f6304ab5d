package io.servicesemantics.cluster;

import io.servicesemantics.object.KubernetesObject;
import io.servicesemantics.object.ObjectMeta;
import io.servicesemantics.object.ValueStyle;
import java.io.Serializable;
import org.immutables.value.Value;

/** A namespace. */
@ValueStyle
@Value.Immutable
public interface Namespace extends WithNamespace, KubernetesObject, Serializable {

  /** {@return a builder with nothing set} */
  static Builder builder() {
    return new Builder();
  }

  /**
   * Returns a namespace with nothing but a name.
   *
   * @param name the name
   * @return the namespace
   */
  static Namespace of(String name) {
    return builder().metadata(ObjectMeta.of(name)).build();
  }

  @Override
  @Value.Default
  default ObjectMeta metadata() {
    return ObjectMeta.builder().build();
  }

  /** {@return what it asks for} */
  @Value.Default
  default NamespaceSpec spec() {
    return NamespaceSpec.builder().build();
  }

  /** {@return what is observed of it} */
  @Value.Default
  default NamespaceStatus status() {
    return NamespaceStatus.builder().build();
  }

  @Override
  default String apiVersion() {
    return "v1";
  }

  @Override
  default String kind() {
    return "Namespace";
  }

  /** {@return a builder that starts from this value} */
  default Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link Namespace}. */
  class Builder extends ImmutableNamespace.Builder {
    Builder() {}
  }
}
