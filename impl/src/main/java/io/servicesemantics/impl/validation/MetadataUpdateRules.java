package io.servicesemantics.impl.validation;

import com.google.common.collect.ImmutableSortedSet;
import io.servicesemantics.fault.FieldPath;
import io.servicesemantics.fault.QuotedText;
import io.servicesemantics.object.ObjectMeta;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Rules about what may become of the metadata of a stored object, of whatever kind.
 *
 * <p>Source: {@code apimachinery/pkg/api/validation/objectmeta.go},
 * ValidateObjectMetaAccessorUpdate (api 4.5 U1).
 */
final class MetadataUpdateRules {

  private static final FieldPath METADATA = MetadataRules.METADATA;
  static final String IMMUTABLE = "field is immutable";

  private MetadataUpdateRules() {}

  static void check(ObjectMeta metadata, ObjectMeta old, Faults faults) {
    if (old.isBeingDeleted()) {
      checkNoNewFinalizers(metadata, old, faults);
    }
    if (metadata.resourceVersion().isEmpty()) {
      faults.invalid(
          METADATA.child("resourceVersion"),
          metadata.resourceVersion(),
          "must be specified for an update");
    }
    if (metadata.generation() < old.generation()) {
      faults.invalid(
          METADATA.child("generation"), metadata.generation(), "must not be decremented");
    }
    checkSame("name", metadata.name(), old.name(), faults);
    checkSame("namespace", metadata.namespace(), old.namespace(), faults);
    checkUid(metadata, old, faults);
    checkSame("creationTimestamp", metadata.creationTimestamp(), old.creationTimestamp(), faults);
    checkSame("deletionTimestamp", metadata.deletionTimestamp(), old.deletionTimestamp(), faults);
    if (!metadata.deletionGracePeriodSeconds().equals(old.deletionGracePeriodSeconds())) {
      faults.invalidShown(
          METADATA.child("deletionGracePeriodSeconds"),
          metadata.deletionGracePeriodSeconds().isPresent()
              ? Long.toString(metadata.deletionGracePeriodSeconds().getAsLong())
              : faults.values().nothing(),
          IMMUTABLE);
    }
    MetadataRules.checkMaps(metadata, faults);
    OwnerRules.check(metadata.ownerReferences(), faults);
    ManagedFieldsRules.check(metadata.managedFields(), faults);
  }

  private static void checkNoNewFinalizers(ObjectMeta metadata, ObjectMeta old, Faults faults) {
    TreeSet<String> added = new TreeSet<>(metadata.finalizers());
    added.removeAll(ImmutableSortedSet.copyOf(old.finalizers()));
    if (added.isEmpty()) {
      return;
    }
    StringBuilder names = new StringBuilder();
    for (String name : added) {
      names.append(names.length() == 0 ? "" : ", ").append(QuotedText.of(name));
    }
    faults.forbidden(
        METADATA.child("finalizers"),
        "no new finalizers can be added if the object is being deleted, found new finalizers"
            + " []string{"
            + names
            + "}");
  }

  private static void checkSame(String field, String now, String before, Faults faults) {
    if (!now.equals(before)) {
      faults.invalid(METADATA.child(field), now, IMMUTABLE);
    }
  }

  // A uid is no plain string to Go, so that it is shown as a name.
  private static void checkUid(ObjectMeta metadata, ObjectMeta old, Faults faults) {
    if (!metadata.uid().equals(old.uid())) {
      faults.invalidShown(METADATA.child("uid"), faults.values().name(metadata.uid()), IMMUTABLE);
    }
  }

  private static void checkSame(
      String field, Optional<Instant> now, Optional<Instant> before, Faults faults) {
    if (!now.equals(before)) {
      faults.invalidShown(METADATA.child(field), faults.values().time(now), IMMUTABLE);
    }
  }
}
