package io.servicesemantics.simulation;

import static com.google.common.base.Preconditions.checkNotNull;

import io.servicesemantics.admission.AdmissionDecision;
import io.servicesemantics.admission.AdmissionRequest;
import io.servicesemantics.manifest.ManifestObject;
import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.service.Service;
import java.util.Optional;

/**
 * A Service put to the API server, and its answer.
 *
 * @param name its namespace and name; the name the server made, if it made one
 * @param sent the Service, in its namespace
 * @param source where it was read; empty where it does not come from a manifest
 * @param request the request
 * @param decision the answer
 */
public record SimulatedRequest(
    NamespacedName name,
    Service sent,
    Optional<ManifestObject<Service>> source,
    AdmissionRequest request,
    AdmissionDecision decision) {

  /** Checks that no part is null. */
  public SimulatedRequest {
    checkNotNull(name, "Name of a Service is null; expected one");
    checkNotNull(sent, "Service sent is null; expected one");
    checkNotNull(source, "Source of a Service is null; expected one, or empty");
    checkNotNull(request, "Request is null; expected one");
    checkNotNull(decision, "Decision is null; expected one");
  }
}
