package io.servicesemantics.endpoint;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.object.ValueStyle;
import java.io.Serializable;
import org.immutables.value.Value;

/**
 * Which consumers should use an endpoint.
 *
 * <p>The objects of the wire, {@code {name: …}}, are held as their names.
 */
@ValueStyle
@Value.Immutable
public interface EndpointHints extends WithEndpointHints, Serializable {

  /** {@return a builder with nothing set} */
  static Builder builder() {
    return new Builder();
  }

  /** {@return the zones it is meant for} */
  ImmutableList<String> forZones();

  /** {@return the nodes it is meant for} */
  ImmutableList<String> forNodes();

  /** {@return a builder that starts from this value} */
  default Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link EndpointHints}. */
  class Builder extends ImmutableEndpointHints.Builder {
    Builder() {}
  }
}
