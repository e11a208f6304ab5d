package io.servicesemantics.impl.admission;

import io.servicesemantics.admission.AdmissionDecision;
import io.servicesemantics.admission.ClusterState;
import io.servicesemantics.admission.NumberPicker;
import io.servicesemantics.service.Service;

/** A Service on its way to a cluster in which others are. */
record SentService(LawCluster cluster, ClusterState state, Service service) {
  AdmissionDecision create() {
    return cluster.admission().create(service, state, NumberPicker.lowestFree());
  }

  @Override
  public String toString() {
    return cluster + "\n  there are " + state.services() + "\n  sent is " + service;
  }
}
