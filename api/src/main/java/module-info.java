/** What a Kubernetes Service means: values, interfaces and results. */
@SuppressWarnings("module") // the module that collect is exported to is compiled later
module io.servicesemantics {
  requires transitive com.google.common;
  requires static org.immutables.serial;
  requires static org.immutables.value.annotations;
  requires static transitive org.jspecify;
  requires static transitive com.google.errorprone.annotations;

  exports io.servicesemantics;
  exports io.servicesemantics.admission;
  exports io.servicesemantics.cluster;
  exports io.servicesemantics.collect to
      io.servicesemantics.impl;
  exports io.servicesemantics.connection;
  exports io.servicesemantics.description;
  exports io.servicesemantics.dns;
  exports io.servicesemantics.endpoint;
  exports io.servicesemantics.explain;
  exports io.servicesemantics.fault;
  exports io.servicesemantics.manifest;
  exports io.servicesemantics.net;
  exports io.servicesemantics.object;
  exports io.servicesemantics.pod;
  exports io.servicesemantics.profile;
  exports io.servicesemantics.routing;
  exports io.servicesemantics.service;
  exports io.servicesemantics.simulation;
  exports io.servicesemantics.slicing;
  exports io.servicesemantics.traffic;
  exports io.servicesemantics.upgrade;
}
