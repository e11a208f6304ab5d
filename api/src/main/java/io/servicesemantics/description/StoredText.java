package io.servicesemantics.description;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.servicesemantics.admission.AdmissionDecision.Accepted;
import io.servicesemantics.admission.FieldChange;
import io.servicesemantics.admission.FieldChange.Kind;
import io.servicesemantics.simulation.SimulatedRequest;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts into words what the API server stores besides what was sent. */
final class StoredText {

  private static final String SPEC = "spec.";
  // Nobody reads on behind the thirtieth field.
  private static final int MOST = 30;

  // Told by the heading and by clusterIP.
  private static final ImmutableSet<String> TOLD_ELSEWHERE =
      ImmutableSet.of("metadata.namespace", "clusterIPs[0]");

  private StoredText() {}

  // A line each for what the last request picked, kept and set, and for each field not taken.
  static String of(ServiceDescription description) {
    StringBuilder text = new StringBuilder();
    Map<String, String> picked = new LinkedHashMap<>();
    Map<String, String> kept = new LinkedHashMap<>();
    Map<String, String> set = new LinkedHashMap<>();
    Map<String, String> dropped = new LinkedHashMap<>();
    if (!description.requests().isEmpty()) {
      for (FieldChange change : changes(last(description.requests()))) {
        String field = shortened(change.field().toString());
        switch (change.kind()) {
          case PICKED -> picked.put(field, change.after());
          case CARRIED_OVER -> kept.put(field, change.after());
          case DEFAULTED, INFERRED -> set.put(field, change.after());
          case WIPED, IGNORED -> dropped.put(field, change.reason().sentence());
        }
      }
    }
    line(text, "picked", picked);
    line(text, "kept", kept);
    line(text, "set", ofEveryPort(set, description.service().spec().ports().size()));
    dropped.forEach(
        (field, why) ->
            text.append("  not stored: ").append(field).append(": ").append(why).append('\n'));
    return text.toString();
  }

  // The same fields, those with one value on every port told once.
  private static Map<String, String> ofEveryPort(Map<String, String> fields, int ports) {
    Map<String, Integer> counts = new HashMap<>();
    fields.forEach(
        (field, value) -> counts.merge(withoutIndices(field) + " " + value, 1, Integer::sum));
    Map<String, String> grouped = new LinkedHashMap<>();
    fields.forEach(
        (field, value) -> {
          String plain = withoutIndices(field);
          boolean isEvery =
              ports > 1
                  && plain.startsWith("ports[]")
                  && counts.getOrDefault(plain + " " + value, 0) == ports;
          grouped.put(isEvery ? plain : field, value);
        });
    return grouped;
  }

  // Why fields are set and picked, each reason once.
  static Set<String> reasons(Iterable<ServiceDescription> services) {
    Set<String> reasons = new LinkedHashSet<>();
    for (ServiceDescription service : services) {
      for (SimulatedRequest request : service.requests()) {
        for (FieldChange change : changes(request)) {
          if (change.kind() == Kind.DEFAULTED
              || change.kind() == Kind.INFERRED
              || change.kind() == Kind.PICKED) {
            reasons.add(
                withoutIndices(shortened(change.field().toString()))
                    + ": "
                    + change.reason().sentence()
                    + " ["
                    + change.reason().rule()
                    + "]");
          }
        }
      }
    }
    return reasons;
  }

  private static List<FieldChange> changes(SimulatedRequest request) {
    return request
        .decision()
        .match(Accepted::changes, rejected -> ImmutableList.<FieldChange>of())
        .stream()
        .filter(change -> !TOLD_ELSEWHERE.contains(shortened(change.field().toString())))
        .toList();
  }

  private static SimulatedRequest last(ImmutableList<SimulatedRequest> requests) {
    return requests.get(requests.size() - 1);
  }

  private static void line(StringBuilder text, String verb, Map<String, String> fields) {
    if (fields.isEmpty()) {
      return;
    }
    text.append("  ").append(verb);
    String separator = ": ";
    int told = 0;
    for (Map.Entry<String, String> field : fields.entrySet()) {
      if (told++ == MOST) {
        text.append(" and ").append(fields.size() - MOST).append(" more");
        break;
      }
      text.append(separator).append(field.getKey()).append(' ').append(field.getValue());
      separator = ", ";
    }
    text.append('\n');
  }

  private static String shortened(String field) {
    return field.startsWith(SPEC) ? field.substring(SPEC.length()) : field;
  }

  private static String withoutIndices(String field) {
    StringBuilder plain = new StringBuilder(field.length());
    boolean isIndex = false;
    for (int i = 0; i < field.length(); i++) {
      char letter = field.charAt(i);
      isIndex &= letter != ']';
      if (!isIndex) {
        plain.append(letter);
      }
      isIndex |= letter == '[';
    }
    return plain.toString();
  }
}
