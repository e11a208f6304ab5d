package io.servicesemantics.slicing;

import io.servicesemantics.net.Protocol;
import io.servicesemantics.object.Choice;
import io.servicesemantics.object.ValueStyle;
import io.servicesemantics.service.ServicePort;
import java.io.Serializable;
import java.util.OptionalInt;
import org.immutables.value.Value;

/** What one port of a Service leads to on one Pod. */
@ValueStyle
@Value.Immutable
public interface PortResolution extends WithPortResolution, Serializable {

  /** {@return a builder with nothing set} */
  static Builder builder() {
    return new Builder();
  }

  /** {@return the port of the Service} */
  ServicePort servicePort();

  /** {@return the port number on the Pod; empty when its name is not found there} */
  OptionalInt number();

  /** {@return how it was found, or why not} */
  SlicingReason reason();

  /** {@return the protocol of the port; TCP where the Service does not say} */
  default Choice<Protocol> protocol() {
    return servicePort().protocol().isSaid() ? servicePort().protocol() : Choice.of(Protocol.TCP);
  }

  /** {@return a builder that starts from this value} */
  default Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link PortResolution}. */
  class Builder extends ImmutablePortResolution.Builder {
    Builder() {}
  }
}
