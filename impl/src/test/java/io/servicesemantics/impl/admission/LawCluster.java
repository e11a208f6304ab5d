package io.servicesemantics.impl.admission;

import static io.servicesemantics.testkit.assertion.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.ServiceSemantics;
import io.servicesemantics.admission.AdmissionDecision;
import io.servicesemantics.admission.AdmissionDecision.Accepted;
import io.servicesemantics.admission.ClusterState;
import io.servicesemantics.admission.DeletionDecision;
import io.servicesemantics.admission.NumberPicker;
import io.servicesemantics.admission.ServiceAdmission;
import io.servicesemantics.impl.StandardSemantics;
import io.servicesemantics.profile.ClusterProfile;
import io.servicesemantics.service.Service;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** A cluster, made once for each profile. */
final class LawCluster {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
  private static final NumberPicker LOWEST = NumberPicker.lowestFree();
  private static final Map<ClusterProfile, LawCluster> ALL = new HashMap<>();

  final ServiceSemantics semantics;

  private LawCluster(ClusterProfile profile) {
    this.semantics = StandardSemantics.of(profile);
  }

  static synchronized LawCluster of(ClusterProfile profile) {
    return ALL.computeIfAbsent(profile, LawCluster::new);
  }

  ServiceAdmission admission() {
    return semantics.admission();
  }

  ClusterState empty() {
    return admission().emptyState();
  }

  int families() {
    return semantics.profile().ranges().serviceCIDRs().size();
  }

  // what is stored but shown to nobody does not survive being put back (api 2.4)
  ImmutableList<Service> asRead(ClusterState state) {
    return state.services().stream()
        .map(semantics.defaulter()::onRead)
        .collect(ImmutableList.toImmutableList());
  }

  AdmissionDecision create(Service service) {
    return admission().create(service, empty(), LOWEST);
  }

  AdmissionDecision update(Service service, ClusterState state) {
    return admission().update(service, state, LOWEST);
  }

  ClusterState deleted(Service service, ClusterState state) {
    DeletionDecision decision = admission().delete(service.namespacedName(), state, NOW);
    return decision.match(
        DeletionDecision.Deleted::next,
        held -> {
          Service let = held.service();
          AdmissionDecision freed =
              update(
                  let.withMetadata(let.metadata().withFinalizers(ImmutableList.of())), held.next());
          assertThat(freed).isAccepted();
          assertThat(((Accepted) freed).isGone()).isTrue();
          return ((Accepted) freed).next();
        },
        notFound -> {
          throw new AssertionError(notFound.message());
        });
  }

  @Override
  public String toString() {
    return semantics.profile().ranges().toString();
  }
}
