/** The standard behaviour of a Kubernetes Service. */
module io.servicesemantics.impl {
  requires transitive io.servicesemantics;
  requires com.fasterxml.jackson.core;
  requires org.snakeyaml.engine;
  requires static transitive org.jspecify;
  requires static com.google.errorprone.annotations;

  exports io.servicesemantics.impl;
}
