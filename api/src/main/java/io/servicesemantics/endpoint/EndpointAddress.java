package io.servicesemantics.endpoint;

import io.servicesemantics.object.ObjectReference;
import io.servicesemantics.object.ValueStyle;
import java.io.Serializable;
import java.util.Optional;
import org.immutables.value.Value;

/** One address of an Endpoints object. */
@ValueStyle
@Value.Immutable
public interface EndpointAddress extends WithEndpointAddress, Serializable {

  /** {@return a builder with nothing set} */
  static Builder builder() {
    return new Builder();
  }

  /** {@return the address} */
  @Value.Default
  default String ip() {
    return "";
  }

  /** {@return the host name; empty when unsaid} */
  @Value.Default
  default String hostname() {
    return "";
  }

  /** {@return the node it is on, if said} */
  Optional<String> nodeName();

  /** {@return the object it stands for, if said} */
  Optional<ObjectReference> targetRef();

  /** {@return a builder that starts from this value} */
  default Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link EndpointAddress}. */
  class Builder extends ImmutableEndpointAddress.Builder {
    Builder() {}
  }
}
