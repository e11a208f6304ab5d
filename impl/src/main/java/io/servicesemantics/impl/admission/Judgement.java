package io.servicesemantics.impl.admission;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.servicesemantics.admission.Refusal;
import io.servicesemantics.fault.FieldError;
import io.servicesemantics.impl.validation.Faults;
import io.servicesemantics.impl.validation.StandardValidator;
import io.servicesemantics.object.ObjectMeta;
import io.servicesemantics.service.Service;
import java.util.stream.Stream;

/**
 * Has a Service judged by its fields, and adds what the server warns of.
 *
 * <p>On update the rules about metadata are asked three times, and tell their faults as often.
 *
 * <p>Source: {@code apiserver/pkg/registry/rest}, BeforeCreate and BeforeUpdate (api 0.2.5, 0.3.6).
 */
final class Judgement {

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
    draft.result = draft.build();
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
    Faults faults = new Faults(validator.wording());
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

  private boolean isFaultless(Draft draft, ImmutableList<FieldError> faults) {
    if (faults.isEmpty()) {
      return true;
    }
    ObjectMeta metadata = draft.metadata;
    boolean orderVaries =
        isSeveral(faultyLabels(metadata.labels()))
            || isSeveral(faultyLabels(draft.defaulted.spec().selector()))
            || isSeveral(
                metadata.annotations().keySet().stream().filter(validator::isFaultyAnnotation));
    return draft.refuse(
        Refusals.invalid(
            draft, Refusal.VALIDATION, "Service", metadata.name(), faults, orderVaries));
  }

  private Stream<?> faultyLabels(ImmutableMap<String, String> labels) {
    return labels.entrySet().stream()
        .filter(label -> validator.isFaultyLabel(label.getKey(), label.getValue()));
  }

  // The server walks maps in any order, which shows once two of their entries are at fault.
  private static boolean isSeveral(Stream<?> entries) {
    return entries.limit(2).count() == 2;
  }
}
