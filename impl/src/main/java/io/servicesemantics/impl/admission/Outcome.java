package io.servicesemantics.impl.admission;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import io.servicesemantics.admission.AdmissionDecision.Accepted;
import io.servicesemantics.admission.AdmissionReason;
import io.servicesemantics.admission.AllocationHolder;
import io.servicesemantics.admission.AllocationState;
import io.servicesemantics.admission.ClusterState;
import io.servicesemantics.admission.FieldChange;
import io.servicesemantics.admission.ReleasedNumbers;
import io.servicesemantics.admission.ServiceDefaulter;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServicePort;

/** Stores what the steps made of a request, gives numbers back, and tells of it. */
final class Outcome {

  private final ServiceDefaulter defaulter;

  Outcome(ServiceDefaulter defaulter) {
    this.defaulter = defaulter;
  }

  /** The Service is stored as a new one. */
  boolean created(Draft draft) {
    store(draft, true);
    return true;
  }

  /** The Service is stored in the place of another one, unless that takes it out of the world. */
  boolean updated(Draft draft, Service old) {
    if (old.metadata().isBeingDeleted() && draft.result.metadata().finalizers().isEmpty()) {
      remove(draft, old);
    } else {
      store(draft, false);
    }
    return true;
  }

  private void store(Draft draft, boolean isCreated) {
    Releases.Done done = draft.releases.carryOut(draft.allocations);
    ClusterState next = draft.state.withAllocations(done.next()).withService(draft.result);
    ImmutableList<Integer> unheld = unheld(draft.result, done.next());
    accept(draft, isCreated, false, done.numbers(), unheld, next);
  }

  // The update took the last finalizer of a Service being deleted: what the request took is given
  // back, and all that the stored Service has (api 0.4, 6.7).
  private void remove(Draft draft, Service old) {
    Releases releases = new Releases();
    releases.addAll(old.spec());
    Releases.Done done = releases.carryOut(draft.state.allocations());
    ClusterState next =
        draft.state.withAllocations(done.next()).withoutService(old.namespacedName());
    accept(draft, false, true, done.numbers(), ImmutableList.of(), next);
  }

  private void accept(
      Draft draft,
      boolean isCreated,
      boolean isGone,
      ReleasedNumbers released,
      ImmutableList<Integer> unheld,
      ClusterState next) {
    Service shown = defaulter.onRead(draft.result);
    noteHidden(draft, shown);
    draft.accept(
        new Accepted(
            shown,
            isCreated,
            isGone,
            ImmutableList.copyOf(draft.allocated),
            ImmutableList.copyOf(draft.equal),
            released,
            unheld,
            ImmutableList.copyOf(draft.changes),
            ImmutableList.copyOf(draft.warnings),
            next));
  }

  private static void noteHidden(Draft draft, Service shown) {
    String stored = draft.result.spec().internalTrafficPolicy().text();
    if (!stored.equals(shown.spec().internalTrafficPolicy().text())) {
      draft.note(
          FieldChange.Kind.WIPED,
          Paths.INTERNAL_TRAFFIC_POLICY,
          stored,
          "",
          AdmissionReason.HIDDEN_ON_READ);
    }
  }

  // Another Service may hold the number of an alias, which nobody asked for (api-recorded 5.1.4).
  private static ImmutableList<Integer> unheld(Service stored, AllocationState allocations) {
    ImmutableSortedSet.Builder<Integer> unheld = null;
    for (ServicePort port : stored.spec().ports()) {
      if (port.nodePort() != 0 && !isHeld(port.nodePort(), stored, allocations)) {
        unheld = unheld == null ? ImmutableSortedSet.naturalOrder() : unheld;
        unheld.add(port.nodePort());
      }
    }
    return unheld == null ? ImmutableList.of() : unheld.build().asList();
  }

  private static boolean isHeld(int port, Service stored, AllocationState allocations) {
    AllocationHolder holder = allocations.holderOfPort(port).orElse(null);
    return holder != null && holder.isService() && holder.name().equals(stored.namespacedName());
  }
}
