package io.servicesemantics.impl.description;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.admission.AdmissionDecision.Rejected;
import io.servicesemantics.admission.AllocationState;
import io.servicesemantics.description.Complaint;
import io.servicesemantics.description.ComplaintReason;
import io.servicesemantics.description.RefusedService;
import io.servicesemantics.fault.FieldError;
import io.servicesemantics.fault.FieldPath;
import io.servicesemantics.manifest.SourceLocation;
import io.servicesemantics.simulation.SimulatedRequest;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What the API server says to the Services of a manifest, each fault and warning with its place.
 */
final class Verdicts {

  // Told with what is wrong in the text, and more exactly.
  private static final ImmutableList<String> TOLD_AS_PROBLEMS =
      ImmutableList.of("unknown field ", "duplicate field ");

  private Verdicts() {}

  static RefusedService refused(
      SimulatedRequest request, Rejected decision, AllocationState allocations) {
    ImmutableList.Builder<Complaint> complaints = ImmutableList.builder();
    String cure = RefusalCure.of(decision, request.sent(), allocations);
    for (FieldError fault : new LinkedHashSet<>(decision.faults())) {
      complaints.add(
          complaint(request, ComplaintReason.REFUSED, fault.field(), fault.body(), cure));
      // it is about all of them, and told once
      cure = "";
    }
    if (decision.faults().isEmpty()) {
      complaints.add(
          complaint(request, ComplaintReason.REFUSED, FieldPath.root(), decision.message(), cure));
    }
    return new RefusedService(
        request.name(), placeOf(request, FieldPath.root()), decision, complaints.build());
  }

  // Each warning once, however often a Service was sent.
  static ImmutableList<Complaint> warnings(ImmutableList<SimulatedRequest> requests) {
    Set<String> told = new LinkedHashSet<>();
    ImmutableList.Builder<Complaint> complaints = ImmutableList.builder();
    for (SimulatedRequest request : requests.reverse()) {
      for (String warning : request.decision().warnings()) {
        if (TOLD_AS_PROBLEMS.stream().noneMatch(warning::startsWith) && told.add(warning)) {
          complaints.add(
              complaint(
                  request,
                  ComplaintReason.WARNED,
                  WrittenPath.in(warning),
                  "the API server warns: " + warning,
                  ""));
        }
      }
    }
    return complaints.build();
  }

  static Optional<SourceLocation> placeOf(SimulatedRequest request, FieldPath field) {
    return request
        .source()
        .map(source -> source.locationOf(WrittenPath.of(field, source.value().spec())));
  }

  private static Complaint complaint(
      SimulatedRequest request,
      ComplaintReason reason,
      FieldPath field,
      String message,
      String cure) {
    return new Complaint(
        reason,
        request.sent().kind(),
        request.name(),
        field,
        placeOf(request, field),
        message,
        cure);
  }
}
