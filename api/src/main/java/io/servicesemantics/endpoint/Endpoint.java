package io.servicesemantics.endpoint;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.servicesemantics.object.ObjectReference;
import io.servicesemantics.object.ValueStyle;
import java.io.Serializable;
import java.util.Optional;
import org.immutables.value.Value;

/** One backend of a Service: an entry of a slice's {@code endpoints}. */
@ValueStyle
@Value.Immutable
public interface Endpoint extends WithEndpoint, Serializable {

  /** {@return a builder with nothing set} */
  static Builder builder() {
    return new Builder();
  }

  /**
   * Returns an endpoint at one address about which nothing else is said.
   *
   * @param address the address
   * @return the endpoint
   */
  static Endpoint of(String address) {
    return builder().addAddresses(address).build();
  }

  /** {@return its addresses; kube-proxy uses the first alone} */
  ImmutableList<String> addresses();

  /** {@return its state} */
  @Value.Default
  default EndpointConditions conditions() {
    return EndpointConditions.builder().build();
  }

  /** {@return its host name, if it has a DNS name of its own} */
  Optional<String> hostname();

  /** {@return the object it stands for, if said} */
  Optional<ObjectReference> targetRef();

  /** {@return topology as older objects say it; nobody reads it} */
  ImmutableMap<String, String> deprecatedTopology();

  /** {@return the node it is on, if said} */
  Optional<String> nodeName();

  /** {@return the zone it is in, if said} */
  Optional<String> zone();

  /** {@return which consumers should use it, if said} */
  Optional<EndpointHints> hints();

  /** {@return a builder that starts from this value} */
  default Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link Endpoint}. */
  class Builder extends ImmutableEndpoint.Builder {
    Builder() {}
  }
}
