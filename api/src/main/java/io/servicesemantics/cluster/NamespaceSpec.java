package io.servicesemantics.cluster;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.object.ValueStyle;
import java.io.Serializable;
import org.immutables.value.Value;

/** What a namespace asks for. */
@ValueStyle
@Value.Immutable
public interface NamespaceSpec extends WithNamespaceSpec, Serializable {

  /** {@return a builder with nothing set} */
  static Builder builder() {
    return new Builder();
  }

  /** {@return what must happen before it may go} */
  ImmutableList<String> finalizers();

  /** {@return a builder that starts from this value} */
  default Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link NamespaceSpec}. */
  class Builder extends ImmutableNamespaceSpec.Builder {
    Builder() {}
  }
}
