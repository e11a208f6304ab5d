package io.servicesemantics.impl.routing;

import io.servicesemantics.object.KnownAnnotations;
import io.servicesemantics.profile.FeatureGate;
import io.servicesemantics.profile.FeatureGates;
import io.servicesemantics.profile.Quirk;
import io.servicesemantics.profile.Quirks;
import io.servicesemantics.service.Service;
import org.jspecify.annotations.Nullable;

/**
 * In what the kube-proxies of releases differ when they choose endpoints, settled once for a
 * cluster.
 *
 * @param firstDuplicateCounts whether of entries for one address and port the first counts, except
 *     on the node of a later one (versions R1)
 * @param entriesSortedUnstably whether entries of a slice with the same addresses are read in the
 *     order in which Go's sort leaves them, not in their own (versions R1)
 * @param addressesAsWritten whether two spellings of an address are two endpoints (versions R8)
 * @param zoneHintsNeedAnnotation whether zone hints count only for Services whose annotation asks
 *     for them (versions R7)
 * @param hints which hints count for Services that ask for them in that way, or need not
 * @param hintsUnasked which ones count for the others
 */
record SelectionRules(
    boolean firstDuplicateCounts,
    boolean entriesSortedUnstably,
    boolean addressesAsWritten,
    boolean zoneHintsNeedAnnotation,
    HintRules hints,
    HintRules hintsUnasked) {

  static SelectionRules of(FeatureGates gates, Quirks quirks) {
    HintRules hints =
        new HintRules(
            gates.has(FeatureGate.PREFER_SAME_TRAFFIC_DISTRIBUTION),
            /* byZone= */ true,
            !quirks.has(Quirk.NAMELESS_ZONE_IS_NO_ZONE));
    return new SelectionRules(
        quirks.has(Quirk.FIRST_DUPLICATE_COUNTS),
        quirks.has(Quirk.SLICE_ENTRIES_SORTED_UNSTABLY),
        quirks.has(Quirk.ENDPOINT_ADDRESSES_KEPT_AS_WRITTEN),
        !gates.has(FeatureGate.SERVICE_TRAFFIC_DISTRIBUTION),
        hints,
        hints.withoutZones());
  }

  /** Which hints count for a Service. */
  HintRules hintsFor(Service service) {
    return zoneHintsNeedAnnotation && !asksForZoneHints(service) ? hintsUnasked : hints;
  }

  // Any text will do but none and the two ways to say no; the older annotation goes first.
  private static boolean asksForZoneHints(Service service) {
    @Nullable String mode =
        service.metadata().annotations().get(KnownAnnotations.TOPOLOGY_AWARE_HINTS);
    if (mode == null) {
      mode = service.metadata().annotations().getOrDefault(KnownAnnotations.TOPOLOGY_MODE, "");
    }
    return !mode.isEmpty() && !mode.equals("disabled") && !mode.equals("Disabled");
  }
}
