package io.servicesemantics.impl.validation;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.fault.FieldPath;
import io.servicesemantics.fault.QuotedText;
import io.servicesemantics.object.ManagedFieldsEntry;
import java.util.Locale;

/**
 * Rules about who set which fields of an object.
 *
 * <p>Source: {@code apimachinery/pkg/apis/meta/v1/validation/validation.go}, ValidateManagedFields
 * (api 3.1.9).
 */
final class ManagedFieldsRules {

  private static final int MANAGER_LIMIT = 128;
  private static final int SUBRESOURCE_LIMIT = 256;
  private static final FieldPath MANAGED_FIELDS = FieldPath.of("metadata").child("managedFields");

  private ManagedFieldsRules() {}

  static void check(ImmutableList<ManagedFieldsEntry> entries, Faults faults) {
    for (int i = 0; i < entries.size(); i++) {
      ManagedFieldsEntry entry = entries.get(i);
      if (!entry.operation().equals("Apply") && !entry.operation().equals("Update")) {
        // an operation is no plain string to Go, so that it is shown as a name
        faults.invalidShown(
            MANAGED_FIELDS.index(i).child("operation"),
            faults.values().name(entry.operation()),
            "must be `Apply` or `Update`");
      }
      if (!entry.fieldsType().isEmpty() && !entry.fieldsType().equals("FieldsV1")) {
        faults.invalid(
            MANAGED_FIELDS.index(i).child("fieldsType"), entry.fieldsType(), "must be `FieldsV1`");
      }
      checkManager(entry.manager(), i, faults);
      if (Utf8.isLongerThan(entry.subresource(), SUBRESOURCE_LIMIT)) {
        faults.tooLong(MANAGED_FIELDS.index(i).child("subresource"), SUBRESOURCE_LIMIT);
      }
    }
  }

  private static void checkManager(String manager, int index, Faults faults) {
    if (Utf8.isLongerThan(manager, MANAGER_LIMIT)) {
      faults.tooLong(MANAGED_FIELDS.index(index).child("manager"), MANAGER_LIMIT);
    }
    String shown = "";
    int at = 0;
    // The server goes on to the end of a text that is too long, a fault and the whole text for each
    // character; the faults of its allowed part are enough.
    for (int i = 0; i < manager.length() && at < MANAGER_LIMIT; ) {
      int point = QuotedText.codePoint(manager, i);
      if (!QuotedText.isPrintable(point)) {
        shown = shown.isEmpty() ? QuotedText.of(manager) : shown;
        faults.invalidShown(
            MANAGED_FIELDS.index(index).child("manager"),
            shown,
            String.format(Locale.ROOT, "invalid character U+%04X (at position %d)", point, at));
      }
      i += Character.charCount(point);
      at += Utf8.length(point);
    }
  }
}
