package io.servicesemantics.impl.validation;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.fault.FieldPath;
import io.servicesemantics.object.ObjectMeta;

/**
 * Rules about the metadata of a new object, of whatever kind.
 *
 * <p>Source: {@code apimachinery/pkg/api/validation/objectmeta.go}, ValidateObjectMetaAccessor (api
 * 3.1).
 */
final class MetadataRules {

  static final FieldPath METADATA = FieldPath.of("metadata");

  private static final FieldPath GENERATE_NAME = METADATA.child("generateName");
  private static final FieldPath NAME = METADATA.child("name");
  private static final FieldPath NAMESPACE = METADATA.child("namespace");
  private static final FieldPath GENERATION = METADATA.child("generation");
  private static final FieldPath LABELS = METADATA.child("labels");
  static final FieldPath ANNOTATIONS = METADATA.child("annotations");
  private static final FieldPath FINALIZERS = METADATA.child("finalizers");

  private static final String ORPHAN = "orphan";
  private static final String FOREGROUND = "foregroundDeletion";
  private static final String KUBERNETES = "kubernetes";

  private MetadataRules() {}

  /**
   * Checks metadata as that of a new object.
   *
   * @param namespaced whether objects of its kind stand in a namespace
   */
  static void check(ObjectMeta metadata, boolean namespaced, NameRule rule, Faults faults) {
    checkName(metadata, rule, faults);
    checkNamespace(metadata.namespace(), namespaced, faults);
    if (metadata.generation() < 0) {
      faults.invalid(GENERATION, metadata.generation(), "must be greater than or equal to 0");
    }
    checkMaps(metadata, faults);
    OwnerRules.check(metadata.ownerReferences(), faults);
    checkFinalizers(metadata.finalizers(), faults);
    ManagedFieldsRules.check(metadata.managedFields(), faults);
  }

  /** Checks labels and annotations. */
  static void checkMaps(ObjectMeta metadata, Faults faults) {
    LabelRules.checkLabels(metadata.labels(), LABELS, faults);
    LabelRules.checkAnnotations(metadata.annotations(), ANNOTATIONS, faults);
  }

  /**
   * Checks that each finalizer has a name of its own group, or is one of Kubernetes.
   *
   * <p>Source: {@code pkg/apis/core/validation/validation.go}, validateKubeFinalizerName (api
   * 3.1.10).
   */
  static void checkFinalizerNames(ImmutableList<String> finalizers, Faults faults) {
    for (int i = 0; i < finalizers.size(); i++) {
      String finalizer = finalizers.get(i);
      if (finalizer.indexOf('/') < 0
          && !finalizer.equals(KUBERNETES)
          && !finalizer.equals(ORPHAN)
          && !finalizer.equals(FOREGROUND)) {
        faults.invalid(
            FINALIZERS.index(i),
            finalizer,
            "name is neither a standard finalizer name nor is it fully qualified");
      }
    }
  }

  private static void checkName(ObjectMeta metadata, NameRule rule, Faults faults) {
    if (!metadata.generateName().isEmpty()) {
      for (String detail : rule.faults(metadata.generateName(), true)) {
        faults.invalid(GENERATE_NAME, metadata.generateName(), detail);
      }
    }
    if (metadata.name().isEmpty()) {
      faults.required(NAME, "name or generateName is required");
      return;
    }
    for (String detail : rule.faults(metadata.name(), false)) {
      faults.invalid(NAME, metadata.name(), detail);
    }
  }

  private static void checkNamespace(String namespace, boolean namespaced, Faults faults) {
    if (!namespaced) {
      if (!namespace.isEmpty()) {
        faults.forbidden(NAMESPACE, "not allowed on this type");
      }
    } else if (namespace.isEmpty()) {
      faults.required(NAMESPACE, "");
    } else {
      for (String detail : Names.label(namespace)) {
        faults.invalid(NAMESPACE, namespace, detail);
      }
    }
  }

  private static void checkFinalizers(ImmutableList<String> finalizers, Faults faults) {
    boolean orphan = false;
    boolean foreground = false;
    for (int i = 0; i < finalizers.size(); i++) {
      String finalizer = finalizers.get(i);
      for (String detail : Names.qualified(finalizer, faults.wording())) {
        faults.invalid(FINALIZERS, finalizer, detail);
      }
      orphan |= finalizer.equals(ORPHAN);
      foreground |= finalizer.equals(FOREGROUND);
    }
    if (orphan && foreground) {
      faults.invalid(
          FINALIZERS,
          finalizers,
          "finalizer " + ORPHAN + " and " + FOREGROUND + " cannot be both set");
    }
  }
}
