package io.servicesemantics.impl.validation;

import com.google.common.collect.ImmutableMap;
import io.servicesemantics.fault.FieldPath;
import io.servicesemantics.object.Choice;
import io.servicesemantics.object.KnownAnnotations;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.TrafficDistribution;

/** Rules about how a Service asks for endpoints nearby (api 3.2 S1, S21). */
final class TopologyRules {

  private static final FieldPath DISTRIBUTION = FieldPath.of("spec").child("trafficDistribution");

  private TopologyRules() {}

  static void checkAnnotations(Service service, Faults faults) {
    ImmutableMap<String, String> annotations = service.metadata().annotations();
    if (annotations.isEmpty()) {
      return;
    }
    String mode = annotations.get(KnownAnnotations.TOPOLOGY_MODE);
    String hints = annotations.get(KnownAnnotations.TOPOLOGY_AWARE_HINTS);
    if (mode != null && hints != null && !mode.equals(hints)) {
      faults.invalid(
          MetadataRules.ANNOTATIONS.key(KnownAnnotations.TOPOLOGY_MODE),
          mode,
          "must match annotations["
              + KnownAnnotations.TOPOLOGY_AWARE_HINTS
              + "] when both are specified");
    }
  }

  static void checkDistribution(Proposal proposal, Faults faults) {
    Choice<TrafficDistribution> said = proposal.spec().trafficDistribution();
    if (said.isSaid() && !proposal.rules().distributions().contains(said.text())) {
      faults.notSupported(DISTRIBUTION, said, proposal.rules().distributions());
    }
  }
}
