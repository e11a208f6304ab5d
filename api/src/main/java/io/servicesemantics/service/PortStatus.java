package io.servicesemantics.service;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.servicesemantics.net.Protocol;
import io.servicesemantics.object.Choice;
import io.servicesemantics.object.ValueStyle;
import java.io.Serializable;
import java.util.Optional;
import org.immutables.value.Value;

/** What became of one port of a load balancer. */
@ValueStyle
@Value.Immutable
public interface PortStatus extends WithPortStatus, Serializable {

  /** {@return a builder with nothing set} */
  static Builder builder() {
    return new Builder();
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

  /** {@return why the port has no service, if said} */
  Optional<String> error();

  /**
   * Returns this value with the field set to one of its names.
   *
   * @param protocol the name
   * @return a new value
   */
  default PortStatus withProtocol(Protocol protocol) {
    return withProtocol(Choice.of(protocol));
  }

  /** {@return a builder that starts from this value} */
  default Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link PortStatus}. */
  class Builder extends ImmutablePortStatus.Builder {
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
