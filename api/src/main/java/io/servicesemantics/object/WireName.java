package io.servicesemantics.object;

/** A constant that has a spelling of its own in Kubernetes objects. */
public interface WireName {

  /** {@return the spelling in Kubernetes objects, such as {@code ClusterIP}; never empty} */
  String wireName();
}
