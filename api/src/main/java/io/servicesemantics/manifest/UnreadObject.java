package io.servicesemantics.manifest;

import static com.google.common.base.Preconditions.checkNotNull;

import io.servicesemantics.object.KubernetesObject;
import io.servicesemantics.object.ObjectMeta;
import java.io.Serializable;

/**
 * An object of a kind this library does not read, such as a ConfigMap: its kind and metadata alone.
 *
 * <p>All the rest stays in the source tree of its {@link ManifestObject}, and is written back.
 *
 * @param apiVersion the API group and version as the object says it; may be empty
 * @param kind the kind as the object says it; may be empty
 * @param metadata the metadata, as far as it is metadata
 */
public record UnreadObject(String apiVersion, String kind, ObjectMeta metadata)
    implements KubernetesObject, Serializable {

  private static final long serialVersionUID = 1;

  /** Checks that no part is null. */
  public UnreadObject {
    checkNotNull(apiVersion, "API version of an object is null; expected text");
    checkNotNull(kind, "Kind of an object is null; expected text");
    checkNotNull(metadata, "Metadata of an object is null; expected some, empty where unsaid");
  }
}
