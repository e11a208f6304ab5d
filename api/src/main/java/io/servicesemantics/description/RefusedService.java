package io.servicesemantics.description;

import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.admission.AdmissionDecision.Rejected;
import io.servicesemantics.manifest.SourceLocation;
import io.servicesemantics.object.NamespacedName;
import java.util.Optional;

/**
 * A Service the API server refuses, so that the world described is without it; prints as text for a
 * terminal.
 *
 * @param name its namespace and name
 * @param location where it stands, if it was read from text
 * @param decision the server's answer
 * @param complaints what is wrong, a fault each with its place; one for the whole Service where the
 *     server names no field
 */
public record RefusedService(
    NamespacedName name,
    Optional<SourceLocation> location,
    Rejected decision,
    ImmutableList<Complaint> complaints) {

  /** Checks that no part is null. */
  public RefusedService {
    checkNotNull(name, "Name of a Service is null; expected one");
    checkNotNull(location, "Location is null; expected one, or empty");
    checkNotNull(decision, "Decision is null; expected a refusal");
    checkNotNull(complaints, "Complaints are null; expected a list");
  }

  /** {@return the refusal as text} */
  @Override
  public String toString() {
    return RefusalText.of(this);
  }
}
