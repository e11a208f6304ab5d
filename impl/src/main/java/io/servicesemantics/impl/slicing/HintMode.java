package io.servicesemantics.impl.slicing;

import io.servicesemantics.object.KnownAnnotations;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.TrafficDistribution;
import java.util.Map;

/** Which hints a Service asks for (routing 1.10.1, 1.11.1). */
enum HintMode {
  NONE,
  SAME_ZONE,
  /** The same, an endpoint without a zone being hinted for the zone without a name. */
  SAME_OR_NAMELESS_ZONE,
  SAME_NODE,
  /** By the CPU each zone has: topology mode Auto. */
  AUTO;

  static HintMode of(Service service, SlicingRules rules) {
    Map<String, String> annotations = service.metadata().annotations();
    String mode = annotations.get(KnownAnnotations.TOPOLOGY_AWARE_HINTS);
    if (mode == null) {
      mode = annotations.get(KnownAnnotations.TOPOLOGY_MODE);
    }
    if ("Auto".equals(mode) || "auto".equals(mode)) {
      return AUTO;
    }
    var distribution = service.spec().trafficDistribution();
    if ((rules.preferClose() && distribution.is(TrafficDistribution.PREFER_CLOSE))
        || (rules.preferSame() && distribution.is(TrafficDistribution.PREFER_SAME_ZONE))) {
      return rules.namelessZone() ? SAME_OR_NAMELESS_ZONE : SAME_ZONE;
    }
    return rules.preferSame() && distribution.is(TrafficDistribution.PREFER_SAME_NODE)
        ? SAME_NODE
        : NONE;
  }

  /** Whether hints follow from where each endpoint is, alone. */
  boolean isByPlace() {
    return this == SAME_ZONE || this == SAME_OR_NAMELESS_ZONE || this == SAME_NODE;
  }
}
