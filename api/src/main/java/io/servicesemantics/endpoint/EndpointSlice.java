package io.servicesemantics.endpoint;

import static com.google.common.base.Strings.nullToEmpty;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.servicesemantics.object.Choice;
import io.servicesemantics.object.KnownLabels;
import io.servicesemantics.object.KubernetesObject;
import io.servicesemantics.object.ObjectMeta;
import io.servicesemantics.object.ValueStyle;
import java.io.Serializable;
import org.immutables.value.Value;

/**
 * A part of the endpoints behind a Service.
 *
 * <p>It belongs to the Service that its label {@code kubernetes.io/service-name} names (routing
 * 0.1).
 */
@ValueStyle
@Value.Immutable
public interface EndpointSlice extends WithEndpointSlice, KubernetesObject, Serializable {

  /** {@return a builder with nothing set} */
  static Builder builder() {
    return new Builder();
  }

  @Override
  @Value.Default
  default ObjectMeta metadata() {
    return ObjectMeta.builder().build();
  }

  /** {@return what its addresses are} */
  @Value.Default
  default Choice<AddressType> addressType() {
    return Choice.unsaid();
  }

  /** {@return the endpoints} */
  ImmutableList<Endpoint> endpoints();

  /** {@return the ports that each of the endpoints has} */
  ImmutableList<EndpointPort> ports();

  @Override
  default String apiVersion() {
    return "discovery.k8s.io/v1";
  }

  @Override
  default String kind() {
    return "EndpointSlice";
  }

  /** {@return the name of the Service it belongs to; empty when no label says it} */
  default String serviceName() {
    return nullToEmpty(metadata().labels().get(KnownLabels.SERVICE_NAME));
  }

  /**
   * Returns this value with the field set to one of its names.
   *
   * @param addressType the name
   * @return a new value
   */
  default EndpointSlice withAddressType(AddressType addressType) {
    return withAddressType(Choice.of(addressType));
  }

  /** {@return a builder that starts from this value} */
  default Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link EndpointSlice}. */
  class Builder extends ImmutableEndpointSlice.Builder {
    Builder() {}

    /**
     * Sets the field to one of its names.
     *
     * @param addressType the name
     * @return this builder
     */
    @CanIgnoreReturnValue
    public Builder addressType(AddressType addressType) {
      return addressType(Choice.of(addressType));
    }
  }
}
