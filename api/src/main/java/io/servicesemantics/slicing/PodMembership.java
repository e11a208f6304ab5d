package io.servicesemantics.slicing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.servicesemantics.endpoint.AddressType;
import io.servicesemantics.endpoint.Endpoint;
import io.servicesemantics.endpoint.EndpointPort;
import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.object.ValueStyle;
import java.io.Serializable;
import org.immutables.value.Value;

/** What one Pod is to one Service: an endpoint in some address types, or none. */
@ValueStyle
@Value.Immutable
public interface PodMembership extends WithPodMembership, Serializable {

  /** {@return a builder with nothing set} */
  static Builder builder() {
    return new Builder();
  }

  /** {@return the Pod} */
  NamespacedName pod();

  /** {@return whether its labels are those the Service selects, whatever else keeps it out} */
  @Value.Default
  default boolean isSelected() {
    return false;
  }

  /**
   * {@return what each port of the Service leads to on this Pod, in the Service's order; empty
   * unless the Pod is selected}
   */
  ImmutableList<PortResolution> ports();

  /** {@return the endpoint it is, by address type, without hints} */
  ImmutableMap<AddressType, Endpoint> endpoints();

  /** {@return whether it is an endpoint in some address type} */
  default boolean isEndpoint() {
    return !endpoints().isEmpty();
  }

  /** {@return the ports its slices have: those that lead somewhere} */
  default ImmutableList<EndpointPort> endpointPorts() {
    ImmutableList.Builder<EndpointPort> found = ImmutableList.builder();
    for (PortResolution port : ports()) {
      if (port.number().isPresent()) {
        found.add(
            EndpointPort.builder()
                .name(port.servicePort().name())
                .protocol(port.protocol())
                .port(port.number())
                .appProtocol(port.servicePort().appProtocol())
                .build());
      }
    }
    return found.build();
  }

  /** {@return a builder that starts from this value} */
  default Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link PodMembership}. */
  class Builder extends ImmutablePodMembership.Builder {
    Builder() {}
  }
}
