package io.servicesemantics.impl.admission;

import io.servicesemantics.admission.AdmissionReason;
import io.servicesemantics.admission.FieldChange;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServiceStatus;

/**
 * Leaves the part of a Service as it is that the request is not addressed to: a write of the
 * Service leaves its status, a write of the status leaves its spec.
 *
 * <p>Source: {@code pkg/registry/core/service/strategy.go}, PrepareForCreate, PrepareForUpdate (api
 * 0.2.4, 0.3.4, 0.4, 7.2).
 */
final class UnreadPart {

  private static final ServiceStatus EMPTY = ServiceStatus.builder().build();

  private UnreadPart() {}

  static boolean onCreate(Draft draft) {
    leaveStatus(draft, EMPTY);
    return true;
  }

  static boolean onUpdate(Draft draft, Service old) {
    leaveStatus(draft, old.status());
    return true;
  }

  static boolean onStatusUpdate(Draft draft, Service old) {
    if (!draft.sent.spec().equals(old.spec())) {
      draft.note(FieldChange.Kind.IGNORED, Paths.SPEC, "", "", AdmissionReason.SPEC_NOT_READ);
    }
    draft.takeSpec(old);
    return true;
  }

  private static void leaveStatus(Draft draft, ServiceStatus status) {
    if (!draft.sent.status().equals(EMPTY) && !draft.sent.status().equals(status)) {
      draft.note(FieldChange.Kind.IGNORED, Paths.STATUS, "", "", AdmissionReason.STATUS_NOT_READ);
    }
    draft.status = status;
  }
}
