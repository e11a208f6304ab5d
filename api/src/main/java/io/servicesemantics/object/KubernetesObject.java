package io.servicesemantics.object;

/** What all objects of this library share: a kind and metadata. */
public interface KubernetesObject {

  /** {@return the API group and version, such as {@code v1} or {@code discovery.k8s.io/v1}} */
  String apiVersion();

  /** {@return the kind, such as {@code Service}} */
  String kind();

  /** {@return the metadata as the object says it} */
  ObjectMeta metadata();

  /** {@return namespace and name; the namespace is empty when the object gives none} */
  default NamespacedName namespacedName() {
    return NamespacedName.of(metadata().namespace(), metadata().name());
  }
}
