package io.servicesemantics.cluster;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.servicesemantics.net.Protocol;
import io.servicesemantics.object.Choice;
import io.servicesemantics.object.ValueStyle;
import java.io.Serializable;
import org.immutables.value.Value;

/** One port a container declares. */
@ValueStyle
@Value.Immutable
public interface ContainerPort extends WithContainerPort, Serializable {

  /** {@return a builder with nothing set} */
  static Builder builder() {
    return new Builder();
  }

  /**
   * Returns a named TCP port.
   *
   * @param name the name; may be empty
   * @param containerPort the port number
   * @return the port
   */
  static ContainerPort of(String name, int containerPort) {
    return builder().name(name).containerPort(containerPort).protocol(Protocol.TCP).build();
  }

  /** {@return the name a Service can refer to; may be empty} */
  @Value.Default
  default String name() {
    return "";
  }

  /** {@return the port number} */
  @Value.Default
  default int containerPort() {
    return 0;
  }

  /** {@return the protocol} */
  @Value.Default
  default Choice<Protocol> protocol() {
    return Choice.unsaid();
  }

  /** {@return the port on the node; 0 when there is none} */
  @Value.Default
  default int hostPort() {
    return 0;
  }

  /** {@return the address on the node; may be empty} */
  @Value.Default
  default String hostIP() {
    return "";
  }

  /**
   * Returns this value with the field set to one of its names.
   *
   * @param protocol the name
   * @return a new value
   */
  default ContainerPort withProtocol(Protocol protocol) {
    return withProtocol(Choice.of(protocol));
  }

  /** {@return a builder that starts from this value} */
  default Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link ContainerPort}. */
  class Builder extends ImmutableContainerPort.Builder {
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
