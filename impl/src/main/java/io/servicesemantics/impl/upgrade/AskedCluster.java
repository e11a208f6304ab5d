package io.servicesemantics.impl.upgrade;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.admission.AdmissionDecision;
import io.servicesemantics.admission.AdmissionRequest;
import io.servicesemantics.admission.ClusterState;
import io.servicesemantics.admission.NumberPicker;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.Namespace;
import io.servicesemantics.service.Service;
import java.util.Optional;

/**
 * A cluster that is asked about one Service at a time: of one of the releases, or one between them.
 *
 * @param areas what it answers with
 * @param empty the cluster without any Service
 * @param networks the cluster's networks of Services, without anything else
 */
record AskedCluster(
    StandardUpgradeAdvisor.Areas areas, ClusterState empty, ClusterSnapshot networks) {

  static AskedCluster of(StandardUpgradeAdvisor.Areas areas, ClusterSnapshot world) {
    ClusterSnapshot networks = ClusterSnapshot.builder().serviceCidrs(world.serviceCidrs()).build();
    return new AskedCluster(areas, areas.admission().stateOf(networks), networks);
  }

  // In a cluster that has nothing but the namespace.
  AdmissionDecision create(AdmissionRequest request, Optional<Namespace> home) {
    ClusterState state = home.map(empty::withNamespace).orElse(empty);
    return areas.admission().admit(request, state, NumberPicker.lowestFree());
  }

  // In a cluster that has the Service, and nothing else.
  AdmissionDecision update(AdmissionRequest request, Service stored, Optional<Namespace> home) {
    ClusterSnapshot alone =
        networks
            .withServices(stored)
            .withNamespaces(home.map(ImmutableList::of).orElse(ImmutableList.of()));
    return areas
        .admission()
        .admit(request, areas.admission().stateOf(alone), NumberPicker.lowestFree());
  }
}
