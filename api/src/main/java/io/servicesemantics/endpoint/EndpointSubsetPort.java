package io.servicesemantics.endpoint;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.servicesemantics.net.Protocol;
import io.servicesemantics.object.Choice;
import io.servicesemantics.object.ValueStyle;
import java.io.Serializable;
import java.util.Optional;
import org.immutables.value.Value;

/** One port of a subset of an Endpoints object. */
@ValueStyle
@Value.Immutable
public interface EndpointSubsetPort extends WithEndpointSubsetPort, Serializable {

  /** {@return a builder with nothing set} */
  static Builder builder() {
    return new Builder();
  }

  /** {@return the name of the Service port it belongs to; may be empty} */
  @Value.Default
  default String name() {
    return "";
  }

  /** {@return the port number} */
  @Value.Default
  default int port() {
    return 0;
  }

  /** {@return the protocol} */
  @Value.Default
  default Choice<Protocol> protocol() {
    return Choice.unsaid();
  }

  /** {@return the application's protocol, if said} */
  Optional<String> appProtocol();

  /**
   * Returns this value with the field set to one of its names.
   *
   * @param protocol the name
   * @return a new value
   */
  default EndpointSubsetPort withProtocol(Protocol protocol) {
    return withProtocol(Choice.of(protocol));
  }

  /** {@return a builder that starts from this value} */
  default Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link EndpointSubsetPort}. */
  class Builder extends ImmutableEndpointSubsetPort.Builder {
    Builder() {}

    /**
     * Sets the field to one of its names.
     *
     * @param protocol the name
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder protocol(Protocol protocol) {
      return protocol(Choice.of(protocol));
    }
  }
}
