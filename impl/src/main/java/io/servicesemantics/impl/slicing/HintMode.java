package io.servicesemantics.impl.slicing;

import io.servicesemantics.object.KnownAnnotations;
import io.servicesemantics.profile.FeatureGate;
import io.servicesemantics.profile.FeatureGates;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.TrafficDistribution;
import java.util.Map;

/** Which hints a Service asks for (routing 1.10.1, 1.11.1). */
enum HintMode {
  NONE,
  SAME_ZONE,
  SAME_NODE,
  /** By the CPU each zone has: topology mode Auto. */
  AUTO;

  static HintMode of(Service service, FeatureGates gates) {
    Map<String, String> annotations = service.metadata().annotations();
    String mode = annotations.get(KnownAnnotations.TOPOLOGY_AWARE_HINTS);
    if (mode == null) {
      mode = annotations.get(KnownAnnotations.TOPOLOGY_MODE);
    }
    if ("Auto".equals(mode) || "auto".equals(mode)) {
      return AUTO;
    }
    boolean sameNames = gates.has(FeatureGate.PREFER_SAME_TRAFFIC_DISTRIBUTION);
    var distribution = service.spec().trafficDistribution();
    if (distribution.is(TrafficDistribution.PREFER_CLOSE)
        || (sameNames && distribution.is(TrafficDistribution.PREFER_SAME_ZONE))) {
      return SAME_ZONE;
    }
    return sameNames && distribution.is(TrafficDistribution.PREFER_SAME_NODE) ? SAME_NODE : NONE;
  }

  /** Whether hints follow from where each endpoint is, alone. */
  boolean isByPlace() {
    return this == SAME_ZONE || this == SAME_NODE;
  }
}
