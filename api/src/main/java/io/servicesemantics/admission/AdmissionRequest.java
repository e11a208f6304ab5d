package io.servicesemantics.admission;

import io.servicesemantics.manifest.FieldValidation;
import io.servicesemantics.manifest.ManifestObject;
import io.servicesemantics.object.Choice;
import io.servicesemantics.object.ValueStyle;
import io.servicesemantics.service.Service;
import java.util.Optional;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A request to the API server about one Service.
 *
 * <pre>{@code
 * AdmissionRequest.create(service)
 * AdmissionRequest.update(service).withFieldValidation(Choice.of(FieldValidation.STRICT))
 * }</pre>
 */
@SuppressWarnings("serial") // copied to the generated class: a body may be what no stream can hold
@ValueStyle
@Value.Immutable
public interface AdmissionRequest extends WithAdmissionRequest {

  /** {@return a builder with nothing set} */
  static Builder builder() {
    return new Builder();
  }

  /**
   * Returns the request to make a Service.
   *
   * @param service the Service
   * @return the request
   */
  static AdmissionRequest create(Service service) {
    return builder().verb(Verb.CREATE).body(new RequestBody.Value(service)).build();
  }

  /**
   * Returns the request to make a Service.
   *
   * @param service the Service, as read from a manifest
   * @return the request
   */
  static AdmissionRequest create(ManifestObject<Service> service) {
    return builder().verb(Verb.CREATE).body(new RequestBody.Read(service)).build();
  }

  /**
   * Returns the request to make a Service.
   *
   * @param tree the Service as a tree of maps, lists and scalars
   * @return the request
   */
  static AdmissionRequest createTree(@Nullable Object tree) {
    return builder().verb(Verb.CREATE).body(new RequestBody.Tree(tree)).build();
  }

  /**
   * Returns the request to put a Service in the place of the one of that name.
   *
   * @param service the Service
   * @return the request
   */
  static AdmissionRequest update(Service service) {
    return builder().verb(Verb.UPDATE).body(new RequestBody.Value(service)).build();
  }

  /**
   * Returns the request to put a Service in the place of the one of that name.
   *
   * @param service the Service, as read from a manifest
   * @return the request
   */
  static AdmissionRequest update(ManifestObject<Service> service) {
    return builder().verb(Verb.UPDATE).body(new RequestBody.Read(service)).build();
  }

  /**
   * Returns the request to put a Service in the place of the one of that name.
   *
   * @param tree the Service as a tree of maps, lists and scalars
   * @return the request
   */
  static AdmissionRequest updateTree(@Nullable Object tree) {
    return builder().verb(Verb.UPDATE).body(new RequestBody.Tree(tree)).build();
  }

  /** {@return what is to be done} */
  Verb verb();

  /** {@return the part of the Service that is addressed} */
  @Value.Default
  default Subresource subresource() {
    return Subresource.NONE;
  }

  /** {@return the object sent} */
  RequestBody body();

  /**
   * {@return the namespace in the address of the request; unsaid, it is the one the body says, or
   * {@code default}, as kubectl has it}
   */
  Optional<String> namespace();

  /** {@return the name in the address of an update; unsaid, it is the one the body says} */
  Optional<String> name();

  /** {@return what becomes of unknown fields and of keys given twice; unsaid means Warn} */
  @Value.Default
  default Choice<FieldValidation> fieldValidation() {
    return Choice.unsaid();
  }

  /** {@return a builder that starts from this value} */
  default Builder toBuilder() {
    return new Builder().from(this);
  }

  /** Builds an {@link AdmissionRequest}. */
  class Builder extends ImmutableAdmissionRequest.Builder {
    Builder() {}
  }
}
