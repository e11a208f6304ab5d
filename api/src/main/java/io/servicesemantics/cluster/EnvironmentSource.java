package io.servicesemantics.cluster;

import io.servicesemantics.object.ValueStyle;
import java.io.Serializable;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Where a container takes the value of a variable from: {@code valueFrom}.
 *
 * <p>Of the sources only fields of the Pod are held; a ConfigMap, a Secret, a resource or a file
 * leaves this empty.
 */
@ValueStyle
@Value.Immutable
public interface EnvironmentSource extends WithEnvironmentSource, Serializable {

  /** {@return a builder with nothing set} */
  static Builder builder() {
    return new Builder();
  }

  /** {@return the field of the Pod it is taken from, such as {@code status.podIP}} */
  Optional<String> fieldRef();

  /** {@return a builder that starts from this value} */
  default Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds an {@link EnvironmentSource}. */
  class Builder extends ImmutableEnvironmentSource.Builder {
    Builder() {}
  }
}
