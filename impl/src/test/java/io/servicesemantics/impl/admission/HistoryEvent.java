package io.servicesemantics.impl.admission;

import io.servicesemantics.admission.AdmissionDecision;
import io.servicesemantics.admission.ClusterState;
import io.servicesemantics.admission.NumberPicker;
import io.servicesemantics.service.Service;
import io.servicesemantics.testkit.arbitrary.ServiceEdit;

/** One event: the Service of a name is made, or if there is one, edited or deleted. */
record HistoryEvent(int name, Service service, ServiceEdit edit, boolean isDeletion) {

  ClusterState after(LawCluster cluster, ClusterState state) {
    Service named =
        service.withMetadata(service.metadata().withNamespace("default").withName("web-" + name));
    var stored = state.service(named.namespacedName());
    if (stored.isPresent() && isDeletion) {
      return cluster.deleted(stored.get(), state);
    }
    AdmissionDecision decision =
        stored.isPresent()
            ? cluster.update(edit.applyTo(stored.get()), state)
            : cluster.admission().create(named, state, NumberPicker.lowestFree());
    // aliases with node ports hand them on unheld (api-recorded 5.1.4)
    return decision.match(
        accepted -> HeldNumbers.areAllHeld(accepted) ? accepted.next() : state, rejected -> state);
  }
}
