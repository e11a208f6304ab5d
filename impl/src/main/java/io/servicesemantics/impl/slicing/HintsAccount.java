package io.servicesemantics.impl.slicing;

import com.google.common.collect.ImmutableSet;
import io.servicesemantics.explain.Because;
import io.servicesemantics.object.KnownAnnotations;
import io.servicesemantics.slicing.SlicingReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Tells why the endpoints of a family have the hints they have, or none. */
final class HintsAccount {

  private HintsAccount() {}

  static Because of(ServiceTraits service, ServiceSync.FamilyOutcome outcome, NodeTable nodes) {
    Because why =
        switch (service.hintMode) {
          case NONE -> Because.of(SlicingReason.HINTS_NOT_ASKED);
          case SAME_ZONE, SAME_OR_NAMELESS_ZONE -> Because.of(SlicingReason.HINTS_SAME_ZONE);
          case SAME_NODE -> Because.of(SlicingReason.HINTS_SAME_NODE);
          case AUTO -> byCapacity(outcome.auto(), nodes);
        };
    for (Because request : requests(service)) {
      why = why.withCause(request);
    }
    return why;
  }

  private static Because byCapacity(@Nullable AutoHints hints, NodeTable nodes) {
    if (hints == null) {
      return Because.of(SlicingReason.HINTS_BY_CAPACITY);
    }
    SlicingReason withheld = hints.withheld();
    Because why = Because.of(withheld == null ? SlicingReason.HINTS_BY_CAPACITY : withheld);
    if (withheld == SlicingReason.HINTS_WITHHELD_NODES) {
      ImmutableSet<String> insufficient = nodes.insufficient();
      return insufficient.isEmpty()
          ? why.withFact("zones", nodes.zones().isEmpty() ? "none" : joined(nodes.zones()))
          : why.withFact("nodes without zone or CPU", joined(insufficient));
    }
    why =
        why.withFact("ready endpoints", hints.endpoints())
            .withFact("zones", hints.ratios().size())
            .withFact("CPU", shares(hints.ratios()))
            .withFact("needed at least", minimums(hints));
    return withheld == null ? why.withFact("hinted", counts(hints.counts())) : why;
  }

  private static String joined(Iterable<String> names) {
    return String.join(" ", names);
  }

  private static String shares(Map<String, Double> ratios) {
    StringJoiner shares = new StringJoiner(" ");
    ratios.forEach(
        (zone, ratio) -> shares.add(String.format(Locale.ROOT, "%s %.0f%%", zone, 100 * ratio)));
    return shares.toString();
  }

  private static String minimums(AutoHints hints) {
    StringJoiner minimums = new StringJoiner(" ");
    int sum = 0;
    for (Map.Entry<String, Double> zone : hints.ratios().entrySet()) {
      int minimum = AutoHints.minimum(zone.getValue(), hints.endpoints());
      sum += minimum;
      minimums.add(zone.getKey() + " " + minimum);
    }
    return minimums + ", together " + sum;
  }

  private static String counts(Map<String, Integer> counts) {
    StringJoiner text = new StringJoiner(" ");
    counts.forEach((zone, count) -> text.add(zone + " " + count));
    return text.toString();
  }

  /** What the Service says of hints, the request that counts first. */
  private static List<Because> requests(ServiceTraits service) {
    Map<String, String> annotations = service.service.metadata().annotations();
    String older = annotations.get(KnownAnnotations.TOPOLOGY_AWARE_HINTS);
    String newer = annotations.get(KnownAnnotations.TOPOLOGY_MODE);
    boolean isAuto = service.hintMode == HintMode.AUTO;
    List<Because> requests = new ArrayList<>();
    if (older != null) {
      requests.add(annotation(KnownAnnotations.TOPOLOGY_AWARE_HINTS, older, isAuto));
    }
    if (newer != null) {
      requests.add(
          older == null
              ? annotation(KnownAnnotations.TOPOLOGY_MODE, newer, isAuto)
              : overruled("annotation", KnownAnnotations.TOPOLOGY_MODE + ": " + newer));
    }
    if (service.service.spec().trafficDistribution().isSaid()) {
      String text = service.service.spec().trafficDistribution().text();
      requests.add(
          isAuto
              ? overruled("trafficDistribution", text)
              : Because.of(
                      service.hintMode.isByPlace()
                          ? SlicingReason.HINTS_ASKED
                          : SlicingReason.HINTS_REQUEST_IDLE)
                  .withFact("trafficDistribution", text));
    }
    return requests;
  }

  private static Because annotation(String name, String value, boolean isAuto) {
    return Because.of(isAuto ? SlicingReason.HINTS_ASKED : SlicingReason.HINTS_REQUEST_IDLE)
        .withFact("annotation", name + ": " + value);
  }

  private static Because overruled(String what, String text) {
    return Because.of(SlicingReason.HINTS_REQUEST_OVERRULED).withFact(what, text);
  }
}
