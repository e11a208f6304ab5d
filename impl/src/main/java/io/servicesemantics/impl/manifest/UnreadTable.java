package io.servicesemantics.impl.manifest;

import io.servicesemantics.manifest.UnreadObject;
import io.servicesemantics.object.ObjectMeta;

/** The builder and fields of an object of some other kind: its metadata alone. */
final class UnreadTable {

  static final Struct<UnreadObject, UnreadTable> UNREAD =
      StructBuilder.partial("Unknown", UnreadTable::new, UnreadTable::build)
          .text("apiVersion", UnreadObject::apiVersion, UnreadTable::apiVersion)
          .text("kind", UnreadObject::kind, UnreadTable::kind)
          .struct(
              "metadata", MetadataTable.OBJECT_META, UnreadObject::metadata, UnreadTable::metadata)
          .build();

  private String apiVersion = "";
  private String kind = "";
  private ObjectMeta metadata = MetadataTable.OBJECT_META.zero();

  private UnreadTable() {}

  private UnreadTable apiVersion(String value) {
    apiVersion = value;
    return this;
  }

  private UnreadTable kind(String value) {
    kind = value;
    return this;
  }

  private UnreadTable metadata(ObjectMeta value) {
    metadata = value;
    return this;
  }

  private UnreadObject build() {
    return new UnreadObject(apiVersion, kind, metadata);
  }
}
