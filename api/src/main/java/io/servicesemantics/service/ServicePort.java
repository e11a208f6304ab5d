package io.servicesemantics.service;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.servicesemantics.net.Protocol;
import io.servicesemantics.object.Choice;
import io.servicesemantics.object.ValueStyle;
import java.io.Serializable;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * One port a Service offers: an entry of {@code spec.ports}.
 *
 * <p>It holds what an object says, right or wrong: {@code port(70000)} builds, and validation is
 * what rejects it.
 *
 * <pre>{@code
 * ServicePort web = ServicePort.builder().name("web").port(80).protocol(TCP).build();
 * ServicePort open = web.withNodePort(30080);
 * }</pre>
 */
@ValueStyle
@Value.Immutable
public interface ServicePort extends WithServicePort, Serializable {

  /** {@return a builder with nothing set} */
  static Builder builder() {
    return new Builder();
  }

  /**
   * Returns an unnamed TCP port, the shortest one that works.
   *
   * @param port the port number
   * @return the port
   */
  static ServicePort of(int port) {
    return builder().port(port).protocol(Protocol.TCP).build();
  }

  /** {@return the name; empty when the object gives none} */
  @Value.Default
  default String name() {
    return "";
  }

  /** {@return the protocol; unsaid means TCP to the server} */
  @Value.Default
  default Choice<Protocol> protocol() {
    return Choice.unsaid();
  }

  /** {@return the application's protocol; empty text is not the same as none} */
  Optional<String> appProtocol();

  /** {@return the port number} */
  @Value.Default
  default int port() {
    return 0;
  }

  /** {@return where it leads; empty means the same number} */
  Optional<TargetPort> targetPort();

  /** {@return the port opened on every node; 0 until one is asked for or allocated} */
  @Value.Default
  default int nodePort() {
    return 0;
  }

  /**
   * Returns this value with the field set to one of its names.
   *
   * @param protocol the name
   * @return a new value
   */
  default ServicePort withProtocol(Protocol protocol) {
    return withProtocol(Choice.of(protocol));
  }

  /** {@return a builder that starts from this value} */
  default Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link ServicePort}. */
  class Builder extends ImmutableServicePort.Builder {
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

    /**
     * Leads the port to a number.
     *
     * @param number the port number of the Pods
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder targetPort(int number) {
      return targetPort(TargetPort.of(number));
    }

    /**
     * Leads the port to a name.
     *
     * @param name the name of a container port of the Pods
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder targetPort(String name) {
      return targetPort(TargetPort.of(name));
    }
  }
}
