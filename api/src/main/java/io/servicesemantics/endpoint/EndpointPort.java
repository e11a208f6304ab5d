package io.servicesemantics.endpoint;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.servicesemantics.net.Protocol;
import io.servicesemantics.object.Choice;
import io.servicesemantics.object.ValueStyle;
import java.io.Serializable;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/** One port of a slice: an entry of its {@code ports}. */
@ValueStyle
@Value.Immutable
public interface EndpointPort extends WithEndpointPort, Serializable {

  /** {@return a builder with nothing set} */
  static Builder builder() {
    return new Builder();
  }

  /**
   * Returns a named TCP port.
   *
   * @param name the name of the Service port; may be empty
   * @param port the port number of the endpoints
   * @return the port
   */
  static EndpointPort of(String name, int port) {
    return builder().name(name).protocol(Protocol.TCP).port(port).build();
  }

  /** {@return the name of the Service port it belongs to, if said} */
  Optional<String> name();

  /** {@return the protocol} */
  @Value.Default
  default Choice<Protocol> protocol() {
    return Choice.unsaid();
  }

  /** {@return the port number of the endpoints, if said} */
  OptionalInt port();

  /** {@return the application's protocol, if said} */
  Optional<String> appProtocol();

  /**
   * Returns this value with the field set to one of its names.
   *
   * @param protocol the name
   * @return a new value
   */
  default EndpointPort withProtocol(Protocol protocol) {
    return withProtocol(Choice.of(protocol));
  }

  /** {@return a builder that starts from this value} */
  default Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link EndpointPort}. */
  class Builder extends ImmutableEndpointPort.Builder {
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
