package io.servicesemantics.impl.admission;

import io.servicesemantics.admission.AdmissionReason;
import io.servicesemantics.admission.FieldChange;
import io.servicesemantics.fault.FieldPath;
import io.servicesemantics.object.ObjectMeta;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The metadata that the server alone writes.
 *
 * <p>Source: {@code apiserver/pkg/registry/rest}, create.go and update.go (api 0.2.2, 0.3.5). A new
 * Service has neither uid nor creation time here: those come from a clock and a store.
 */
final class SystemMetadata {

  private SystemMetadata() {}

  static boolean onCreate(Draft draft) {
    ObjectMeta sent = draft.metadata;
    if (sent.uid().isEmpty()
        && sent.resourceVersion().isEmpty()
        && sent.creationTimestamp().isEmpty()
        && sent.deletionTimestamp().isEmpty()
        && sent.deletionGracePeriodSeconds().isEmpty()) {
      return true;
    }
    ignored(draft, Paths.UID, sent.uid());
    ignored(draft, Paths.RESOURCE_VERSION, sent.resourceVersion());
    ignored(draft, Paths.CREATION_TIMESTAMP, shown(sent.creationTimestamp()));
    ignored(draft, Paths.DELETION_TIMESTAMP, shown(sent.deletionTimestamp()));
    ignored(draft, Paths.DELETION_GRACE_PERIOD, shown(sent.deletionGracePeriodSeconds()));
    draft.metadata =
        sent.withUid("")
            .withResourceVersion("")
            .withCreationTimestamp(Optional.empty())
            .withDeletionTimestamp(Optional.empty())
            .withDeletionGracePeriodSeconds(OptionalLong.empty());
    return true;
  }

  static boolean onUpdate(Draft draft, ObjectMeta old) {
    ObjectMeta sent = draft.metadata;
    ObjectMeta kept = sent.withResourceVersion(old.resourceVersion());
    if (sent.generation() != old.generation()) {
      kept = kept.withGeneration(old.generation());
      keptAs(draft, Paths.GENERATION, sent.generation() + "", old.generation() + "");
    }
    if (sent.uid().isEmpty() && !old.uid().isEmpty()) {
      kept = kept.withUid(old.uid());
      keptAs(draft, Paths.UID, "", old.uid());
    }
    if (old.creationTimestamp().isPresent()
        && !old.creationTimestamp().equals(sent.creationTimestamp())) {
      kept = kept.withCreationTimestamp(old.creationTimestamp());
      keptAs(
          draft,
          Paths.CREATION_TIMESTAMP,
          shown(sent.creationTimestamp()),
          shown(old.creationTimestamp()));
    }
    if (old.deletionTimestamp().isPresent()
        && !old.deletionTimestamp().equals(sent.deletionTimestamp())) {
      kept = kept.withDeletionTimestamp(old.deletionTimestamp());
      keptAs(
          draft,
          Paths.DELETION_TIMESTAMP,
          shown(sent.deletionTimestamp()),
          shown(old.deletionTimestamp()));
    }
    if (old.deletionGracePeriodSeconds().isPresent()
        && sent.deletionGracePeriodSeconds().isEmpty()) {
      kept = kept.withDeletionGracePeriodSeconds(old.deletionGracePeriodSeconds());
      keptAs(draft, Paths.DELETION_GRACE_PERIOD, "", shown(old.deletionGracePeriodSeconds()));
    }
    draft.metadata = kept;
    return true;
  }

  private static void ignored(Draft draft, FieldPath field, String sent) {
    if (!sent.isEmpty()) {
      draft.note(FieldChange.Kind.IGNORED, field, sent, "", AdmissionReason.SYSTEM_FIELD);
    }
  }

  private static void keptAs(Draft draft, FieldPath field, String sent, String kept) {
    draft.note(FieldChange.Kind.CARRIED_OVER, field, sent, kept, AdmissionReason.SYSTEM_FIELD_KEPT);
  }

  private static String shown(Optional<?> value) {
    return value.map(Object::toString).orElse("");
  }

  private static String shown(OptionalLong value) {
    return value.isPresent() ? Long.toString(value.getAsLong()) : "";
  }
}
