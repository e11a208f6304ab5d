package io.servicesemantics.service;

import io.servicesemantics.object.KubernetesObject;
import io.servicesemantics.object.ObjectMeta;
import io.servicesemantics.object.ValueStyle;
import java.io.Serializable;
import org.immutables.value.Value;

/**
 * A Service: one name and address for a changing set of Pods.
 *
 * <p>It holds what an object says, right or wrong; the functions of the library judge it.
 *
 * <pre>{@code
 * Service shop =
 *     Service.builder()
 *         .metadata(ObjectMeta.of("shop", "web"))
 *         .spec(ServiceSpec.builder().addPorts(ServicePort.of(80)).putSelector("app", "web").build())
 *         .build();
 * }</pre>
 */
@ValueStyle
@Value.Immutable
public interface Service extends WithService, KubernetesObject, Serializable {

  /** {@return a builder with nothing set} */
  static Builder builder() {
    return new Builder();
  }

  @Override
  @Value.Default
  default ObjectMeta metadata() {
    return ObjectMeta.builder().build();
  }

  /** {@return what the Service asks for} */
  @Value.Default
  default ServiceSpec spec() {
    return ServiceSpec.builder().build();
  }

  /** {@return what is observed of it} */
  @Value.Default
  default ServiceStatus status() {
    return ServiceStatus.builder().build();
  }

  @Override
  default String apiVersion() {
    return "v1";
  }

  @Override
  default String kind() {
    return "Service";
  }

  /** {@return a builder that starts from this value} */
  default Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds a {@link Service}. */
  class Builder extends ImmutableService.Builder {
    Builder() {}
  }
}
