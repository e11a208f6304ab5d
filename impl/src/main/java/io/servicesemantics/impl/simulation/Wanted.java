package io.servicesemantics.impl.simulation;

import io.servicesemantics.admission.AdmissionRequest;
import io.servicesemantics.admission.RequestBody;
import io.servicesemantics.admission.Verb;
import io.servicesemantics.manifest.FieldValidation;
import io.servicesemantics.manifest.ManifestObject;
import io.servicesemantics.object.Choice;
import io.servicesemantics.service.Service;
import java.util.Optional;

/**
 * A Service somebody wants.
 *
 * @param service the Service, in its namespace
 * @param source where it was read
 * @param strictly whether unknown fields are reason enough to refuse it
 */
record Wanted(Service service, Optional<ManifestObject<Service>> source, boolean strictly) {

  // Only a server writes a uid.
  boolean isFound() {
    return !service.metadata().uid().isEmpty();
  }

  AdmissionRequest request(Verb verb) {
    AdmissionRequest.Builder request =
        AdmissionRequest.builder()
            .verb(verb)
            .body(source.<RequestBody>map(RequestBody.Read::new).orElseGet(this::value));
    if (strictly) {
      request.fieldValidation(Choice.of(FieldValidation.STRICT));
    }
    return request.build();
  }

  private RequestBody value() {
    return new RequestBody.Value(service);
  }
}
