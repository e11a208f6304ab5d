/** What a Kubernetes Service means: values, interfaces and results. */
module io.servicesemantics {
  requires transitive com.google.common;
  requires static org.immutables.value.annotations;
  requires static transitive org.jspecify;
  requires static transitive com.google.errorprone.annotations;

  exports io.servicesemantics.net;
}
