package io.servicesemantics.impl.admission;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.servicesemantics.admission.Refusal;
import io.servicesemantics.fault.FieldError;
import io.servicesemantics.fault.FieldPath;
import io.servicesemantics.impl.validation.Faults;
import io.servicesemantics.impl.validation.GoText;
import io.servicesemantics.impl.validation.StandardValidator;
import io.servicesemantics.object.ObjectMeta;
import io.servicesemantics.service.Service;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Has a Service judged by its fields, and adds what the server warns of.
 *
 * <p>On update the rules about metadata are asked three times, and tell their faults as often.
 *
 * <p>Source: {@code apiserver/pkg/registry/rest}, BeforeCreate and BeforeUpdate (api 0.2.5, 0.3.6).
 */
final class Judgement {

  private static final FieldPath LABELS = FieldPath.of("metadata").child("labels");
  private static final FieldPath ANNOTATIONS = FieldPath.of("metadata").child("annotations");
  private static final FieldPath SELECTOR = Paths.SPEC.child("selector");
  private static final String SOME_VERSION = "1";

  private final StandardValidator validator;

  Judgement(StandardValidator validator) {
    this.validator = validator;
  }

  boolean onCreate(Draft draft) {
    draft.result = draft.build();
    if (!isFaultless(draft, validator.validate(draft.result))) {
      return false;
    }
    draft.warnings.addAll(validator.warnings(draft.result));
    return true;
  }

  boolean onUpdate(Draft draft, Service old) {
    draft.result = draft.build();
    Service judged = asOfSomeVersion(draft.result);
    Faults faults = metadata(judged, old);
    faults.addAll(validator.validateUpdate(judged, old));
    if (!isFaultless(draft, faults.toList())) {
      return false;
    }
    draft.warnings.addAll(validator.warnings(draft.result));
    return true;
  }

  boolean onStatusUpdate(Draft draft, Service old) {
    draft.result = old.withMetadata(draft.metadata).withStatus(draft.status);
    Service judged = asOfSomeVersion(draft.result);
    Faults faults = metadata(judged, old);
    faults.addAll(validator.validateStatusUpdate(judged, old));
    if (!isFaultless(draft, faults.toList())) {
      return false;
    }
    draft.warnings.addAll(validator.statusWarnings(draft.result));
    return true;
  }

  private Faults metadata(Service judged, Service old) {
    Faults faults = new Faults();
    validator.checkMetadata(judged.metadata(), faults);
    validator.checkMetadataUpdate(judged.metadata(), old.metadata(), faults);
    return faults;
  }

  // What is stored always has a version in a real store, and is judged with it.
  private static Service asOfSomeVersion(Service service) {
    ObjectMeta metadata = service.metadata();
    return metadata.resourceVersion().isEmpty()
        ? service.withMetadata(metadata.withResourceVersion(SOME_VERSION))
        : service;
  }

  private static boolean isFaultless(Draft draft, ImmutableList<FieldError> faults) {
    if (faults.isEmpty()) {
      return true;
    }
    boolean orderVaries =
        varies(draft.metadata.labels(), LABELS, faults)
            || varies(draft.metadata.annotations(), ANNOTATIONS, faults)
            || varies(draft.defaulted.spec().selector(), SELECTOR, faults);
    return draft.refuse(
        Refusals.invalid(
            draft, Refusal.VALIDATION, "Service", draft.metadata.name(), faults, orderVaries));
  }

  // Whether more than one entry of a map is at fault: the server walks maps in any order.
  private static boolean varies(
      ImmutableMap<String, String> entries, FieldPath field, ImmutableList<FieldError> faults) {
    Set<String> shown = new HashSet<>();
    for (FieldError fault : faults) {
      if (fault.field().equals(field)) {
        shown.add(fault.value());
      }
    }
    if (shown.isEmpty()) {
      return false;
    }
    int atFault = 0;
    for (Map.Entry<String, String> entry : entries.entrySet()) {
      if (shown.contains(GoText.quoted(entry.getKey()))
          || shown.contains(GoText.quoted(entry.getValue()))) {
        atFault++;
      }
    }
    return atFault > 1;
  }
}
