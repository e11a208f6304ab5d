package io.servicesemantics.impl.simulation;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.admission.AdmissionDecision;
import io.servicesemantics.admission.AdmissionDecision.Accepted;
import io.servicesemantics.admission.AdmissionDecision.Rejected;
import io.servicesemantics.admission.AdmissionRequest;
import io.servicesemantics.admission.ClusterState;
import io.servicesemantics.admission.NumberPicker;
import io.servicesemantics.admission.RequestBody;
import io.servicesemantics.admission.ServiceAdmission;
import io.servicesemantics.admission.Subresource;
import io.servicesemantics.admission.Verb;
import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.service.LoadBalancerStatus;
import io.servicesemantics.service.Service;
import io.servicesemantics.simulation.SimulatedRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Puts Services to the API server one after the other. Lives for one simulation. */
final class Intake {

  private static final int INTERNAL_ERROR = 500;

  private final ServiceAdmission admission;
  private final NumberPicker picker;
  private final Claims claims;
  private final ImmutableList.Builder<SimulatedRequest> requests = ImmutableList.builder();
  // As clients read them, which is not quite as they are stored.
  private final Map<NamespacedName, Service> read = new HashMap<>();
  private ClusterState state;
  // Until nothing but claimed numbers is left to pick.
  private boolean isKeeping = true;

  private Intake(
      ServiceAdmission admission, NumberPicker picker, Claims claims, ClusterState state) {
    this.admission = admission;
    this.picker = picker;
    this.claims = claims;
    this.state = state.withAllocations(claims.keepAll(state.allocations()));
  }

  static Intake of(
      ImmutableList<Wanted> turns,
      ServiceAdmission admission,
      NumberPicker picker,
      ClusterState state) {
    Intake intake = new Intake(admission, picker, Claims.of(turns), state);
    for (int turn = 0; turn < turns.size(); turn++) {
      intake.put(turns.get(turn), turn);
    }
    return intake;
  }

  ClusterState state() {
    return state;
  }

  // A Service as clients read it.
  Optional<Service> service(NamespacedName name) {
    return Optional.ofNullable(read.get(name)).or(() -> state.service(name));
  }

  ImmutableList<SimulatedRequest> requests() {
    return requests.build();
  }

  private void put(Wanted wanted, int turn) {
    state = state.withAllocations(claims.release(turn, state.allocations()));
    Service sent = wanted.service();
    boolean isThere = state.service(sent.namespacedName()).isPresent();
    AdmissionRequest request = wanted.request(isThere ? Verb.UPDATE : Verb.CREATE);
    AdmissionDecision decision = decide(request);
    NamespacedName name = sent.namespacedName();
    if (decision instanceof Accepted accepted) {
      name = accepted.service().namespacedName();
      take(accepted);
      balance(accepted.service(), sent.status().loadBalancer());
    } else if (isKeeping) {
      state = state.withAllocations(claims.keepForLater(turn, state.allocations()));
    }
    requests.add(new SimulatedRequest(name, sent, wanted.source(), request, decision));
  }

  private void take(Accepted accepted) {
    state = accepted.next();
    read.put(accepted.service().namespacedName(), accepted.service());
  }

  private AdmissionDecision decide(AdmissionRequest request) {
    AdmissionDecision decision = admission.admit(request, state, picker);
    if (!isKeeping || !(decision instanceof Rejected rejected) || !isFull(rejected)) {
      return decision;
    }
    // A server would pick what others claim later, rather than refuse.
    ClusterState free = state.withAllocations(claims.releaseAll(state.allocations()));
    AdmissionDecision second = admission.admit(request, free, picker);
    isKeeping = !second.isAccepted();
    return isKeeping ? decision : second;
  }

  private static boolean isFull(Rejected rejected) {
    return rejected.code() == INTERNAL_ERROR
        && switch (rejected.refusal()) {
          case CLUSTER_IP, NODE_PORT, HEALTH_CHECK_NODE_PORT -> true;
          default -> false;
        };
  }

  // What the load balancer's controller will have written.
  private void balance(Service service, LoadBalancerStatus balancer) {
    if (balancer.ingress().isEmpty()) {
      return;
    }
    AdmissionRequest request =
        AdmissionRequest.builder()
            .verb(Verb.UPDATE)
            .subresource(Subresource.STATUS)
            .body(
                new RequestBody.Value(
                    service.withStatus(service.status().withLoadBalancer(balancer))))
            .build();
    if (admission.admit(request, state, picker) instanceof Accepted accepted) {
      take(accepted);
    }
  }
}
