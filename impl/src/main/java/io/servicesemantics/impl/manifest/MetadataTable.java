package io.servicesemantics.impl.manifest;

import io.servicesemantics.object.Condition;
import io.servicesemantics.object.ConditionStatus;
import io.servicesemantics.object.ManagedFieldsEntry;
import io.servicesemantics.object.ObjectMeta;
import io.servicesemantics.object.ObjectReference;
import io.servicesemantics.object.OwnerReference;

/** What objects of many kinds have: metadata, references, conditions. */
final class MetadataTable {

  static final ChoiceShape<ConditionStatus> CONDITION_STATUS =
      new ChoiceShape<>("v1.ConditionStatus", ConditionStatus.class);

  private static final Struct<OwnerReference, OwnerReference.Builder> OWNER_REFERENCE =
      StructBuilder.complete(
              "OwnerReference", OwnerReference::builder, OwnerReference.Builder::build)
          .textAlways("apiVersion", OwnerReference::apiVersion, OwnerReference.Builder::apiVersion)
          .textAlways("kind", OwnerReference::kind, OwnerReference.Builder::kind)
          .textAlways("name", OwnerReference::name, OwnerReference.Builder::name)
          .textAlways("uid", OwnerReference::uid, OwnerReference.Builder::uid)
          .optionalBool(
              "controller", OwnerReference::controller, OwnerReference.Builder::controller)
          .optionalBool(
              "blockOwnerDeletion",
              OwnerReference::blockOwnerDeletion,
              OwnerReference.Builder::blockOwnerDeletion)
          .build();

  private static final Struct<ManagedFieldsEntry, ManagedFieldsEntry.Builder> MANAGED_FIELDS =
      StructBuilder.complete(
              "ManagedFieldsEntry", ManagedFieldsEntry::builder, ManagedFieldsEntry.Builder::build)
          .text("manager", ManagedFieldsEntry::manager, ManagedFieldsEntry.Builder::manager)
          .text("operation", ManagedFieldsEntry::operation, ManagedFieldsEntry.Builder::operation)
          .text(
              "apiVersion", ManagedFieldsEntry::apiVersion, ManagedFieldsEntry.Builder::apiVersion)
          .time("time", ManagedFieldsEntry::time, ManagedFieldsEntry.Builder::time)
          .text(
              "fieldsType", ManagedFieldsEntry::fieldsType, ManagedFieldsEntry.Builder::fieldsType)
          .field(
              "fieldsV1",
              Shapes.JSON,
              entry -> entry.fieldsV1().isEmpty() ? null : entry.fieldsV1(),
              ManagedFieldsEntry.Builder::fieldsV1)
          .text(
              "subresource",
              ManagedFieldsEntry::subresource,
              ManagedFieldsEntry.Builder::subresource)
          .build();

  static final Struct<ObjectMeta, ObjectMeta.Builder> OBJECT_META =
      StructBuilder.complete("ObjectMeta", ObjectMeta::builder, ObjectMeta.Builder::build)
          .text("name", ObjectMeta::name, ObjectMeta.Builder::name)
          .text("generateName", ObjectMeta::generateName, ObjectMeta.Builder::generateName)
          .text("namespace", ObjectMeta::namespace, ObjectMeta.Builder::namespace)
          .checked("selfLink", Shapes.TEXT)
          .text("uid", ObjectMeta::uid, ObjectMeta.Builder::uid)
          .text("resourceVersion", ObjectMeta::resourceVersion, ObjectMeta.Builder::resourceVersion)
          .int64("generation", ObjectMeta::generation, ObjectMeta.Builder::generation)
          .time(
              "creationTimestamp",
              ObjectMeta::creationTimestamp,
              ObjectMeta.Builder::creationTimestamp)
          .time(
              "deletionTimestamp",
              ObjectMeta::deletionTimestamp,
              ObjectMeta.Builder::deletionTimestamp)
          .optionalInt64(
              "deletionGracePeriodSeconds",
              ObjectMeta::deletionGracePeriodSeconds,
              ObjectMeta.Builder::deletionGracePeriodSeconds)
          .textMap("labels", ObjectMeta::labels, ObjectMeta.Builder::labels)
          .textMap("annotations", ObjectMeta::annotations, ObjectMeta.Builder::annotations)
          .list(
              "ownerReferences",
              OWNER_REFERENCE,
              ObjectMeta::ownerReferences,
              ObjectMeta.Builder::ownerReferences)
          .texts("finalizers", ObjectMeta::finalizers, ObjectMeta.Builder::finalizers)
          .list(
              "managedFields",
              MANAGED_FIELDS,
              ObjectMeta::managedFields,
              ObjectMeta.Builder::managedFields)
          .build();

  static final Struct<ObjectReference, ObjectReference.Builder> OBJECT_REFERENCE =
      StructBuilder.complete(
              "ObjectReference", ObjectReference::builder, ObjectReference.Builder::build)
          .text("kind", ObjectReference::kind, ObjectReference.Builder::kind)
          .text("namespace", ObjectReference::namespace, ObjectReference.Builder::namespace)
          .text("name", ObjectReference::name, ObjectReference.Builder::name)
          .text("uid", ObjectReference::uid, ObjectReference.Builder::uid)
          .text("apiVersion", ObjectReference::apiVersion, ObjectReference.Builder::apiVersion)
          .text(
              "resourceVersion",
              ObjectReference::resourceVersion,
              ObjectReference.Builder::resourceVersion)
          .text("fieldPath", ObjectReference::fieldPath, ObjectReference.Builder::fieldPath)
          .build();

  /** A condition of {@code meta/v1}: of Services and ServiceCIDRs. */
  static final Struct<Condition, Condition.Builder> CONDITION =
      explained(observed(condition("Condition", true))).build();

  /** A condition of a Namespace. */
  static final Struct<Condition, Condition.Builder> NAMESPACE_CONDITION =
      explained(condition("NamespaceCondition", true)).build();

  /** A condition of a Pod. */
  static final Struct<Condition, Condition.Builder> POD_CONDITION =
      explained(observed(condition("PodCondition", false))).build();

  /** A condition of a Node. */
  static final Struct<Condition, Condition.Builder> NODE_CONDITION =
      explained(condition("NodeCondition", false)).build();

  private MetadataTable() {}

  private static StructBuilder<Condition, Condition.Builder> condition(
      String name, boolean complete) {
    StructBuilder<Condition, Condition.Builder> table =
        complete
            ? StructBuilder.complete(name, Condition::builder, Condition.Builder::build)
            : StructBuilder.partial(name, Condition::builder, Condition.Builder::build);
    return table
        .textAlways("type", Condition::type, Condition.Builder::type)
        .choice("status", CONDITION_STATUS, Condition::status, Condition.Builder::status);
  }

  private static StructBuilder<Condition, Condition.Builder> observed(
      StructBuilder<Condition, Condition.Builder> table) {
    return table.optionalInt64(
        "observedGeneration", Condition::observedGeneration, Condition.Builder::observedGeneration);
  }

  private static StructBuilder<Condition, Condition.Builder> explained(
      StructBuilder<Condition, Condition.Builder> table) {
    return table
        .time(
            "lastTransitionTime",
            Condition::lastTransitionTime,
            Condition.Builder::lastTransitionTime)
        .text("reason", Condition::reason, Condition.Builder::reason)
        .text("message", Condition::message, Condition.Builder::message);
  }
}
